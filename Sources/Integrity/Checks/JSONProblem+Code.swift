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

extension JSONProblem {
  /// The first thing that the scan of events finds wrong with a line, where it finds any.
  static func first(in line: Span<UInt8>) -> JSONProblem? {
    let lookup = LookupBuilder().finish()
    var table = lookup.makeTable()
    do throws(JSONProblem) {
      try lookup.scan(line, into: &table)
      return nil
    } catch {
      return error
    }
  }
}

extension CanonicalRefusal {
  /// What is wrong with a line that was refused, at its place where a scan has found the same; it
  /// may have found another wrong before, or none.
  func problem(foundBy scan: JSONProblem?) -> JSONProblem {
    guard let scan, scan.refusalCode == rawValue else { return JSONProblem(.refused(self), at: 0) }
    return scan
  }
}
