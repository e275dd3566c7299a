import Bytes
import EventJSON

/// The hashes of texts that no dictionary knows: beside a text under its name with `_hash` or
/// `_sha256` behind it, or in the event's `content_hashes` under its name (spec/integrity.md,
/// section 5).
///
/// Lines without such a name, which is nearly all of them, cost a search for it.
struct NamedHashes: Sendable {
  private static let suffixes: [[UInt8]] = ["_hash", "_sha256"].map { Array($0.utf8) }
  /// With so many hashes in one object, their texts are looked up in a table.
  private static let few = 16

  private let finders = Self.suffixes.map { WordFinder($0 + [.quote]) }

  /// Hands the hash of each text that `edits` changes to `body`, in all objects that hold a change.
  func each(
    in event: Field, of line: Span<UInt8>, changedBy edits: borrowing EditList,
    _ body: (_ hash: Field, _ text: Field) -> Void
  ) {
    var isThere = false
    // A name stands in no value that changed, and those are most of a line.
    edits.eachKeptPart(of: line) { part in
      for index in finders.indices where !isThere {
        isThere = finders[index].firstIndex(in: line.extracting(part), from: 0) != nil
      }
    }
    if isThere { Self.descend(event, line, edits, body) }
  }

  /// Hands each member of `hashes` that is named as a member of the event which `edits` changes to
  /// `body`, with that member.
  static func eachNamed(
    in hashes: Field, as event: Field, of line: Span<UInt8>,
    changedBy edits: borrowing EditList, _ body: (_ hash: Field, _ text: Field) -> Void
  ) {
    match(hashes, event, line, edits, { name in name.end }, body)
  }

  private static func descend(
    _ value: Field, _ line: Span<UInt8>, _ edits: borrowing EditList,
    _ body: (Field, Field) -> Void
  ) {
    if value.kind == .object {
      match(value, value, line, edits, { base(of: $0, line) }, body)
      var members = MemberIterator(line, value)
      while let (_, member) = members.next(line) { descendIfChanged(member, line, edits, body) }
    } else {
      var elements = ElementIterator(line, value)
      while let element = elements.next(line) { descendIfChanged(element, line, edits, body) }
    }
  }

  private static func descendIfChanged(
    _ value: Field, _ line: Span<UInt8>, _ edits: borrowing EditList,
    _ body: (Field, Field) -> Void
  ) {
    guard value.kind == .object || value.kind == .array, edits.touches(value) else { return }
    descend(value, line, edits, body)
  }

  /// Finds to each member of `hashes` whose name holds a text's, up to where `end` says, the
  /// changed member of `texts` with that name.
  private static func match(
    _ hashes: Field, _ texts: Field, _ line: Span<UInt8>, _ edits: borrowing EditList,
    _ end: (Field) -> Int?, _ body: (Field, Field) -> Void
  ) {
    var count = 0
    var members = MemberIterator(line, hashes)
    while count <= few, let (name, _) = members.next(line) {
      if end(name) != nil { count += 1 }
    }
    let table = count > few ? changedMembers(of: texts, line, edits) : [:]
    members = MemberIterator(line, hashes)
    while count > 0, let (name, hash) = members.next(line) {
      guard hash.isString, let end = end(name) else { continue }
      let text =
        count > few
        ? table[bytes(line, name.start, end)]
        : changedMember(of: texts, line, named: name.start, end, edits)
      if let text { body(hash, text) }
    }
  }

  private static func changedMember(
    of object: Field, _ line: Span<UInt8>, named start: Int, _ end: Int,
    _ edits: borrowing EditList
  ) -> Field? {
    var members = MemberIterator(line, object)
    while let (name, value) = members.next(line) {
      if ByteScan.equal(
        line, name.start, name.end - name.start, line.extracting(start..<end)),
        edits.touches(value)
      {
        return value
      }
    }
    return nil
  }

  private static func changedMembers(
    of object: Field, _ line: Span<UInt8>, _ edits: borrowing EditList
  ) -> [[UInt8]: Field] {
    var changed: [[UInt8]: Field] = [:]
    var members = MemberIterator(line, object)
    while let (name, value) = members.next(line) {
      if edits.touches(value) { changed[bytes(line, name.start, name.end)] = value }
    }
    return changed
  }

  /// Where the text's name ends in the name of its hash, or nil where it is none.
  private static func base(of name: Field, _ line: Span<UInt8>) -> Int? {
    for index in suffixes.indices {
      let suffix = suffixes[index]
      let start = name.end - suffix.count
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
