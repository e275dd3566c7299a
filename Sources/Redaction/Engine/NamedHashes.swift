import Bytes
import EventJSON

/// The hashes of texts whatever these are called: beside a text under its name with `_hash` or
/// `_sha256` behind it, or in the event's `content_hashes` under its name (spec/integrity.md,
/// section 5).
enum NamedHashes {
  private static let suffixes: [[UInt8]] = ["_hash", "_sha256"].map { Array($0.utf8) }

  /// Hands the hash of each text that `edits` changes to `body`, in all objects that hold a change.
  static func each(
    in object: Field, of line: Span<UInt8>, changedBy edits: borrowing EditList,
    _ body: (_ hash: Field, _ text: Field) -> Void
  ) {
    var hasHash = false
    var members = MemberIterator(line, object)
    while let (name, value) = members.next(line) {
      if base(of: name, line) != nil || isHashes(name, value, line) { hasHash = true }
      if value.kind == .object || value.kind == .array, edits.touches(value) {
        descend(value, line, edits, body)
      }
    }
    if hasHash { beside(object, line, edits, body) }
  }

  private static func descend(
    _ value: Field, _ line: Span<UInt8>, _ edits: borrowing EditList,
    _ body: (Field, Field) -> Void
  ) {
    if value.kind == .object { return each(in: value, of: line, changedBy: edits, body) }
    var elements = ElementIterator(line, value)
    while let element = elements.next(line) {
      if element.kind == .object || element.kind == .array, edits.touches(element) {
        descend(element, line, edits, body)
      }
    }
  }

  /// The hashes among the members of one object; only where there are any is something allocated.
  private static func beside(
    _ object: Field, _ line: Span<UInt8>, _ edits: borrowing EditList,
    _ body: (Field, Field) -> Void
  ) {
    var changed: [[UInt8]: Field] = [:]
    var members = MemberIterator(line, object)
    while let (name, value) = members.next(line) {
      if edits.touches(value) { changed[bytes(line, name.start, name.end)] = value }
    }
    if changed.isEmpty { return }
    members = MemberIterator(line, object)
    while let (name, value) = members.next(line) {
      if isHashes(name, value, line) {
        var hashes = MemberIterator(line, value)
        while let (name, hash) = hashes.next(line) {
          if let text = changed[bytes(line, name.start, name.end)] { body(hash, text) }
        }
      }
      guard value.isString, let end = base(of: name, line),
        let text = changed[bytes(line, name.start, end)]
      else { continue }
      body(value, text)
    }
  }

  private static func isHashes(_ name: Field, _ value: Field, _ line: Span<UInt8>) -> Bool {
    value.kind == .object
      && ByteScan.equals(line.extracting(name.start..<name.end), "content_hashes")
  }

  /// Where the text's name ends in the name of its hash, or nil where it is none.
  private static func base(of name: Field, _ line: Span<UInt8>) -> Int? {
    for index in suffixes.indices {
      let start = name.end - suffixes[index].count
      let suffix = suffixes[index]
      if start > name.start, ByteScan.equal(line, start, suffix.count, suffix.span) {
        return start
      }
    }
    return nil
  }

  private static func bytes(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for offset in start..<end { bytes.append(line[offset]) }
    return bytes
  }
}
