import Bytes
import Digests
import EventJSON

@testable import Commitments

/// What must hold of every line that may carry a receipt: tests of random lines and the fuzzer share
/// it.
///
/// The first byte of an input says what the rest is: an even one a line as a verifier gets it, an odd
/// one eight bytes of edits and an event, which gets a receipt.
enum ReceiptCheck {
  private static let event =
    #"{"a":"Call +44 20 7946 7056 or write to ana@b.example, Ana.","b/~":{"é":[1,2.50,"x",{"y":"\"\n1 2"}],"#
    + #""k":true},"c":[],"d":{},"n":12345678901234567890,"z":null}"#

  /// Lines with receipts, whole and with parts that are masked.
  private static let sealed: [[UInt8]] = choices.map { choices in
    let line = receipted(Array(event.utf8))
    return EditedLine.edited(line, choices) ?? line
  }

  private static let choices: [[UInt8]] = [
    [], [0, 4, 9, 3], [2, 1, 0, 0], [6, 7, 20, 5], [4, 0, 0, 0],
  ]

  /// Inputs to begin with.
  static let seeds: [[UInt8]] =
    sealed.map { [0] + $0 }
    + [[0, 4, 9, 3, 2, 1, 0, 0], [6, 7, 20, 5, 1, 1, 1, 1]].map { [1] + $0 + Array(event.utf8) }
    + [Array("\u{0}{\"_kt\":{\"open\":\"\"}}".utf8), Array("\u{1}abcdefgh{\"a\":\"é😀 b\"}".utf8)]

  /// What each sealed root proves.
  private static let proven: [Digest256: Set<[UInt8]>] = {
    var proven: [Digest256: Set<[UInt8]>] = [:]
    for line in sealed {
      guard let (root, shown) = verified(line) else { preconditionFailure("a seed is proven") }
      proven[root, default: []].insert(shown)
    }
    return proven
  }()

  /// What does not hold of an input, or nil.
  static func complaint(about input: [UInt8]) -> String? {
    guard let first = input.first else { return nil }
    let rest = Array(input.dropFirst())
    return first & 1 == 0 ? line(rest) : edits(rest)
  }

  /// A line that proves a root of the seeds shows what they do, and nothing else as proven.
  private static func line(_ line: [UInt8]) -> String? {
    guard let (root, shown) = verified(line) else { return nil }
    if let known = proven[root], !known.contains(shown) { return "a changed line is proven" }
    return EditedLine.complaint(line, root, [])
  }

  /// An event keeps its root whatever is edited, and loses it when a byte of what is proven changes.
  private static func edits(_ rest: [UInt8]) -> String? {
    guard rest.count >= 8 else { return nil }
    let event = Array(rest[8...])
    var hasher = EventHasher(salt: salt)
    // What is refused has no receipt.
    guard let hashes = try? hasher.hash(event.span) else { return nil }
    let line = receipted(event)
    if let complaint = EditedLine.complaint(line, hashes.root, Array(rest[..<4])) {
      return complaint
    }
    guard let once = EditedLine.edited(line, Array(rest[..<4])) else { return nil }
    if let complaint = EditedLine.complaint(once, hashes.root, Array(rest[4..<8])) {
      return complaint
    }
    var changed = once
    changed[(Int(rest[4]) << 8 | Int(rest[5])) % changed.count] ^= rest[6] | 1
    guard let (root, shown) = verified(changed), root == hashes.root else { return nil }
    return verified(once)?.shown == shown ? nil : "a changed line is proven"
  }

  private static let salt: ExportSalt = {
    guard let salt = ExportSalt(bytes: (0..<32).map { UInt8($0) }) else {
      preconditionFailure("32 bytes are a salt")
    }
    return salt
  }()

  /// An event in its canonical form with its receipt, which is the first member.
  private static func receipted(_ event: [UInt8]) -> [UInt8] {
    var hasher = EventHasher(salt: salt)
    var form = CanonicalForm()
    var canonical = Output(capacity: 256)
    guard let hashes = try? hasher.hash(event.span),
      (try? form.append(event: event.span, to: &canonical)) != nil
    else { return event }
    var line = Output(capacity: 256)
    line.append(constant: "{\"_kt\":")
    ReceiptWriter.append(seed: hashes.seed, to: &line)
    if canonical.count > 2 { line.append(.comma) }
    line.append(canonical.bytes.extracting(1...))
    return Array(copying: line.bytes)
  }

  /// The root that a line proves, and the canonical form of what of it is proven.
  static func verified(_ line: [UInt8]) -> (root: Digest256, shown: [UInt8])? {
    var verifier = ReceiptVerifier()
    // Why it is refused is of no interest.
    guard let root = (try? verifier.root(of: line.span)) ?? nil else { return nil }
    var shown = Output(capacity: 256)
    verifier.appendProven(of: line.span, to: &shown)
    var form = CanonicalForm()
    var canonical = Output(capacity: 256)
    guard (try? form.append(event: shown.bytes, to: &canonical)) != nil else {
      preconditionFailure("what is proven is an event")
    }
    return (root, Array(copying: canonical.bytes))
  }
}
