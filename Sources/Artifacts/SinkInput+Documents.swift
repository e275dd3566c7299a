import Bytes
import Stages

// Documents inside frames, which are copied as they are.
extension SinkInput {
  /// The frame with a document that begins here, its begin line read; nil where none does.
  mutating func documentFrame(
    maximumLine: Int, earlier: Set<[UInt8]>
  ) throws(Problem) -> DocumentFrame? {
    guard try isAtFrame(), let line = try nextLine(limit: maximumLine),
      let frame = DocumentFrame(beginning: line.text.span, earlier: earlier)
    else { return nil }
    consume(line.text.count + (line.isTerminated ? 1 : 0))
    return frame
  }

  /// Copies the document of the frame `id`, and reads the end line behind it.
  mutating func copyDocument(
    _ id: [UInt8], to writer: inout ArtifactWriter, maximumLine: Int
  ) throws(Problem) -> DocumentEnd {
    let scanner = DocumentScanner(id: id)
    var bytes = 0
    while true {
      switch scanner.scan(input.unread) {
      case .end(let count):
        try copy(count, to: &writer)
        return try readEnd(behind: bytes + count, maximumLine: maximumLine)
      case .document(let count):
        try copy(count, to: &writer)
        bytes += count
        if try fill() { continue }
        // What is surely a part of an end line is no part of the document.
        let held = input.unread.count
        let rest = FramedStream.begins(input.unread) ? 0 : held
        try copy(rest, to: &writer)
        consume(held - rest)
        return DocumentEnd(bytes: bytes + rest, text: nil, isTerminated: false)
      }
    }
  }

  private mutating func copy(_ count: Int, to writer: inout ArtifactWriter) throws(Problem) {
    try writer.write(input.unread.extracting(0..<count))
    consume(count)
  }

  private mutating func readEnd(
    behind bytes: Int, maximumLine: Int
  ) throws(Problem) -> DocumentEnd {
    guard let line = try nextLine(limit: maximumLine) else {
      throw Problem(
        .badInput, "the frame's end is longer than \(maximumLine) bytes; nothing published")
    }
    consume(line.text.count + (line.isTerminated ? 1 : 0))
    return DocumentEnd(bytes: bytes, text: line.text, isTerminated: line.isTerminated)
  }
}
