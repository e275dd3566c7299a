import Bytes
import Stages
import Transcripts
import Typesetting

extension FormatEntry {
  /// The same as `html`, on pages.
  static let pdf = FormatEntry(
    "pdf", "the same on pages, by Pango and Cairo where they are installed",
    .document(mediaType: "application/pdf"),
    options: [.exportID, .createdAt, .checkpoint, .manifest, .groupWindow, .requireGlyphs]
  ) { request, job throws(FormatProblem) in
    let typesetter: Typesetter
    do throws(TypesettingProblem) {
      typesetter = try Typesetter()
    } catch {
      throw FormatProblem(Problem(.failure, "--to pdf: \(error.description)"))
    }
    return job.runTranscript(
      request,
      writing: PDFTranscript(
        typesetter, creator: "\(job.tool.name) \(job.tool.version)", created: request.createdAt,
        requiringGlyphs: request.requiresGlyphs))
  }
}
