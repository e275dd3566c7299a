import Bytes
import Digests
import EventJSON

@testable import Commitments

/// Edits lines that carry receipts as a redactor does, and makes the receipts that go with it.
enum EditedLine {
  /// What does not hold of a line with a root once it is edited so, or nil.
  static func complaint(_ line: [UInt8], _ root: Digest256, _ choices: [UInt8]) -> String? {
    guard let edited = edited(line, choices) else { return nil }
    guard let (after, shown) = ReceiptCheck.verified(edited) else { return "an edit is refused" }
    if after != root { return "an edit changes the root" }
    var proven = Output(capacity: 256)
    var verifier = ReceiptVerifier()
    guard (try? verifier.root(of: edited.span)) == root else { return "no root again" }
    let parts = verifier.unprovenParts(of: edited.span)
    for (part, next) in zip(parts, parts.dropFirst())
    where part.range.upperBound > next.range.lowerBound {
      return "parts that are not proven overlap"
    }
    verifier.appendProven(of: edited.span, to: &proven)
    let again = ReceiptCheck.verified(Array(copying: proven.bytes))
    return again?.root == root && again?.shown == shown ? nil : "what is proven is not proven"
  }

  /// A line with one value edited, or with none where there are no choices; nil where it carries no
  /// receipt that can be read.
  ///
  /// The choices are the value, what becomes of it, and where in a text that begins and how long it
  /// is.
  static func edited(_ line: [UInt8], _ choices: [UInt8]) -> [UInt8]? {
    var edits = ReceiptEdits()
    let change = choices.count == 4 ? change(line, choices, &edits) : nil
    var puncture = Puncture()
    var receipt = Output(capacity: 256)
    guard (try? puncture.append(line.span, &edits, to: &receipt)) == true else { return nil }
    var changes = [(puncture.receipt.start..<puncture.receipt.end, Array(copying: receipt.bytes))]
    if let change { changes.append(change) }
    var edited = line
    for (range, bytes) in changes.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
      edited.replaceSubrange(range, with: bytes)
    }
    return edited
  }

  private static func change(
    _ line: [UInt8], _ choices: [UInt8], _ edits: inout ReceiptEdits
  ) -> (Range<Int>, [UInt8])? {
    var form = CanonicalForm()
    var canonical = Output(capacity: 256)
    var nodes: [CanonicalNode] = []
    guard (try? form.append(event: line.span, to: &canonical, noting: &nodes)) != nil,
      nodes.count > 1
    else { return nil }
    let node = nodes[1 + Int(choices[0]) % (nodes.count - 1)]
    let source = node.source
    guard node.isString, choices[1] & 1 == 1 else {
      edits.mask(valueAt: source.lowerBound)
      let quote = node.isString ? 1 : 0
      return (source.lowerBound - quote..<source.upperBound + quote, Array("null".utf8))
    }
    var decoded = Output(capacity: 64)
    StringEscapes.decode(line.span, source.lowerBound, source.upperBound, into: &decoded)
    var text = Array(copying: decoded.bytes)
    var start = min(Int(choices[2]), text.count)
    var end = min(start + Int(choices[3] & 31), text.count)
    while start > 0, start < text.count, text[start] & 0xC0 == 0x80 { start -= 1 }
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    let new = Array("[#]".utf8.prefix(Int(choices[1] >> 1 & 3)))
    edits.replace(start..<end, inTextAt: source.lowerBound, by: new.count)
    text.replaceSubrange(start..<end, with: new)
    var encoded = Output(capacity: 64)
    StringEscapes.encodeInside(text.span, into: &encoded)
    return (source, Array(copying: encoded.bytes))
  }
}
