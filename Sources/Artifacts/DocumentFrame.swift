import Bytes
import Stages

/// A frame with a document whose begin line was read.
struct DocumentFrame {
  /// The begin.
  let begin: FrameBegin
  /// What follows the frame.
  var tracker: FrameTracker

  /// The frame that `line` begins; nil where it is no begin of a document, or none that is sound,
  /// which whoever reads events tells.
  init?(beginning line: Span<UInt8>, earlier: Set<[UInt8]>) {
    var tracker = FrameTracker(earlier: earlier)
    guard case .begin(let begin)? = try? tracker.note(line), begin.media != nil else { return nil }
    self.begin = begin
    self.tracker = tracker
  }

  /// What is behind a document: its end, and what speaks against its being whole.
  ///
  /// A last line that is cut off is no end; one that is whole, and wrong, is an error.
  mutating func end(
    _ line: DocumentEnd
  ) throws(FrameProblem) -> (end: FrameEnd?, problem: FrameProblem?) {
    guard let text = line.text else { return (nil, .noEndOfDocument(bytes: line.bytes)) }
    do throws(FrameProblem) {
      guard case .end(let end) = try tracker.note(text.span) else { throw .endOutside }
      let problem = tracker.incompleteness(of: end, documentBytes: line.bytes)
      if let problem, !problem.isIncompleteness { throw problem }
      return (end, problem)
    } catch {
      guard case .malformed = error, !line.isTerminated else { throw error }
      return (nil, .noEndOfDocument(bytes: line.bytes))
    }
  }
}

/// What came behind a document that was read.
struct DocumentEnd {
  /// How many bytes the document has.
  let bytes: Int
  /// The end line; nil where the input ended before it.
  let text: [UInt8]?
  /// Whether a newline ended it.
  let isTerminated: Bool
}
