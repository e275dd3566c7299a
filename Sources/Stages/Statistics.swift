import Bytes
import DecisionEvent
import EventJSON

/// How `--stats` is shown.
public enum StatisticsFormat: String, Sendable {
  /// One line of names and numbers.
  case text
  /// One JSON object.
  case json
}

/// The last line of a run with `--stats` (spec/cli.md, "Messages").
public struct Statistics {
  let counts: Counts
  private let bytesRead: Int
  private let bytesWritten: Int
  private let observation: Observation
  private let skippedArtifacts: Int

  /// What a run counted; artifacts are skipped whole where a manifest says that they hold nothing
  /// that is asked for.
  public init(
    counts: Counts, bytesRead: Int, bytesWritten: Int, observation: Observation,
    skippedArtifacts: Int = 0
  ) {
    self.skippedArtifacts = skippedArtifacts
    self.counts = counts
    self.bytesRead = bytesRead
    self.bytesWritten = bytesWritten
    self.observation = observation
  }

  /// The line without a newline: for people behind the tool's name, for machines as an object.
  func line(_ format: StatisticsFormat, tool: String) -> String {
    let first = observation.first.map(\.description)
    let last = observation.last.map(\.description)
    switch format {
    case .text:
      return "\(tool): read \(counts.read), written \(counts.written), "
        + "dropped \(counts.dropped), \(counts.added > 0 ? "added \(counts.added), " : "")"
        + "malformed \(counts.malformed), "
        + "bytes \(bytesRead) in \(bytesWritten) out, "
        + "unknown verdicts \(observation.unknownOutcomes), "
        + (skippedArtifacts > 0 ? "skipped artifacts \(skippedArtifacts), " : "")
        + "first \(first ?? "-"), last \(last ?? "-")"
        + observation.findings.map { ", \($0.name) \($0.count)" }.joined()
    case .json:
      var output = Output(capacity: 512)
      output.append("{\"tool\":")
      output.append(json: tool)
      output.append(",\"read\":\(counts.read),\"written\":\(counts.written)")
      output.append(",\"dropped\":\(counts.dropped)")
      if counts.added > 0 { output.append(",\"added\":\(counts.added)") }
      output.append(",\"malformed\":\(counts.malformed)")
      output.append(",\"bytes\":\(bytesRead),\"bytes_written\":\(bytesWritten)")
      if skippedArtifacts > 0 { output.append(",\"skipped_artifacts\":\(skippedArtifacts)") }
      output.append(",\"unknown_verdicts\":\(observation.unknownOutcomes)")
      output.append(",\"first_timestamp\":\(first.map { "\"\($0)\"" } ?? "null")")
      output.append(",\"last_timestamp\":\(last.map { "\"\($0)\"" } ?? "null")")
      append(observation.findings, to: &output)
      output.append(.closeBrace)
      return String(copying: output.bytes)
    }
  }

  private func append(_ findings: [Observation.Finding], to output: inout Output) {
    if findings.isEmpty { return }
    output.append(",\"found\":{")
    for (number, finding) in findings.enumerated() {
      if number > 0 { output.append(.comma) }
      output.append(json: finding.name)
      output.append(":\(finding.count)")
    }
    output.append(.closeBrace)
  }
}
