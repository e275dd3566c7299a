public import Bytes
import EventJSON

/// Makes stubs: events that are shown only as far as an expression reads them, so that it can be
/// seen that it does not fit (spec/integrity.md, section 7).
///
/// Everything else is masked: members are left out, elements of arrays are null.
public struct StubWriter: ~Copyable {
  private let kept: KeptPaths
  private var puncture = Puncture()
  private var edits = ReceiptEdits()
  private var shown = Output(capacity: 4096)
  private var name = Output(capacity: 256)

  /// A writer of stubs that show these paths.
  public init(_ kept: KeptPaths) { self.kept = kept }

  /// Appends the stub of an event that carries a receipt.
  ///
  /// - Throws: why the event, or its receipt, is malformed; nothing is appended then.
  public mutating func append(
    _ line: Span<UInt8>, to output: inout Output
  ) throws(ReceiptRefusal) {
    edits.removeAll()
    edits.isStub = true
    shown.removeAll()
    let bounds = Skip.bounds(of: line)
    var members = MemberIterator(line, Field(.object, bounds.lowerBound, bounds.upperBound))
    while let (key, value) = members.next(line) {
      decode(key, line)
      if name.bytes.count == 3, ByteScan.equals(name.bytes, "_kt") { continue }
      write(key, value, below: KeptPaths.root, line, isFirst: false)
    }
    output.append(constant: "{\"_kt\":")
    guard try puncture.append(line, &edits, to: &output) else { throw .receipt }
    output.append(shown.bytes)
    output.append(.closeBrace)
  }

  private mutating func decode(_ key: Field, _ line: Span<UInt8>) {
    name.removeAll()
    StringEscapes.decode(line, key.start, key.end, into: &name)
  }

  /// Writes a member, or masks it; gives whether it was written.
  @discardableResult
  private mutating func write(
    _ key: Field, _ value: Field, below node: Int, _ line: Span<UInt8>, isFirst: Bool
  ) -> Bool {
    decode(key, line)
    guard let member = kept.member(of: node, named: name.bytes) else {
      edits.mask(valueAt: value.start)
      return false
    }
    if !isFirst { shown.append(.comma) }
    shown.append(line.extracting(key.start - 1..<key.end + 1))
    shown.append(.colon)
    write(value, member, line)
    return true
  }

  /// Writes what is shown of a value.
  private mutating func write(_ value: Field, _ node: Int, _ line: Span<UInt8>) {
    switch value.kind {
    case .object where !kept.isEnd(node):
      shown.append(.openBrace)
      var isFirst = true
      var members = MemberIterator(line, value)
      while let (key, member) = members.next(line) {
        if write(key, member, below: node, line, isFirst: isFirst) { isFirst = false }
      }
      shown.append(.closeBrace)
    case .array where !kept.isEnd(node):
      shown.append(.openBracket)
      var isFirst = true
      var elements = ElementIterator(line, value)
      while let element = elements.next(line) {
        if !isFirst { shown.append(.comma) }
        isFirst = false
        if let elements = kept.elements(of: node) {
          write(element, elements, line)
        } else {
          edits.mask(valueAt: element.start)
          shown.append(constant: "null")
        }
      }
      shown.append(.closeBracket)
    default:
      // A scalar stays, as the expression would see that nothing stands below it.
      let quote = value.isString ? 1 : 0
      shown.append(line.extracting(value.start - quote..<value.end + quote))
    }
  }
}
