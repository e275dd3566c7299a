import Bytes

/// Finds the end of the document inside a frame: the frame's end line, which follows the document's
/// last byte at once.
///
/// ```
///   | team,n ... legal,2 | {"_kt_stream":"end","id":"<the frame's own>" ... } |
/// ```
/// A document may hold a line like that. It does not hold one with the frame's id, which is random
/// and newer than every event in it.
struct DocumentScanner {
  /// What bytes of a document begin with.
  enum Step: Equatable {
    /// This many bytes of the document; what follows them can't be told yet.
    case document(Int)
    /// This many bytes of the document, and the end line behind them.
    case end(Int)
  }

  private let finder: WordFinder

  /// A scanner for the document in the frame `id`.
  init(id: [UInt8]) {
    finder = WordFinder(Array("{\"_kt_stream\":\"end\",\"id\":\"".utf8) + id + [.quote])
  }

  /// What the bytes are that come next; those that may begin the end line are asked for again.
  func scan(_ bytes: Span<UInt8>) -> Step {
    if let end = finder.firstIndex(in: bytes, from: 0) { return .end(end) }
    return .document(bytes.count - beginning(in: bytes))
  }

  /// How many of the last bytes are the beginning of an end line.
  private func beginning(in bytes: Span<UInt8>) -> Int {
    let word = finder.word.span
    var count = min(word.count - 1, bytes.count)
    while count > 0 {
      let start = word.extracting(first: count)
      if ByteScan.equal(bytes, bytes.count - count, count, start) { break }
      count -= 1
    }
    return count
  }
}
