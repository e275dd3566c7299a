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
