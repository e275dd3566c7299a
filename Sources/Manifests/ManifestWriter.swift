public import Bytes
import DecisionEvent
import EventJSON

extension ExportManifest {
  /// Appends the manifest as JSON, one member or artifact a line.
  public func write(into output: inout Output) {
    output.append("{\n  \"format\": \"kt-manifest\",\n  \"format_version\": 1")
    if let template {
      member("template", template, &output)
    } else if let single = artifacts.first {
      member("artifact", single.path.text, &output)
      member("bytes", single.bytes, &output)
      member("sha256", single.sha256.hexadecimal, &output)
    }
    member("media_type", mediaType, &output)
    if isDocument { member("document", true, &output) }
    member("content_encoding", contentEncoding, &output)
    if let compression {
      key("compression", &output)
      output.append("{\"engine\": ")
      output.append(json: compression.engine)
      output.append(", \"version\": ")
      output.append(json: compression.version)
      output.append(", \"level\": \(compression.level)}")
    }
    if template == nil, let single = artifacts.first {
      member("events", single.events, &output)
      member("uncompressed_bytes", single.uncompressedBytes, &output)
      member("uncompressed_sha256", single.uncompressedSHA256.hexadecimal, &output)
    } else {
      writeArtifacts(&output)
    }
    member("first_event_time", first?.description, &output)
    member("last_event_time", last?.description, &output)
    member("framed", isFramed, &output)
    member("complete", isComplete, &output)
    if let incompleteness { member("incompleteness", incompleteness, &output) }
    writeCheckpoints(&output)
    writeStages(&output)
    member("tool", tool, &output)
    member("tool_version", toolVersion, &output)
    member("created", created.description, &output)
    output.append("\n}\n")
  }

  private func writeArtifacts(_ output: inout Output) {
    key("artifacts", &output)
    output.append("[")
    for index in artifacts.indices {
      output.append(index == 0 ? "\n    " : ",\n    ")
      artifacts[index].write(into: &output)
    }
    output.append(artifacts.isEmpty ? "]" : "\n  ]")
    key("totals", &output)
    let totals = totals
    output.append("{\"artifacts\": \(totals.artifacts), \"events\": \(totals.events), ")
    output.append("\"bytes\": \(totals.bytes), ")
    output.append("\"uncompressed_bytes\": \(totals.uncompressedBytes)}")
  }

  private func writeCheckpoints(_ output: inout Output) {
    switch checkpoints.count {
    case 0: return
    case 1:
      key("checkpoint", &output)
      checkpoints[0].write(into: &output)
    default:
      key("checkpoints", &output)
      output.append("[")
      for index in checkpoints.indices {
        output.append(index == 0 ? "\n    " : ",\n    ")
        checkpoints[index].write(into: &output)
      }
      output.append("\n  ]")
    }
  }

  private func writeStages(_ output: inout Output) {
    key("stages", &output)
    output.append("[")
    for index in stages.indices {
      output.append(index == 0 ? "\n    " : ",\n    ")
      stages[index].write(into: &output)
    }
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

extension ArtifactEntry {
  fileprivate func write(into output: inout Output) {
    output.append("{\"path\": ")
    output.append(json: path.text)
    output.append(", \"bytes\": \(bytes), \"sha256\": \"\(sha256.hexadecimal)\", \"events\": ")
    output.append(events.map(String.init) ?? "null")
    output.append(", \"uncompressed_bytes\": \(uncompressedBytes), \"uncompressed_sha256\": \"")
    output.append("\(uncompressedSHA256.hexadecimal)\", \"first_event_time\": ")
    append(first, &output)
    output.append(", \"last_event_time\": ")
    append(last, &output)
    output.append(", \"partition\": {")
    for index in partition.indices {
      if index > 0 { output.append(", ") }
      output.append(json: partition[index].name)
      output.append(": ")
      if let value = partition[index].value {
        output.append(json: value)
      } else {
        output.append("null")
      }
    }
    output.append("}}")
  }

  private func append(_ time: Timestamp?, _ output: inout Output) {
    if let time { output.append(json: time.description) } else { output.append("null") }
  }
}
