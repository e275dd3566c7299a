import Bytes
import Digests
import EventJSON
import TestSupport
import Testing

@testable import Commitments

/// What is done to one value of an event in a test.
enum TestEdit: Equatable {
  /// Another value is shown.
  case hide
  /// The member is taken out.
  case drop
  /// Bytes of the text without escapes are replaced, in their order.
  case replace([(range: Range<Int>, text: String)])

  static func == (left: TestEdit, right: TestEdit) -> Bool {
    switch (left, right) {
    case (.hide, .hide), (.drop, .drop): true
    default: false
    }
  }
}

/// Edits events as a redactor does, on its own model of JSON, and tells a `Puncture` of it.
struct EventEditor {
  /// The event in its canonical form, with its receipt as the first member.
  private(set) var line: [UInt8] = []
  private(set) var receipt: [UInt8] = []
  private var canonical: [UInt8] = []
  private var nodes: [CanonicalNode] = []

  /// An event of which nothing is masked.
  init(_ event: String, seed: Digest128) throws {
    receipt = collect { ReceiptWriter.append(seed: seed, to: &$0) }
    line = Array(event.utf8)
    canonical = try Self.form(line, &nodes)
    line = Self.joined(receipt, canonical)
  }

  /// An event with its receipt.
  init(line: String) throws {
    self.line = Array(line.utf8)
    var form = CanonicalForm()
    let bytes = self.line
    var noted: [CanonicalNode] = []
    canonical = try collect { try form.append(event: bytes.span, to: &$0, noting: &noted) }
    nodes = noted
    receipt = Array(bytes[form.receipt.start..<form.receipt.end])
    self.line = Self.joined(receipt, canonical)
  }

  private static func form(_ line: [UInt8], _ nodes: inout [CanonicalNode]) throws -> [UInt8] {
    var form = CanonicalForm()
    return try collect { try form.append(event: line.span, to: &$0, noting: &nodes) }
  }

  private static func joined(_ receipt: [UInt8], _ canonical: [UInt8]) -> [UInt8] {
    Array(#"{"_kt":"#.utf8) + receipt + (canonical.count > 2 ? [.comma] : [])
      + canonical.dropFirst()
  }

  /// The pointers of all values but the event itself, with their kinds and texts.
  var values: [(pointer: String, node: CanonicalNode, isMember: Bool)] {
    var found: [(pointer: String, node: CanonicalNode, isMember: Bool)] = []
    collectValues(0, "", &found)
    return found
  }

  private func collectValues(
    _ node: Int, _ pointer: String,
    _ found: inout [(pointer: String, node: CanonicalNode, isMember: Bool)]
  ) {
    var child = node + 1
    for number in 0..<nodes[node].childCount {
      let name = nodes[child].name.isEmpty ? "\(number)" : text(nodes[child].name)
      let escaped = name.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
      found.append(("\(pointer)/\(escaped)", nodes[child], !nodes[child].name.isEmpty))
      collectValues(child, "\(pointer)/\(escaped)", &found)
      child = nodes[child].next
    }
  }

  /// The text of a string of the canonical form, given with its quotes.
  func text(_ range: Range<Int>) -> String {
    String(
      decoding: collect {
        StringEscapes.decode(canonical.span, range.lowerBound + 1, range.upperBound - 1, into: &$0)
      }, as: UTF8.self)
  }

  /// Applies edits, by pointers, and makes the receipt that goes with them.
  mutating func apply(_ edits: [String: TestEdit]) throws {
    var told = ReceiptEdits()
    var shift: [Int: TestEdit] = [:]
    // In the line stands a receipt before what the canonical form begins with.
    var lineNodes: [CanonicalNode] = []
    _ = try Self.form(line, &lineNodes)
    var pointers: [String: Int] = [:]
    for (place, value) in values.enumerated() { pointers[value.pointer] = place + 1 }
    for (pointer, edit) in edits {
      let node = try #require(pointers[pointer], "\(pointer) leads nowhere")
      shift[node] = edit
      let offset = lineNodes[node].source.lowerBound
      switch edit {
      case .hide, .drop: told.mask(valueAt: offset)
      case .replace(let replacements):
        for (range, text) in replacements {
          told.replace(range, inTextAt: offset, by: text.utf8.count)
        }
      }
    }
    var puncture = Puncture()
    let before = line
    var had = false
    receipt = try collect { had = try puncture.append(before.span, &told, to: &$0) }
    #expect(had)
    canonical = Array(edited(0, shift).utf8)
    canonical = try Self.form(canonical, &nodes)
    line = Self.joined(receipt, canonical)
  }

  private func edited(_ node: Int, _ edits: [Int: TestEdit]) -> String {
    switch edits[node] {
    case .hide, .drop: return #""[REDACTED]""#
    case .replace(let replacements):
      var text = Array(text(nodes[node].value).utf8)
      for (range, new) in replacements.reversed() { text.replaceSubrange(range, with: new.utf8) }
      return String(decoding: collect { StringEscapes.encode(text.span, into: &$0) }, as: UTF8.self)
    case nil: break
    }
    guard nodes[node].childCount > 0 else {
      return String(decoding: canonical[nodes[node].value], as: UTF8.self)
    }
    var parts: [String] = []
    var child = node + 1
    for _ in 0..<nodes[node].childCount {
      let name = String(decoding: canonical[nodes[child].name], as: UTF8.self)
      if edits[child] != .drop {
        parts.append((name.isEmpty ? "" : name + ":") + edited(child, edits))
      }
      child = nodes[child].next
    }
    let inside = parts.joined(separator: ",")
    return nodes[node].kind == .object ? "{\(inside)}" : "[\(inside)]"
  }

  /// The root that the event's receipt gives.
  func root() throws -> String? {
    var verifier = ReceiptVerifier()
    return try verifier.root(of: line.span)?.bytes.hexadecimal
  }
}
