import Bytes
import Commitments
import Digests
import EventJSON
import Stages

/// What a receipt says, for people.
enum ReceiptText {
  /// Appends what the receipt of an event says; one that is refused is a problem.
  static func write(
    _ line: [UInt8], _ place: Place, into output: inout Output
  ) throws(Problem) {
    var verifier = ReceiptVerifier()
    let root: Digest256?
    do throws(ReceiptRefusal) {
      root = try verifier.root(of: line.span)
    } catch {
      throw Problem(.badInput, "\(place.text): the receipt is refused: \(error.code)")
    }
    var rows = Rows()
    guard let root else {
      rows.add("event", "\(place.text), no receipt")
      return rows.write(into: &output)
    }
    rows.add("receipt", "\(place.text)\(verifier.isStub ? ", a stub" : "")")
    if let index = verifier.index { rows.add("index", "\(index)") }
    if let size = verifier.size { rows.add("log size", "\(size)") }
    let leaf = verifier.leaf(ofRoot: root)
    rows.add("leaf", leaf.bytes.hexadecimal)
    if let path = verifier.path, let index = verifier.index, let size = verifier.size {
      let top = InclusionProof.root(of: leaf, at: index, size: size, path: path)
      rows.add(
        "path",
        "\(path.count) hashes to the root "
          + (top.map { $0.bytes.hexadecimal } ?? "of no log of this size"))
    }
    for part in masked(verifier.receipt, of: line) { rows.add("masked", part) }
    rows.write(into: &output)
  }

  /// The pointers of a receipt that was accepted, each with how much is masked there.
  private static func masked(_ receipt: Field, of line: [UInt8]) -> [String] {
    var parts: [String] = []
    var members = MemberIterator(line.span, receipt)
    while let (name, mask) = members.next(line.span) {
      guard StringEscapes.text(of: name, in: line.span) == "mask" else { continue }
      var entries = MemberIterator(line.span, mask)
      while let (pointer, zones) = entries.next(line.span) {
        let pointer = StringEscapes.text(of: pointer, in: line.span)
        guard zones.kind == .array else {
          parts.append("\(pointer), whole")
          continue
        }
        var count = 0
        var elements = ElementIterator(line.span, zones)
        while elements.next(line.span) != nil { count += 1 }
        parts.append("\(pointer), \(count == 1 ? "a part" : "\(count) parts") of the text")
      }
    }
    return parts
  }
}
