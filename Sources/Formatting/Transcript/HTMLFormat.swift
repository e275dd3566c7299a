import Bytes
import DecisionEvent
import Stages
import Transcripts

extension FormatEntry {
  /// Conversations for people to read, as a page that stands alone.
  static let html = FormatEntry(
    "html", "conversations for people, one self-contained page or volumes",
    .document(mediaType: "text/html"),
    options: [.exportID, .createdAt, .checkpoint, .manifest, .groupWindow, .volumeEvents, .out]
  ) { request, job throws(FormatProblem) in
    try request.prepareVolumes()
    return job.runTranscript(request, writing: HTMLTranscript())
  }
}

extension FormatRequest {
  /// Checks what is asked of volumes, and makes their folder.
  func prepareVolumes() throws(FormatProblem) {
    guard let volumeFolder else {
      if volumeEvents == nil { return }
      throw FormatProblem("--volume-events: --out names the folder that the volumes go into")
    }
    if isFramed {
      throw FormatProblem("--out: a document in a folder of its own has no --frame")
    }
    do throws(Problem) {
      try volumeFolder.create()
    } catch {
      throw FormatProblem(error)
    }
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
    manifests = request.manifests
    if let window = request.groupWindow { self.window = window }
    volumeEvents = request.volumeFolder == nil ? nil : request.volumeEvents ?? Int.max
  }
}
