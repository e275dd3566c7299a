import Bytes
import EventJSON

/// The text of a string or number of a line, decoded where it has to be, in blocks that are
/// reused; and where each byte of it stands in the line.
struct DecodedValue: ~Copyable {
  private var decoded = Output(capacity: 16 * 1024)
  private var folded = Output(capacity: 256)
  private var offsets = OffsetTable()
  private var foldedOffsets = OffsetTable()
  private let folds: Bool
  /// Which block the text is in.
  private(set) var storage = Storage.line
  /// Whether an escape may have become a backslash; nothing else does, as each one begins an escape.
  private(set) var mayHaveBackslash = false

  /// Where a text is found.
  enum Storage {
    /// In the line itself, whose bytes it is.
    case line
    /// In the block of decoded texts.
    case decoded
    /// In the block of folded texts.
    case folded
  }

  init(folds: Bool) { self.folds = folds }

  /// Decodes a value of `line`.
  mutating func load(_ value: Field, of line: Span<UInt8>) {
    storage = .line
    mayHaveBackslash = folds
    if value.kind == .escapedString {
      decoded.removeAll()
      let isEscaped = TextDecoding.decode(value, of: line, into: &decoded, &offsets)
      mayHaveBackslash = folds || isEscaped
      storage = .decoded
    } else {
      offsets.begin(at: value.start)
    }
    guard folds else { return }
    folded.removeAll()
    if storage == .decoded {
      Self.fold(decoded, into: &folded, &foldedOffsets)
    } else {
      let text = line.extracting(value.start..<value.end)
      TextFolding.fold(text, into: &folded, &foldedOffsets)
    }
    storage = .folded
  }

  private static func fold(
    _ decoded: borrowing Output, into folded: inout Output, _ offsets: inout OffsetTable
  ) {
    TextFolding.fold(decoded.bytes, into: &folded, &offsets)
  }

  /// Hands the text to `body`.
  borrowing func withText<Result>(
    _ value: Field, of line: Span<UInt8>, _ body: (Span<UInt8>) -> Result
  ) -> Result {
    switch storage {
    case .line: body(line.extracting(value.start..<value.end))
    case .decoded: body(decoded.bytes)
    case .folded: body(folded.bytes)
    }
  }

  /// Where in the line a hit begins that begins at `offset` of the text.
  borrowing func rawStart(of offset: Int) -> Int {
    offsets.rawStart(of: storage == .folded ? foldedOffsets.rawStart(of: offset) : offset)
  }

  /// Where in the line a hit ends that ends at `offset` of the text.
  borrowing func rawEnd(of offset: Int) -> Int {
    offsets.rawEnd(of: storage == .folded ? foldedOffsets.rawEnd(of: offset) : offset)
  }
}
