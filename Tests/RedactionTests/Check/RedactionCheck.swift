import Bytes
import EventJSON
import Stages

@testable import Redaction

/// What must hold of every text whatever it is: tests of random texts and the fuzzer share it.
///
/// The first two bytes of an input are options: an operator, and a member's name with the other
/// choices, such as whether the event carries a receipt. The rest is a text, or where it is valid so, the inside of a JSON string.
enum RedactionCheck {
  /// What becomes of values, by the first byte.
  static let operators: [HitOperator] = [
    .replace(.usual), .remove, .mask(MaskShape()), .mask(MaskShape(first: 2, last: 3)),
    .pseudonym, .truncate, .keep, .replace(ReplacementTemplate("1")),
    .replace(ReplacementTemplate("@")), .replace(ReplacementTemplate("+1")),
    .replace(ReplacementTemplate("{kind}@{kind}.com")),
    .mask(MaskShape(character: Array("█".utf8), last: 4)), .replace(ReplacementTemplate("")),
    .replace(ReplacementTemplate("\"\\\n")), .mask(MaskShape(character: Array("x".utf8))),
    .replace(ReplacementTemplate("password: hunter2x")),
  ]

  /// The names of the member that has the text, by the low bits of the second byte.
  private static let names = ["note", "password", "cpf", "phone", "ssn", "iban", "api_key", "x"]

  /// Inputs to begin with: an example of each kind in a sentence.
  static let seeds = KindTable.entries.enumerated().map { number, entry in
    [UInt8(number & 15), UInt8(truncatingIfNeeded: number * 7)]
      + Array("it is \(entry.example), so".utf8)
  }

  /// What does not hold of an input, or nil.
  static func complaint(about input: [UInt8]) -> String? {
    guard input.count >= 2 else { return nil }
    let text = Array(input[2...])
    let name = Array(names[Int(input[1] & 7)].utf8)
    if let complaint = twins(text, key: name) { return complaint }
    var request = RedactionRequest()
    request.kinds = .max
    request.usualOperator = operators[Int(input[0] & 15)]
    request.folds = input[1] & 8 != 0
    request.minimumConfidence = input[1] & 64 != 0 ? 1 : 2
    do throws(EventFailure) {
      return try lines(text, name, request, receipts: input[1] & 128 != 0)
    } catch {
      // Bytes that are no UTF-8 make no event, and are refused.
      if case .malformed = error { return nil }
      return "the stage stopped"
    }
  }

  private static let filter = PrefixFilter(Scanner.prefixes)

  /// Whether the scanner in blocks and its plain twin find the same.
  static func twins(_ text: [UInt8], key: [UInt8]) -> String? {
    var fast = Hits(wanted: .max, minimumConfidence: 1)
    var plain = Hits(wanted: .max, minimumConfidence: 1)
    AnchorScan.scan(text.span, key: key.span, filter, into: &fast)
    ScalarScan.scan(text.span, key: key.span, filter, into: &plain)
    let (one, other) = (fast.found.sorted(by: precedes), plain.found.sorted(by: precedes))
    if one != other { return "in blocks \(one), byte by byte \(other)" }
    for hit in one where hit.start < 0 || hit.start >= hit.end || hit.end > text.count {
      return "a hit is outside of the text or empty: \(hit)"
    }
    return nil
  }

  private static func precedes(_ one: Hit, _ other: Hit) -> Bool {
    (one.start, one.end, one.kind, one.confidence)
      < (other.start, other.end, other.kind, other.confidence)
  }

  /// Redacts an event with the text, and what comes out of that.
  private static func lines(
    _ text: [UInt8], _ name: [UInt8], _ request: RedactionRequest, receipts: Bool
  ) throws(EventFailure) -> String? {
    let before = Array(#"{ "n":1.50 ,"metadata" : {"#.utf8) + [.quote] + name + Array("\":\"".utf8)
    let behind = Array(#"" , "o":"\u00e9\/" } , "team":"4111"}"#.utf8)
    var line = before + text + behind
    if !isEvent(line) { line = before + escaped(text) + behind }
    let receipted = receipts ? ReceiptedLine.line(line) : nil
    guard let once = try redacted(receipted ?? line, request) else { return nil }
    guard isEvent(once) else { return "what comes out is no event" }
    if let receipted {
      guard ReceiptedLine.root(once) == ReceiptedLine.root(receipted) else {
        return "a receipt proves another event"
      }
    } else if !once.starts(with: before) {
      return "bytes before the text changed"
    }
    guard once.suffix(behind.count) == behind[...] else { return "bytes behind the text changed" }
    if try redacted(once, request) != nil { return "a second run changes something" }
    return nil
  }

  private static func isEvent(_ line: [UInt8]) -> Bool {
    let lookup = LookupBuilder().finish()
    var table = lookup.makeTable()
    do throws(JSONProblem) {
      try lookup.scan(line.span, into: &table)
      return true
    } catch {
      return false
    }
  }

  private static func escaped(_ text: [UInt8]) -> [UInt8] {
    var output = Output(capacity: text.count + 1)
    StringEscapes.encodeInside(text.span, into: &output)
    return bytes(of: output)
  }

  private static func bytes(of output: borrowing Output) -> [UInt8] {
    (0..<output.count).map { output.bytes[$0] }
  }

  /// The line that a stage writes in place of one; nil where it keeps it.
  private static func redacted(
    _ line: [UInt8], _ request: RedactionRequest
  ) throws(EventFailure) -> [UInt8]? {
    let ring = KeyRing([KeyRing.Key(identifier: "a1", secret: Array(0..<32))])
    let pseudonyms = Pseudonymizer(ring, also: nil, emailFolding: .case)
    var stage = try stage(request, pseudonyms)
    var output = Output(capacity: 64)
    guard case .replaced = try stage.process(line.span, into: &output) else { return nil }
    return bytes(of: output)
  }

  private static func stage(
    _ request: RedactionRequest, _ pseudonyms: Pseudonymizer
  ) throws(EventFailure) -> RedactStage {
    do throws(Problem) {
      return try RedactStage(request, pseudonyms: pseudonyms, log: nil, observing: false)
    } catch {
      throw .stopped(error)
    }
  }
}
