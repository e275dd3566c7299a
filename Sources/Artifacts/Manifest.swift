import Bytes
import Compression
import DecisionEvent
import EventJSON
import Stages

/// What `PATH.manifest.json` says of an artifact: without it there is no export.
struct Manifest {
  let artifact: Path
  let content: ArtifactContent
  let mediaType: MediaType
  let compression: CompressionMethod
  /// Events in the artifact, or nil for a document.
  let counts: Counts?
  let observation: Observation
  let isFramed: Bool
  /// Whether nothing is missing; nil where nobody can know, as no frame says so.
  let isComplete: Bool?
  /// What shows that something is missing.
  let incompleteness: String?
  /// The JSON of the stages before the sink, without brackets.
  let stages: [UInt8]
  let tool: ToolIdentity
  let created: Timestamp

  /// The manifest as JSON, one member a line.
  func write(into output: inout Output) {
    output.append("{\n  \"format\": \"kt-manifest\",\n  \"format_version\": 1")
    member("artifact", artifact.text, &output)
    member("bytes", content.stored.bytes, &output)
    member("sha256", content.stored.sha256.hexadecimal, &output)
    member("media_type", mediaType.name, &output)
    member("content_encoding", compression.contentEncoding, &output)
    if let engine = compression.engineIdentity {
      key("compression", &output)
      output.append("{\"engine\": \"\(engine.name)\", \"version\": ")
      output.append(json: engine.version)
      output.append(", \"level\": \(compression.level)}")
    }
    member("events", counts?.written, &output)
    member("uncompressed_bytes", content.uncompressedBytes, &output)
    member("uncompressed_sha256", content.uncompressedSHA256.hexadecimal, &output)
    member("first_event_time", observation.first?.description, &output)
    member("last_event_time", observation.last?.description, &output)
    member("framed", isFramed, &output)
    member("complete", isComplete, &output)
    if let incompleteness { member("incompleteness", incompleteness, &output) }
    writeStages(&output)
    member("tool", tool.name, &output)
    member("tool_version", tool.version, &output)
    member("created", created.description, &output)
    output.append("\n}\n")
  }

  /// The stages of the frame, the sink's own entry last.
  private func writeStages(_ output: inout Output) {
    key("stages", &output)
    output.append("[\n    ")
    if !stages.isEmpty {
      output.append(stages.span)
      output.append(",\n    ")
    }
    let counts = counts ?? Counts()
    StageEntry(tool: tool, counts: counts).write(into: &output)
    output.append("\n  ]")
  }

  private func key(_ name: String, _ output: inout Output) {
    output.append(",\n  ")
    output.append(json: name)
    output.append(": ")
  }

  private func member(_ name: String, _ text: String?, _ output: inout Output) {
    key(name, &output)
    if let text { output.append(json: text) } else { output.append("null") }
  }

  private func member(_ name: String, _ number: Int?, _ output: inout Output) {
    key(name, &output)
    if let number { output.append(decimal: number) } else { output.append("null") }
  }

  private func member(_ name: String, _ value: Bool?, _ output: inout Output) {
    key(name, &output)
    output.append(value.map(String.init) ?? "null")
  }
}
