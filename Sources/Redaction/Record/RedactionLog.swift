public import Bytes
import Digests
import EventJSON
public import Stages

/// The redaction log (`--log`): a line for each event that changed, and one at the end
/// (spec/redaction.md, section 7).
///
/// It never holds a value, nor an unkeyed hash or the length of a secret.
public struct RedactionLog: ~Copyable {
  /// What became of one value.
  private struct Note {
    /// Where the value begins in its line.
    let start: Int
    /// Where its entries stand in `entryText`.
    let entries: Range<Int>
  }

  private let file: RecordFile
  private let rules: String
  private let tool: String
  private let keyIdentifier: String?
  fileprivate let showsOffsets: Bool
  private var block = Output(capacity: 64 * 1024)
  /// What became of the values of the event at hand, and the text of it.
  private var notes: [Note] = []
  private var entryText = Output(capacity: 4096)
  private var pointer = ValuePointer()
  private var digest = StreamDigest()
  private var eventCount = 0
  private var changedCount = 0

  /// Opens a log, made with mode 0600; one that holds something already is refused.
  ///
  /// - Parameters:
  ///   - rules: the digest of the effective rules.
  ///   - tool: name and version of the tool that redacts.
  ///   - keyIdentifier: the name of the key of pseudonyms, where there are any.
  ///   - showsOffsets: whether records say where in the new text replacements stand, in bytes of
  ///     its UTF-8; lengths of what stood there may be guessed by them.
  public init(
    _ path: Path, rules: String, tool: String, keyIdentifier: String?, showsOffsets: Bool
  ) throws(Problem) {
    let opened = try RecordFile(path, kind: "log")
    file = opened
    self.rules = rules
    self.tool = tool
    self.keyIdentifier = keyIdentifier
    self.showsOffsets = showsOffsets
  }

  /// Notes what became of a value of the event at hand: `entries` writes them.
  mutating func note(_ value: Field, entries: (inout JSONWriter, inout Output) -> Void) {
    let start = entryText.count
    var writer = JSONWriter()
    entries(&writer, &entryText)
    notes.append(Note(start: value.start, entries: start..<entryText.count))
  }

  /// Writes the member `fields`, in the order of the line.
  private mutating func writeFields(_ line: Span<UInt8>) {
    SmallSort.sort(&notes) { $0.start < $1.start }
    pointer.begin(line)
    block.append(.openBrace)
    for index in notes.indices {
      if index > 0 { block.append(.comma) }
      block.append(.quote)
      pointer.append(notes[index].start, of: line, into: &block)
      block.append(constant: "\":[")
      Self.append(entryText, notes[index].entries, to: &block)
      block.append(.closeBracket)
    }
    block.append(.closeBrace)
    notes.removeAll(keepingCapacity: true)
    entryText.removeAll()
  }

  private static func append(
    _ text: borrowing Output, _ part: Range<Int>, to block: inout Output
  ) {
    block.append(text.bytes.extracting(part))
  }

  /// Writes the record of an event that changed, `identifier` being its id where it may be told.
  mutating func record(
    _ line: Span<UInt8>, identifier: Field, at place: Place, into new: Span<UInt8>,
    hasSecret: Bool
  ) throws(Problem) {
    changedCount += 1
    var writer = JSONWriter()
    writer.beginObject(into: &block)
    writer.member("v", integer: 1, into: &block)
    writer.key("event_id", into: &block)
    writer.value(identifier, of: line, into: &block)
    if let file = place.file { member("file", file.text, &writer) }
    writer.member("line", integer: place.line, into: &block)
    member("rules", rules, &writer)
    member("tool", tool, &writer)
    if let keyIdentifier { member("kid", keyIdentifier, &writer) }
    writer.key("fields", into: &block)
    writeFields(line)
    // Beside the new length, the old one would tell how long a secret was.
    if !hasSecret {
      block.append(constant: ",\"in_bytes\":")
      block.append(decimal: line.count)
    }
    block.append(constant: ",\"out_bytes\":")
    block.append(decimal: new.count)
    block.append(constant: "}\n")
    if block.count >= 64 * 1024 { try flush() }
  }

  /// Adds an event to the digest of what goes on.
  mutating func digest(_ event: Span<UInt8>) {
    eventCount += 1
    digest.update(event)
    let newline: [UInt8] = [.newline]
    digest.update(newline.span)
  }

  /// Writes a closing line, the last one or the last one of a frame, and all of the log to its disk.
  ///
  /// The line says what was done to the stream so far, with the digest of what came out.
  ///
  /// The digest is the SHA-256 of all events as they went on, each with a newline, without the
  /// lines of frames.
  mutating func close(_ summary: (inout JSONWriter, inout Output) -> Void) throws(Problem) {
    var writer = JSONWriter()
    writer.beginObject(into: &block)
    writer.member("v", integer: 1, into: &block)
    writer.key("closing", into: &block)
    writer.boolean(true, into: &block)
    member("rules", rules, &writer)
    member("tool", tool, &writer)
    if let keyIdentifier { member("kid", keyIdentifier, &writer) }
    writer.member("events", integer: eventCount, into: &block)
    writer.member("changed", integer: changedCount, into: &block)
    summary(&writer, &block)
    block.append(constant: ",\"output_sha256\":\"")
    digest.append(hexadecimalTo: &block)
    block.append(constant: "\"}\n")
    try flush()
    try file.synchronize()
  }

  private mutating func member(
    _ name: StaticString, _ text: String, _ writer: inout JSONWriter
  ) {
    writer.key(name, into: &block)
    writer.string(text, into: &block)
  }

  private mutating func flush() throws(Problem) { try file.write(&block) }
}

extension Optional where Wrapped == RedactionLog, Wrapped: ~Copyable {
  /// Whether a log is kept that says where replacements stand.
  var showsOffsets: Bool {
    switch self {
    case .some(let log): log.showsOffsets
    case .none: false
    }
  }
}
