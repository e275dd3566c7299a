import Bytes
import DecisionEvent
import Digests

/// Asks of each event for an id of its own, and of all of them for those that were announced.
///
/// Of each id its digest is kept, which takes 32 to 64 bytes an event (`DigestTable`): to know that
/// no id comes twice, all of them must be known. The digests are keyed, so that data can't collide.
struct IdentityChecks {
  /// What events are named by.
  let id: Operand
  private let key = DigestKey()
  private var seen = DigestTable()
  private(set) var expected: ExpectedIDs?
  private(set) var unexpectedCount = 0

  init(_ query: inout EventQuery, expected: ExpectedIDs?) {
    id = query.operand(.id)
    self.expected = expected
  }

  /// Judges the event that `reader` has just scanned.
  mutating func judge(
    _ line: Span<UInt8>, _ reader: inout EventReader, _ judgement: inout Judgement
  ) {
    judgement.ask(.uniqueIDs)
    var digests: (seen: Digest128, expected: Digest128?)?
    _ = reader.anyValue(of: id, in: line) { _, text in
      guard FilledText.isFilled(text) else { return false }
      digests = (key.digest(of: text), expected?.digest(of: text))
      return true
    }
    guard let digests else {
      judgement.find(.noID)
      if expected != nil { noteUnexpected(&judgement) }
      return
    }
    if seen.insert(digests.seen, 0) != nil { judgement.find(.repeatedID) }
    guard let digest = digests.expected else { return }
    if expected?.meet(digest) == false { noteUnexpected(&judgement) }
  }

  private mutating func noteUnexpected(_ judgement: inout Judgement) {
    unexpectedCount += 1
    judgement.find(.unexpectedID)
  }

  /// Tells how many ids were expected or found, and which of them are missing.
  func conclude(_ ledger: inout Ledger) {
    guard let expected else { return }
    ledger.set(expected.count + unexpectedCount, askedBy: .eventIDs)
    ledger.add(
      expected.missingCount, .missingID, expected.missing(atMost: Ledger.maximumOffenders))
  }
}
