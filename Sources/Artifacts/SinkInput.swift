import Bytes
import Compression
import Stages

/// Standard input, which several runs read one behind the other: each to the end of a frame that
/// others continue.
struct SinkInput: ~Copyable {
  private var source: DecodedSource?
  private(set) var input = Input()
  private var place = Place(file: nil, line: 1)
  private let decodes: Bool
  /// How many of the bytes that were read are counted by whoever took them.
  private var bytesTold = 0

  /// Standard input, decoded where it is compressed and `decodes` says so.
  init(decodes: Bool = true) { self.decodes = decodes }

  /// Reads to the end, or as far as `pump` wants.
  mutating func read<S: Stage & ~Copyable>(_ pump: inout Pump<S>) throws(Problem) {
    var source = try takeSource()
    try pump.checkInput(source, nil)
    pump.noteRead(input.bytesRead - bytesTold)
    do throws(Problem) {
      place = try pump.readLines(from: &source, &input, startingAt: place)
    } catch {
      self.source = consume source
      throw error
    }
    bytesTold = input.bytesRead
    self.source = consume source
  }

  private mutating func takeSource() throws(Problem) -> DecodedSource {
    if let source = source.take() { return source }
    return try DecodedSource(opening: nil, decodes: decodes)
  }

  /// How many bytes were read, after decoding, since this was asked for.
  mutating func takeBytesRead() -> Int {
    defer { bytesTold = input.bytesRead }
    return input.bytesRead - bytesTold
  }

  /// Reads once more behind what is unread; false at the end.
  mutating func fill() throws(Problem) -> Bool {
    var source = try takeSource()
    let isMore: Bool
    do throws(ReadProblem) {
      isMore = try input.fill(from: &source)
    } catch {
      throw Problem(reading: nil, error)
    }
    self.source = consume source
    return isMore
  }

  /// Goes behind unread bytes.
  mutating func consume(_ count: Int) {
    place = place.place(of: count, in: input.unread)
    input.consume(count)
  }

  /// Whether anything but blank lines follows, which are passed; waits until that is known.
  mutating func hasMore() throws(Problem) -> Bool {
    while true {
      var blanks = 0
      while blanks < input.unread.count, input.unread[blanks] <= .space { blanks += 1 }
      consume(blanks)
      if !input.unread.isEmpty { return true }
      guard try fill() else { return false }
    }
  }

  /// Whether the line of a frame follows; waits until that is known.
  mutating func isAtFrame() throws(Problem) -> Bool {
    while FramedStream.mayBegin(input.unread), !FramedStream.begins(input.unread) {
      guard try fill() else { return false }
    }
    return FramedStream.begins(input.unread)
  }

  /// The line that follows, up to its newline or the input's end.
  ///
  /// It stays unread; nil where it is longer than `limit`.
  mutating func nextLine(limit: Int) throws(Problem) -> (text: [UInt8], isTerminated: Bool)? {
    var searched = 0
    while true {
      if let end = ByteScan.firstIndex(of: .newline, in: input.unread, from: searched) {
        return (Array(copying: input.unread.extracting(0..<end)), true)
      }
      searched = input.unread.count
      guard searched <= limit else { return nil }
      guard try fill() else { return (Array(copying: input.unread), false) }
    }
  }
}
