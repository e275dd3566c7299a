/// Which witnesses must have signed: groups of witnesses and of other groups, each with the number
/// of members that it asks for (C2SP tlog-policy).
struct WitnessQuorum: Sendable {
  /// What a name of a policy stands for.
  enum Entry: Sendable {
    /// A witness by its place among the policy's.
    case witness(Int)
    /// A group of entries, which come before it, and how many of them it takes.
    case group(threshold: Int, members: [Int])
  }

  /// What the policy defines, in its order.
  var entries: [Entry] = []
  /// The entry that must be satisfied; nil asks for no witness.
  var required: Int?

  /// Whether these witnesses are enough.
  func isMet(by witnesses: Set<Int>) -> Bool {
    guard let required else { return true }
    var isSatisfied: [Bool] = []
    for entry in entries {
      switch entry {
      case .witness(let place): isSatisfied.append(witnesses.contains(place))
      case .group(let threshold, let members):
        isSatisfied.append(members.count { isSatisfied[$0] } >= threshold)
      }
    }
    return isSatisfied[required]
  }
}
