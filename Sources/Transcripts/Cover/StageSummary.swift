import Bytes
import EventJSON

/// What one tool did to the events before they came here, as its entry in the stream's end says
/// (spec/cli.md, "Framed streams").
public struct StageSummary: Sendable, Equatable {
  /// The tool's name and version.
  public let tool: String
  /// The options that it ran with: the selection, where it selects.
  public let options: String
  /// How many events came in, went out, were dropped and malformed; nil where the entry says none.
  public let read, written, dropped, malformed: Int?

  /// The entries of an array's inside; none where it is not JSON, which no tool of the suite writes.
  static func list(_ entries: [UInt8]) -> [StageSummary] {
    guard !entries.isEmpty else { return [] }
    let json = Array("{\"stages\":[".utf8) + entries + Array("]}".utf8)
    let text = json.span
    var object = ObjectReader(["stages"])
    var members = ObjectReader(["tool", "version", "options", "in", "out", "dropped", "malformed"])
    var summaries: [StageSummary] = []
    do throws(JSONProblem) {
      try object.read(text)
      let array = object.field("stages")
      guard array.kind == .array else { return [] }
      var elements = ElementIterator(text, array)
      while let element = elements.next(text) {
        guard element.kind == .object else { continue }
        let entry = text.extracting(element.start..<element.end)
        try members.read(entry)
        summaries.append(StageSummary(members, entry))
      }
    } catch {
      // A frame's end was validated when it was read; what is left is nothing to tell.
      return summaries
    }
    return summaries
  }

  private init(_ members: ObjectReader, _ entry: Span<UInt8>) {
    let name = members.string("tool", of: entry) ?? "unknown tool"
    let version = members.string("version", of: entry)
    tool = version.map { "\(name) \($0)" } ?? name
    options = members.string("options", of: entry) ?? ""
    read = members.number("in", of: entry)
    written = members.number("out", of: entry)
    dropped = members.number("dropped", of: entry)
    malformed = members.number("malformed", of: entry)
  }
}

/// The tools that one stream of events went through, in their order.
public struct StageHistory: Sendable, Equatable {
  /// Which stream it was.
  public let title: String
  /// What each tool did to it.
  public let stages: [StageSummary]

  /// The histories of the streams that a document was made of, of the JSON of all their stages: each
  /// begins with a source.
  static func list(_ entries: [UInt8]) -> [StageHistory] {
    var streams: [[StageSummary]] = []
    for stage in StageSummary.list(entries) {
      if streams.isEmpty || stage.tool.hasPrefix("kt-source ") {
        streams.append([stage])
      } else {
        streams[streams.count - 1].append(stage)
      }
    }
    return streams.enumerated().map { index, stages in
      StageHistory(
        title: streams.count == 1
          ? "How the events came here" : "How stream \(index + 1) came here",
        stages: stages)
    }
  }

  /// The history that a manifest of kt-sink tells; nil where the file is no manifest.
  public init?(manifest file: [UInt8], name: String) {
    let text = file.span
    var object = ObjectReader(["stages"])
    do throws(JSONProblem) {
      try object.read(text)
    } catch {
      return nil
    }
    let array = object.field("stages")
    guard array.kind == .array else { return nil }
    let inside = text.extracting(array.start + 1..<array.end - 1)
    title = "How the events came into \(name)"
    stages = StageSummary.list(Array(copying: inside))
  }

  private init(title: String, stages: [StageSummary]) {
    self.title = title
    self.stages = stages
  }
}
