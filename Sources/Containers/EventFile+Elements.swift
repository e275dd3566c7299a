import Bytes
import EventJSON
import Stages

// The events of arrays and envelopes, in memory for one event.
//
// What surrounds the events of an envelope is kept, with `[]` in their place, and checked as one
// small document at its end.
extension EventFile {
  /// The next step inside an array.
  @inline(__always)
  mutating func nextElement(_ before: ElementReader) -> Advance {
    var reader = before
    let step = reader.next(input.unread.extracting(start..<input.unread.count))
    form = .elements(reader)
    switch step {
    case .element(let length):
      eventLength = length
      return .step(.event)
    case .skip(let count): consume(count)
    case .fault(let kind):
      var isLoss = false
      if case .tooLong = kind { isLoss = true }
      return .step(.fault(Fault(kind: kind, place: place, isLoss: isLoss)))
    case .more: return input.isAtEnd ? .step(breakOff()) : .needsMore
    case .end: endElements()
    }
    return .further
  }

  /// The array is not closed: whatever becomes of malformed lines, events may be missing here.
  private mutating func breakOff() -> Step {
    // What there is of an element that does not end is looked at once more, as lines.
    endDocument()
    return .fault(
      Fault(kind: .brokenContainer, place: place, isLoss: true, isCutOff: true))
  }

  private mutating func endElements() {
    consume(1)
    guard envelope != nil else { return endDocument() }
    form = .rest(ElementScanner(depth: 1), place)
    envelope?.bytes.append(.closeBracket)
  }

  private mutating func endDocument() {
    envelope = nil
    documentStart = nil
    form = .undecided
  }

  /// Collects what stands behind the events of an envelope, up to its closing brace.
  mutating func nextOfRest(
    _ before: ElementScanner, _ restPlace: Place
  ) throws(Problem) -> Advance {
    var scanner = before
    let end = scanner.scan(input.unread.extracting(start..<input.unread.count))
    form = .rest(scanner, restPlace)
    if end == nil {
      guard scanner.offset <= maximumLine else {
        throw Problem(
          JSONProblem(.tooLong(limit: maximumLine), at: 0),
          in: input.unread.extracting(start..<input.unread.count), at: place)
      }
      if !input.isAtEnd { return .needsMore }
    }
    let length = end ?? input.unread.count - start
    let rest = Array(copying: input.unread.extracting(start..<start + length))
    envelope?.bytes += rest
    consume(length)
    defer { endDocument() }
    let fault = envelope.flatMap { Self.fault(of: $0, restPlace, isCutOff: end == nil) }
    return fault.map { .step(.fault($0)) } ?? .further
  }

  private static func fault(
    of envelope: Envelope, _ restPlace: Place, isCutOff: Bool
  ) -> Fault? {
    let bytes = envelope.bytes.span
    guard let problem = EnvelopeCheck.problem(in: bytes) else { return nil }
    // Behind the events, offsets count from the bracket that closes them.
    let head = envelope.headLength
    let isBehind = problem.offset >= head
    let place =
      isBehind
      ? restPlace.before(1).place(
        of: problem.offset - head, in: bytes.extracting(head..<bytes.count))
      : envelope.place.place(of: problem.offset, in: bytes)
    return Fault(kind: problem.kind, place: place, isLoss: true, isCutOff: isCutOff)
  }
}
