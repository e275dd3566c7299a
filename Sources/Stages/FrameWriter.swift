public import Bytes
import EventJSON

/// Who a stage's entry in a frame's end speaks of.
public struct ToolIdentity: Sendable, Equatable {
  /// The tool's name, such as `kt-filter`.
  public let name: String
  /// The suite's version.
  public let version: String
  /// The options it runs with, as a shell would take them.
  public let options: String

  /// A tool as it was called.
  public init(name: String, version: String, options: String) {
    self.name = name
    self.version = version
    self.options = options
  }
}

/// How a framed stream ended.
public enum FrameStatus: String, Sendable {
  /// All of it is there.
  case complete
  /// Malformed lines were left out, here or before.
  case partial
  /// The tool had to stop.
  case aborted
}

/// Writes the lines of a frame (spec/cli.md, "Framed streams").
enum FrameWriter {
  /// A new id: 32 hexadecimal digits of the system's random numbers.
  static func makeID() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    var digits = Output(capacity: 32)
    for _ in 0..<16 { digits.append(hexadecimal: UInt8.random(in: 0...255, using: &generator)) }
    return Array(copying: digits.bytes)
  }

  static func writeBegin(
    id: [UInt8], isValidated: Bool, continues: Bool, media: String?, into output: inout Output
  ) {
    output.append("{\"_kt_stream\":\"begin\",\"v\":1,\"id\":\"")
    output.append(id.span)
    output.append("\",\"valid\":\(isValidated)")
    if continues { output.append(",\"continues\":true") }
    if let media {
      output.append(",\"media\":")
      output.append(json: media)
    }
    output.append("}\n")
  }

  static func writeEnd(
    id: [UInt8], status: FrameStatus, reason: String?, counts: Counts, documentBytes: Int?,
    upstream: [UInt8], tool: ToolIdentity, into output: inout Output
  ) {
    output.append("{\"_kt_stream\":\"end\",\"id\":\"")
    output.append(id.span)
    output.append("\",\"events\":\(counts.written)")
    if let documentBytes { output.append(",\"bytes\":\(documentBytes)") }
    output.append(",\"status\":\"\(status.rawValue)\"")
    if let reason {
      output.append(",\"reason\":")
      output.append(json: reason)
    }
    output.append(",\"stages\":[")
    if !upstream.isEmpty {
      output.append(upstream.span)
      output.append(.comma)
    }
    StageEntry(tool: tool, counts: counts).write(into: &output)
    output.append("]}\n")
  }
}

/// What one tool did to a stream: its entry in a frame's end and in a manifest.
public struct StageEntry: Sendable {
  private let tool: ToolIdentity
  private let counts: Counts

  /// The entry of a tool that has run.
  public init(tool: ToolIdentity, counts: Counts) {
    self.tool = tool
    self.counts = counts
  }

  /// Appends the entry as a JSON object.
  public func write(into output: inout Output) {
    output.append("{\"tool\":")
    output.append(json: tool.name)
    output.append(",\"version\":")
    output.append(json: tool.version)
    output.append(
      ",\"in\":\(counts.read),\"out\":\(counts.written),\"dropped\":\(counts.dropped)")
    if counts.added > 0 { output.append(",\"added\":\(counts.added)") }
    output.append(",\"malformed\":\(counts.malformed),\"options\":")
    output.append(json: tool.options)
    output.append(.closeBrace)
  }
}
