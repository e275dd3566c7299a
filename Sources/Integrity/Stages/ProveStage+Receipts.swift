import Bytes
import Commitments
import DecisionEvent
import Digests
import EventJSON
import Stages

// The parts of a proof.
extension ProveStage where Condition: ~Copyable {
  /// The hashes of an event; nil where it carries a receipt.
  mutating func hashes(of line: Span<UInt8>) throws(EventFailure) -> EventHashes? {
    do throws(CanonicalRefusal) {
      return try hasher.hash(withoutReceipt: line)
    } catch {
      throw .malformed(error.problem(foundBy: .first(in: line)))
    }
  }

  /// The leaf of an event by the receipt that it carries.
  mutating func leaf(byReceiptOf line: Span<UInt8>) throws(EventFailure) -> Digest256 {
    do throws(ReceiptRefusal) {
      if let root = try verifier.root(of: line) { return verifier.leaf(ofRoot: root) }
      preconditionFailure("the event carries a receipt")
    } catch {
      throw .stopped(
        Problem(.negative, "\(place.text): the receipt that it carries is refused: \(error.code)"))
    }
  }

  /// The index of the event with a leaf.
  mutating func index(of leaf: Digest256) throws(EventFailure) -> Int {
    let found: LogPlaces.Place
    do throws(Problem) {
      found = try places.place(of: leaf)
    } catch {
      throw .stopped(error)
    }
    switch found {
    case .index(let index):
      count += 1
      return index
    case .used:
      throw .stopped(
        Problem(.negative, "\(place.text): the log has this event no more often than before"))
    case .unknown:
      throw .stopped(
        Problem(
          .negative, "\(place.text): the log does not have this event; 'kt-hash verify' says more"))
    }
  }

  /// Whether the event fits the condition.
  mutating func fits(_ line: Span<UInt8>) throws(EventFailure) -> Bool {
    do throws(JSONProblem) {
      return try condition?.decide(line, hiding: { _ in false }) ?? true
    } catch {
      throw .malformed(error)
    }
  }

  /// Finds the way from an event's leaf to the root, where that is asked for.
  mutating func locate(_ index: Int, _ seed: Digest128) throws(EventFailure) {
    guard wantsPaths || proofs != nil else { return }
    do throws(Problem) {
      try paths.inclusionPath(of: index, into: &path)
      try writeProof(seed, index)
    } catch {
      throw .stopped(error)
    }
  }

  mutating func writeProof(_ seed: Digest128, _ index: Int) throws(Problem) {
    guard proofs != nil else { return }
    var extra = Output(capacity: 64)
    extra.append(constant: "{\"open\":\"")
    Base64.url.append(seed.bytes.span, to: &extra)
    extra.append(constant: "\"}")
    try proofs?.write(index, path: path, extra: extra.bytes, checkpoint: checkpoint)
  }

  /// Appends the event with its receipt, as the first member.
  static func write(
    _ line: Span<UInt8>, _ seed: Digest128, _ index: Int, _ size: Int, _ path: [Digest256]?,
    to output: inout Output
  ) {
    let bounds = Skip.bounds(of: line)
    let start = bounds.lowerBound + 1
    var members = MemberIterator(line, Field(.object, bounds.lowerBound, bounds.upperBound))
    let isEmpty = members.next(line) == nil
    output.append(line.extracting(0..<start))
    output.append(constant: "\"_kt\":")
    ReceiptWriter.append(seed: seed, index: index, size: size, path: path, to: &output)
    if !isEmpty { output.append(.comma) }
    output.append(line.extracting(start..<line.count))
  }

  static func writeStub(
    _ proven: borrowing Output, _ stubs: inout StubWriter?, _ place: Place,
    to output: inout Output
  ) throws(EventFailure) {
    do throws(ReceiptRefusal) {
      try stubs?.append(proven.bytes, to: &output)
    } catch {
      throw .stopped(Problem(.failure, "\(place.text): no stub can be made: \(error.code)"))
    }
  }

  /// What was done, in one plain sentence.
  public var sentence: String {
    let stubs = stubCount > 0 ? ", \(stubCount) of them as stubs" : ""
    return "proven: \(FindingCode.count(count, "event"))\(stubs), size \(size)"
  }
}
