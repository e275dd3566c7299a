import Bytes
import Compression
import Manifests
import Stages

/// Whether what was read of a stream is published, and what its manifest says of it.
struct StreamOutcome {
  /// Whether anything is published.
  let isPublished: Bool
  private let incompleteness: String?

  /// The outcome of a run; a stream with something missing is a problem unless that is allowed.
  init(
    _ summary: RunSummary, allowsPartial: Bool, consequence: String
  ) throws(Problem) {
    let incompleteness = summary.incompleteness ?? Self.leftOut(summary.counts.malformed)
    if !summary.wasStopped, !allowsPartial, let incompleteness {
      throw Problem(.badInput, "stream not complete: \(incompleteness)\(consequence)")
    }
    isPublished = !summary.wasStopped
    self.incompleteness = incompleteness
  }

  private static func leftOut(_ malformed: Int) -> String? {
    switch malformed {
    case 0: nil
    case 1: "1 malformed line left out"
    default: "\(malformed) malformed lines left out"
    }
  }

  /// Writes what the stream was into a manifest: its frame, and the stages with the sink's own.
  ///
  /// `doubt` is why an event with a receipt can't be told to be true by what is at hand. In a frame
  /// through tools of this suite alone, which keep receipts true, it is no reason not to publish;
  /// any other filter may have changed what its receipt still opens (spec/integrity.md, section 6).
  func describe(
    _ summary: RunSummary, doubting doubt: Problem?, by tool: ToolIdentity,
    in manifest: inout ExportManifest
  ) throws(Problem) {
    manifest.isFramed = summary.isFramed
    manifest.isComplete = incompleteness != nil ? false : summary.isFramed ? true : nil
    manifest.incompleteness = incompleteness
    manifest.stages = try StageRecord.upstream(summary.stages)
    if let doubt, !summary.isFramed || !manifest.stages.allSatisfy(\.keepsReceipts) {
      throw doubt
    }
    manifest.stages.append(StageRecord(tool: tool, counts: summary.counts))
  }
}

extension StageRecord {
  /// The records of the stages before the sink, from the frames' ends.
  static func upstream(_ stages: [UInt8]) throws(Problem) -> [StageRecord] {
    let array = [.openBracket] + stages + [.closeBracket]
    do throws(ManifestProblem) {
      return try records(in: array.span)
    } catch {
      throw Problem(.badInput, "a frame's end: \(error.reason); nothing published")
    }
  }

  /// Whether the tool changes no event without its receipt: `kt-wrap` runs filters that may.
  fileprivate var keepsReceipts: Bool {
    ["kt-source", "kt-filter", "kt-check", "kt-redact", "kt-hash", "kt-format"].contains(tool)
  }

  /// The record of a tool that has run.
  init(tool: ToolIdentity, counts: Counts) {
    self.init(tool: tool.name, version: tool.version, options: tool.options)
    read = counts.read
    written = counts.written
    dropped = counts.dropped
    malformed = counts.malformed
  }
}

extension ExportManifest {
  /// Says how the artifacts are compressed.
  mutating func describe(_ method: CompressionMethod) {
    contentEncoding = method.contentEncoding
    compression = method.engineIdentity.map {
      Compression(engine: $0.name, version: $0.version, level: method.level)
    }
  }
}
