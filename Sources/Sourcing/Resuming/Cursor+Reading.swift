import Bytes
import DecisionEvent
import Digests
import EventJSON

// Reading back what `Cursor+Writing.swift` describes.
extension Cursor {
  /// What is wrong with a text that is no cursor.
  struct Malformed: Error, Equatable {
    let reason: String

    static let incomplete = Malformed(reason: "a member is missing or of another kind")
  }

  /// Parses a cursor.
  static func parse(_ text: Span<UInt8>) throws(Malformed) -> Cursor {
    var cursor = Cursor()
    var reader = MemberReader(
      ["kt_cursor", "key", "latest", "folder", "folder_bytes", "inputs"])
    try reader.scan(text)
    guard try reader.number("kt_cursor", text) == 1 else {
      throw Malformed(reason: "of a version this tool does not know")
    }
    cursor.key = DigestKey(try reader.digest("key", text))
    if !reader.isNull("latest") {
      let digits = try reader.string("latest", text)
      guard let time = Timestamp(digits.span) else { throw .incomplete }
      cursor.latest = time
    }
    cursor.folder = try reader.path("folder", text)
    var entryReader = MemberReader(CursorEntry.members)
    let inputs = try reader.array("inputs")
    var elements = ElementIterator(text, inputs)
    while let element = elements.next(text) {
      guard element.kind == .object else { throw .incomplete }
      cursor.entries.append(
        try CursorEntry.parse(text.extracting(element.start..<element.end), &entryReader))
    }
    return cursor
  }
}

extension CursorEntry {
  fileprivate static let members = [
    "path", "path_bytes", "device", "inode", "stored.bytes", "stored.tail",
    "stored.tail.bytes", "stored.tail.sha256", "offset", "line", "column", "holds_lines",
    "at_end", "head.bytes", "head.sha256", "prefixes", "tail.bytes", "tail.sha256", "exported",
  ]

  fileprivate static func parse(
    _ object: Span<UInt8>, _ reader: inout MemberReader
  ) throws(Cursor.Malformed) -> CursorEntry {
    try reader.scan(object)
    let whole = try reader.fingerprint("head", object)
    let prefixes = try reader.byteStrings("prefixes", object, length: 8)
    let exported = try reader.byteStrings("exported", object, length: 16)
    let entry = CursorEntry(
      path: try reader.path("path", object), stored: try stored(object, reader),
      position: try position(object, reader), head: HeadPrint(whole: whole, prefixes: prefixes),
      isAtEnd: try reader.flag("at_end"), exported: exported.map { Digest128($0) })
    // Numbers that contradict each other would lead behind what was read.
    let known = min(entry.position.offset, Fingerprint.maximumLength)
    guard whole.count == known, entry.position.tail.count <= known, entry.position.line > 0
    else { throw .incomplete }
    return entry
  }

  private static func stored(
    _ object: Span<UInt8>, _ reader: MemberReader
  ) throws(Cursor.Malformed) -> StoredFile {
    let device = try reader.unsigned("device", object)
    let inode = try reader.unsigned("inode", object)
    let size = try reader.number("stored.bytes", object)
    var tail: Fingerprint?
    if !reader.isNull("stored.tail") { tail = try reader.fingerprint("stored.tail", object) }
    return StoredFile(identity: [device, inode], size: size, tail: tail)
  }

  private static func position(
    _ object: Span<UInt8>, _ reader: MemberReader
  ) throws(Cursor.Malformed) -> ReadingPosition {
    var position = ReadingPosition()
    position.offset = try reader.number("offset", object)
    position.line = try reader.number("line", object)
    position.column = try reader.number("column", object)
    position.holdsLines = try reader.flag("holds_lines")
    position.tail = try reader.fingerprint("tail", object)
    return position
  }
}
