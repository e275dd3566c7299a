public import Bytes
import DecisionEvent
import Manifests
public import Stages

/// Shows a manifest to people.
public enum ManifestTable {
  /// Appends the manifest at `path`, or of the export in the folder `path`, as a table.
  ///
  /// - Throws: `failure` where it can't be read, `badInput` where it is no manifest.
  public static func write(_ path: Path, into output: inout Output) throws(Problem) {
    let manifest = try read(path)
    var rows = [["artifact", "events", "bytes", "uncompressed", "first event", "last event"]]
    for artifact in manifest.artifacts {
      rows.append([
        Quoting.escaped(artifact.path.text), artifact.events.map(String.init) ?? "-",
        "\(artifact.bytes)", "\(artifact.uncompressedBytes)", artifact.first?.description ?? "-",
        artifact.last?.description ?? "-",
      ])
    }
    let totals = manifest.totals
    rows.append([
      "total: \(totals.artifacts)", "\(totals.events)", "\(totals.bytes)",
      "\(totals.uncompressedBytes)", manifest.first?.description ?? "-",
      manifest.last?.description ?? "-",
    ])
    write(rows, into: &output)
    output.append("\n")
    writeFacts(manifest, into: &output)
  }

  private static func read(_ path: Path) throws(Problem) -> ExportManifest {
    var file = path
    var text: [UInt8] = []
    do throws(SystemError) {
      if try path.status().kind == .folder { file = path.appending(ExportNames.manifest) }
      text = try SmallFile.read(
        Path(bytes: file.lastComponent), in: try Folder(opening: file.folder))
    } catch {
      throw Problem(.failure, "\(Quoting.escaped(file.text)): \(error)")
    }
    do throws(ManifestProblem) {
      return try ExportManifest(text.span)
    } catch {
      throw Problem(.badInput, "\(Quoting.escaped(file.text)): \(error.reason)")
    }
  }

  /// Writes rows in columns, the first one to the left and numbers to the right.
  private static func write(_ rows: [[String]], into output: inout Output) {
    let widths = rows[0].indices.map { column in
      rows.map { $0[column].unicodeScalars.count }.max() ?? 0
    }
    for row in rows {
      var line = ""
      for column in row.indices {
        let blanks = String(
          repeating: " ", count: widths[column] - row[column].unicodeScalars.count)
        line += (1...3).contains(column) ? blanks + row[column] : row[column] + blanks
        line += "  "
      }
      while line.last == " " { line.removeLast() }
      output.append(line + "\n")
    }
  }

  private static func writeFacts(_ manifest: ExportManifest, into output: inout Output) {
    if let template = manifest.template {
      output.append("template: \(Quoting.escaped(template))\n")
    }
    if manifest.isDocument {
      output.append("document: \(Quoting.escaped(manifest.mediaType))\n")
    }
    let complete =
      switch manifest.isComplete {
      case true: "yes"
      case false: "no: \(Quoting.escaped(manifest.incompleteness ?? "nothing says why"))"
      case nil: "not known, as the input was not framed"
      }
    output.append("complete: \(complete)\n")
    if let compression = manifest.compression {
      output.append("compression: \(Quoting.escaped(compression.engine)), ")
      output.append("\(Quoting.escaped(compression.version)), level \(compression.level)\n")
    }
    for checkpoint in manifest.checkpoints {
      output.append("checkpoint: \(Quoting.escaped(checkpoint.origin)), ")
      output.append("size \(checkpoint.size), root \(Quoting.escaped(checkpoint.root)), ")
      output.append("in \(Quoting.escaped(checkpoint.path.text))\n")
    }
    for stage in manifest.stages {
      output.append("stage: \(Quoting.escaped(stage.tool)) \(Quoting.escaped(stage.version)): ")
      output.append("\(stage.read) read, \(stage.written) written, \(stage.dropped) dropped, ")
      output.append("\(stage.malformed) malformed")
      if stage.added > 0 { output.append(", \(stage.added) added") }
      output.append(stage.options.isEmpty ? "\n" : ": \(Quoting.escaped(stage.options))\n")
    }
    output.append("made: \(manifest.created) by \(Quoting.escaped(manifest.tool)) ")
    output.append("\(Quoting.escaped(manifest.toolVersion))\n")
  }
}
