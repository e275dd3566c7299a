import Bytes
import DecisionEvent
import Stages
import Transcripts

extension FormatEntry {
  /// Conversations for people to read, as a page that stands alone.
  static let html = FormatEntry(
    "html", "conversations for people, one self-contained page or volumes",
    .document(mediaType: "text/html"),
    options: [.exportID, .createdAt, .checkpoint, .groupWindow, .volumeEvents, .out]
  ) { request, job throws(FormatProblem) in
    if request.volumeFolder == nil, request.volumeEvents != nil {
      throw FormatProblem("--volume-events: --out names the folder that the volumes go into")
    }
    if request.volumeFolder != nil, request.isFramed {
      throw FormatProblem("--out: a document in a folder of its own has no --frame")
    }
    return job.runTranscript(request, writing: HTMLTranscript())
  }
}

extension TranscriptRequest {
  /// What the options of a format ask of a transcript.
  init(_ request: FormatRequest, tool: ToolIdentity) {
    self.init()
    exportID = request.exportID
    createdAt = request.createdAt
    self.tool = "\(tool.name) \(tool.version)"
    checkpoint = request.checkpoint
    if let window = request.groupWindow { self.window = window }
    volumeEvents = request.volumeFolder == nil ? nil : request.volumeEvents ?? Int.max
  }
}
