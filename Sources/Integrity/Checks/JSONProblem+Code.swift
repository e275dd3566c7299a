import EventJSON

extension JSONProblem {
  /// The code of a finding's `reason` for a line that is no event (spec/integrity.md, section 2.1).
  var refusalCode: String {
    let refusal: CanonicalRefusal
    switch kind {
    case .invalidUTF8: refusal = .notUTF8
    case .expectedObject, .arrayInsteadOfEvent: refusal = .notObject
    case .tooDeep: refusal = .tooDeep
    case .duplicateMember: refusal = .duplicateKey
    case .refused(let known): refusal = known
    default: refusal = .notJSON
    }
    return refusal.rawValue
  }
}
