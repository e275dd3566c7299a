import Bytes
import Stages

/// Reads policies (C2SP tlog-policy), one definition a line.
///
///     log KEY [URL]
///     witness NAME KEY [URL]
///     group NAME all|any|COUNT NAME...
///     quorum NAME|none
struct PolicyText {
  private var logs: [VerifierKey] = []
  private var witnesses: [VerifierKey] = []
  private var quorum = WitnessQuorum()
  private var places: [[UInt8]: Int] = [:]
  private var members: Set<Int> = []
  private var hasQuorum = false

  /// The policy of a text; `place` begins messages.
  static func policy(_ text: [UInt8], place: String) throws(Problem) -> TrustPolicy {
    var reader = PolicyText()
    var number = 0
    for line in text.split(separator: .newline, omittingEmptySubsequences: false) {
      number += 1
      let words = line.split(whereSeparator: isBlank).map(Array.init)
      do throws(PolicyProblem) {
        guard line.allSatisfy({ $0 >= .space && $0 != 0x7F || $0 == .tab }) else {
          throw "a control character other than tab"
        }
        guard let first = words.first, first.first != UInt8(ascii: "#") else { continue }
        try reader.read(String(decoding: first, as: UTF8.self), Array(words.dropFirst()))
      } catch {
        throw Problem(.usage, "\(place):\(number): \(error.reason)")
      }
    }
    guard !reader.logs.isEmpty else {
      throw Problem(.usage, "\(place): no verifier key, and no policy with a 'log' line")
    }
    guard reader.hasQuorum else {
      throw Problem(.usage, "\(place): no 'quorum' line; 'quorum none' asks for no witness")
    }
    return TrustPolicy(logs: reader.logs, witnesses: reader.witnesses, quorum: reader.quorum)
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == .space || byte == .tab }

  private mutating func read(_ keyword: String, _ words: [[UInt8]]) throws(PolicyProblem) {
    switch keyword {
    case "log": try readLog(words)
    case "witness": try readWitness(words)
    case "group": try readGroup(words)
    case "quorum": try readQuorum(words)
    default: throw "expected 'log', 'witness', 'group' or 'quorum'"
    }
  }

  private mutating func readLog(_ words: [[UInt8]]) throws(PolicyProblem) {
    guard (1...2).contains(words.count) else { throw "expected 'log KEY [URL]'" }
    let key = try key(words[0], .ed25519)
    guard !logs.contains(where: { $0.publicKey == key.publicKey }) else {
      throw "the key of an earlier log"
    }
    logs.append(key)
  }

  private mutating func readWitness(_ words: [[UInt8]]) throws(PolicyProblem) {
    guard (2...3).contains(words.count) else { throw "expected 'witness NAME KEY [URL]'" }
    let key = try key(words[1], .cosignature)
    guard !witnesses.contains(where: { $0.publicKey == key.publicKey }) else {
      throw "the key of an earlier witness"
    }
    try define(words[0], .witness(witnesses.count))
    witnesses.append(key)
  }

  private mutating func readGroup(_ words: [[UInt8]]) throws(PolicyProblem) {
    guard words.count >= 3 else { throw "expected 'group NAME all|any|COUNT NAME...'" }
    var group: [Int] = []
    for name in words.dropFirst(2) {
      let place = try place(of: name)
      guard members.insert(place).inserted else { throw "a member of a group already" }
      group.append(place)
    }
    let threshold = try Self.threshold(words[1], of: group.count)
    try define(words[0], .group(threshold: threshold, members: group))
  }

  private mutating func readQuorum(_ words: [[UInt8]]) throws(PolicyProblem) {
    guard words.count == 1 else { throw "expected 'quorum NAME' or 'quorum none'" }
    guard !hasQuorum else { throw "a second 'quorum' line" }
    hasQuorum = true
    quorum.required = words[0] == Self.none ? nil : try place(of: words[0])
  }

  private static let none = Array("none".utf8)

  private func key(
    _ text: [UInt8], _ algorithm: VerifierKey.Algorithm
  ) throws(PolicyProblem) -> VerifierKey {
    let key: VerifierKey
    do throws(KeyProblem) {
      key = try VerifierKey(text: text)
    } catch {
      throw PolicyProblem(reason: error.reason)
    }
    guard key.algorithm == algorithm else {
      throw algorithm == .ed25519 ? "the key of a witness" : "a key that makes no cosignatures"
    }
    return key
  }

  private mutating func define(
    _ name: [UInt8], _ entry: WitnessQuorum.Entry
  ) throws(PolicyProblem) {
    guard name != Self.none else { throw "'none' is the quorum without witnesses" }
    guard places.updateValue(quorum.entries.count, forKey: name) == nil else {
      throw "a name that an earlier line has"
    }
    quorum.entries.append(entry)
  }

  private func place(of name: [UInt8]) throws(PolicyProblem) -> Int {
    guard let place = places[name] else { throw "a name that no earlier line has" }
    return place
  }

  private static func threshold(_ word: [UInt8], of count: Int) throws(PolicyProblem) -> Int {
    switch String(decoding: word, as: UTF8.self) {
    case "all": return count
    case "any": return 1
    case let text:
      guard word.allSatisfy(\.isDigit), let number = Int(text), (1...count).contains(number) else {
        throw "expected 'all', 'any' or a number from 1 to that of the members"
      }
      return number
    }
  }
}

/// Why a line of a policy can't be read.
private struct PolicyProblem: Error, ExpressibleByStringLiteral {
  let reason: String

  init(reason: String) { self.reason = reason }
  init(stringLiteral reason: String) { self.reason = reason }
}
