import Bytes
import Digests
import EventJSON

/// Reads receipts strictly: nothing that is not understood, no two spellings of one value
/// (spec/integrity.md, section 2.4).
///
/// Made once and used for many.
struct ReceiptReader: ~Copyable {
  private var form = CanonicalForm()
  private var canonical = Output(capacity: 2048)
  private var nodes: [CanonicalNode] = []
  private var decoded = Output(capacity: 1024)

  /// Reads the receipt that a value of an accepted line is.
  mutating func read(
    _ value: Field, of line: Span<UInt8>, into receipt: inout Receipt
  ) throws(ReceiptRefusal) {
    receipt.removeAll()
    guard value.kind == .object else { throw .receipt }
    canonical.removeAll()
    do throws(CanonicalRefusal) {
      try form.append(
        value: line.extracting(value.start..<value.end), to: &canonical, noting: &nodes)
    } catch {
      throw .event(error)
    }
    var hasOpening = false
    var member = 1
    while member < nodes.count {
      if try readMember(member, into: &receipt) { hasOpening = true }
      member = nodes[member].next
    }
    guard hasOpening else { throw .receipt }
    if let index = receipt.index, let size = receipt.size, index >= size { throw .receipt }
  }

  /// Reads the member at a node, and gives whether it is `open`.
  private mutating func readMember(
    _ member: Int, into receipt: inout Receipt
  ) throws(ReceiptRefusal) -> Bool {
    let node = nodes[member]
    if isName(node, "\"i\"") {
      receipt.index = try number(node)
    } else if isName(node, "\"n\"") {
      receipt.size = try number(node)
    } else if isName(node, "\"stub\"") {
      guard try number(node) == 1 else { throw .receipt }
      receipt.isStub = true
    } else if isName(node, "\"mask\"") {
      try readMask(member, into: &receipt.mask)
    } else if isName(node, "\"path\"") {
      receipt.path = try path(node)
    } else if isName(node, "\"open\"") {
      try Self.decode(node, canonical, into: &receipt.opening)
      return true
    } else {
      throw .receipt
    }
    return false
  }

  private func isName(_ node: CanonicalNode, _ word: StaticString) -> Bool {
    ByteScan.equals(canonical.bytes.extracting(node.name), word)
  }

  private func number(_ node: CanonicalNode) throws(ReceiptRefusal) -> Int {
    guard node.kind == .number,
      let value = DecimalNumber.value(canonical.bytes.extracting(node.value))
    else { throw .receipt }
    return value
  }

  private func readMask(_ member: Int, into mask: inout Mask) throws(ReceiptRefusal) {
    guard nodes[member].kind == .object else { throw .mask }
    var entry = member + 1
    while entry < nodes[member].next {
      try mask.add(entry, nodes, canonical.bytes)
      entry = nodes[entry].next
    }
  }

  private static func decode(
    _ node: CanonicalNode, _ canonical: borrowing Output, into output: inout Output
  ) throws(ReceiptRefusal) {
    guard node.kind == .string else {
      throw node.kind == .escapedString ? .base64 : .receipt
    }
    guard Base64.url.decode(canonical.bytes.extracting(node.text), into: &output) else {
      throw .base64
    }
  }

  private mutating func path(_ node: CanonicalNode) throws(ReceiptRefusal) -> [Digest256] {
    decoded.removeAll()
    try Self.decode(node, canonical, into: &decoded)
    guard decoded.count % Digest256.size == 0 else { throw .receipt }
    var path: [Digest256] = []
    for start in stride(from: 0, to: decoded.count, by: Digest256.size) {
      guard let digest = Digest256(decoded.bytes.extracting(start..<start + Digest256.size))
      else { throw .receipt }
      path.append(digest)
    }
    return path
  }
}
