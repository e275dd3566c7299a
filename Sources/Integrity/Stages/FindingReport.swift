public import Bytes
public import Stages

/// Where findings go: standard error, or the file of `--report`, a JSON line each.
public struct FindingReport: ~Copyable {
  private let file: RecordFile
  private var block = Output(capacity: 4096)
  /// How many findings of each code were told.
  public private(set) var tally = FindingTally()

  /// A report to a file, made with mode 0600, or to standard error for nil; a file that holds
  /// something already is refused, so that no evidence is written over by mistake.
  public init(file: Path?) throws(Problem) {
    guard let file else {
      self.file = .standardError
      return
    }
    let opened = try RecordFile(file, kind: "report")
    self.file = opened
  }

  /// Tells a finding.
  ///
  /// - Throws: `failure` where the report can't be written.
  public mutating func add(_ finding: Finding) throws(Problem) {
    tally.count(finding.code)
    finding.append(to: &block)
    if block.count >= 4096 { try flush() }
  }

  /// Tells something that speaks against nothing, such as what a subset leaves out.
  ///
  /// - Throws: `failure` where the report can't be written.
  public mutating func mention(_ finding: Finding) throws(Problem) {
    finding.append(to: &block)
    if block.count >= 4096 { try flush() }
  }

  /// Writes out what was told so far.
  ///
  /// - Throws: `failure` where the report can't be written.
  public mutating func flush() throws(Problem) { try file.write(&block) }

  /// Writes everything out and brings it to its disk.
  /// - Throws: `failure` where the report can't be written or kept.
  public mutating func conclude() throws(Problem) {
    try flush()
    try file.synchronize()
  }
}
