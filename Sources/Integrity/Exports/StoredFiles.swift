import Bytes
import Compression
import Digests
import Stages

/// Digests and numbers of events of an export's stored files, for its seal (spec/integrity.md,
/// section 2.6).
enum StoredFiles {
  /// The records of files in their order, the first event of the first one with this index.
  static func records(_ files: [Path], first: Int) throws(Problem) -> [FileRecord] {
    var records: [FileRecord] = []
    var next = first
    for (file, name) in zip(files, names(files)) {
      let record = try record(file, name: name, first: next)
      next += record.count
      records.append(record)
    }
    return records
  }

  /// The names of files without the folders that all of them are in.
  static func names(_ files: [Path]) -> [String] {
    let parts = files.map { $0.bytes.split(separator: .slash, omittingEmptySubsequences: true) }
    var shared = 0
    let shortest = parts.map(\.count).min() ?? 0
    while shared < shortest - 1, Set(parts.map { $0[shared] }).count == 1 { shared += 1 }
    return parts.map { parts in
      parts.dropFirst(shared).map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
    }
  }

  private static func record(
    _ file: Path, name: String, first: Int
  ) throws(Problem) -> FileRecord {
    let stored: StoredContent
    do throws(SystemError) {
      var descriptor = try file.openForReading()
      stored = try StoredContent.read(&descriptor)
    } catch {
      throw Problem(.failure, "--file: \(Quoting.escaped(file.text)): \(error)")
    }
    var content = EventCount()
    try content.read(file)
    guard let sha256 = Digest256(stored.sha256.span) else {
      preconditionFailure("a digest has 32 bytes")
    }
    var record = FileRecord(
      name: name, bytes: stored.bytes, sha256: sha256, first: first, count: content.events)
    if let encoding = content.encoding {
      record.encoding = .init(name: encoding, contentSHA256: content.sha256)
    }
    return record
  }
}

/// How many events a file of lines holds, what it holds, and how it is compressed.
private struct EventCount: ~Copyable {
  private var digest = StreamDigest()
  private(set) var events = 0
  private(set) var encoding: String?

  init() {}

  /// The SHA-256 of the decoded bytes.
  var sha256: Digest256 { digest.digest() }

  mutating func read(_ file: Path) throws(Problem) {
    do throws(ReadProblem) {
      var source = try Self.open(file)
      encoding = try source.encodingName()
      var input = Input()
      while try input.fill(from: &source) {
        let used = take(input.unread)
        input.consume(used)
      }
      note(input.unread)
      digest.update(input.unread)
    } catch {
      throw Problem(reading: file, error)
    }
  }

  private static func open(_ file: Path) throws(ReadProblem) -> DecodedSource {
    do throws(SystemError) {
      return DecodedSource(try file.openForReading())
    } catch {
      throw .system(error)
    }
  }

  /// Takes the whole lines of a block; gives how many bytes they have.
  private mutating func take(_ block: Span<UInt8>) -> Int {
    var start = 0
    while let end = ByteScan.firstIndex(of: .newline, in: block, from: start) {
      note(block.extracting(start..<end))
      start = end + 1
    }
    digest.update(block.extracting(0..<start))
    return start
  }

  /// Counts a line unless it is blank, or a frame's.
  private mutating func note(_ line: Span<UInt8>) {
    if !BlankLine.isBlank(line), !FrameLine.isFrame(line) { events += 1 }
  }
}
