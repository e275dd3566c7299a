import Compression
import Testing

@testable import Artifacts

@Suite struct MediaTypeTests {
  @Test(arguments: [
    ("a.jsonl", "application/x-ndjson", true, false),
    ("a.jsonl.gz", "application/x-ndjson", true, true),
    ("a.ndjson", "application/x-ndjson", true, false), ("a", "application/x-ndjson", true, false),
    ("a.gz", "application/x-ndjson", true, true), ("a.csv", "text/csv", false, false),
    ("a.csv.gz", "text/csv", false, true), ("a.CSV", "text/csv", false, false),
    ("a.json", "application/json", false, false),
    ("a.tsv", "text/tab-separated-values", false, false),
    ("a.html", "text/html", false, false), ("a.pdf", "application/pdf", false, false),
    ("a.2026.txt", "text/plain", false, false), ("a.md", "text/markdown", false, false),
    ("out.d/events", "application/x-ndjson", true, false),
    ("out.csv/events", "application/x-ndjson", true, false),
    ("./events.gz", "application/x-ndjson", true, true),
    ("../x.gz/events", "application/x-ndjson", true, false),
    ("csv", "application/x-ndjson", true, false), ("gz", "application/x-ndjson", true, false),
    ("a.", "application/x-ndjson", true, false), ("", "application/x-ndjson", true, false),
  ])
  func nameTellsWhatAnArtifactHolds(
    name: String, mediaType: String, isEvents: Bool, isGzip: Bool
  ) {
    let type = MediaType(artifact: name)
    #expect(
      type.name == mediaType && type.isEvents == isEvents && (type.compression == .gzip) == isGzip)
  }

  @Test(arguments: [("a.csv", false), ("a.csv.gz", true), ("a.jsonl", false)])
  func eventsStayEventsWhateverTheNameSays(name: String, isGzip: Bool) {
    let type = MediaType(eventsIn: name)
    #expect(
      type.name == "application/x-ndjson" && type.isEvents && (type.compression == .gzip) == isGzip)
  }

  @Test(arguments: [
    ("text/csv", "x.csv", false), ("text/csv; header=present", "d/x.CSV.gz", false),
    ("text/csv", "x.jsonl", true), ("text/csv", "x.tsv.zst", true), ("text/csv", "x", false),
    ("text/csv", "x.export", false), ("application/json", "x.json.gz", false),
    ("application/x-ndjson", "x.json", false), ("application/json", "x.ndjson", false),
    ("text/plain", "x.log", false), ("text/plain", "x.cef", false), ("text/plain", "x.html", true),
  ])
  func typeOfADocumentMustFitTheName(type: String, name: String, isContradicted: Bool) throws {
    let media = try #require(MediaType(document: type, in: name))
    #expect(media.name == type)
    #expect(!media.isEvents)
    #expect(media.isContradicted(byName: name) == isContradicted)
  }

  @Test(arguments: [
    "", "csv", "text/", "/csv", "text/csv/x", "te xt/csv", "text/c\u{1B}sv", "a/b\n",
  ])
  func whatIsNoMediaTypeIsRefused(type: String) {
    #expect(MediaType(document: type, in: "x.csv") == nil)
  }
}
