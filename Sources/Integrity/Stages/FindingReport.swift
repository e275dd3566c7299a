public import Bytes
public import Stages

/// Where findings go: standard error, or the file of `--report`, a JSON line each.
public struct FindingReport: ~Copyable {
  private let name: String
  private let descriptor: Descriptor
  private let isFile: Bool
  private var block = Output(capacity: 4096)
  /// How many findings of each code were told.
  public private(set) var tally = FindingTally()

  /// A report to a file, made with mode 0600, or to standard error for nil; a file that holds
  /// something already is refused, so that no evidence is written over by mistake.
  public init(file: Path?) throws(Problem) {
    guard let file else {
      name = "standard error"
      descriptor = .standardError
      isFile = false
      return
    }
    let opened = try Self.open(file)
    name = Quoting.escaped(file.text)
    descriptor = opened
    isFile = true
  }

  private static func open(_ file: Path) throws(Problem) -> Descriptor {
    let name = Quoting.escaped(file.text)
    do throws(SystemError) {
      let opened = try file.openForWriting()
      if try opened.status.size == 0 { return opened }
    } catch {
      throw Problem(writing: name, error)
    }
    throw Problem(.failure, "\(name): holds something already; name a new report")
  }

  /// Tells a finding.
  public mutating func add(_ finding: Finding) throws(Problem) {
    tally.count(finding.code)
    finding.append(to: &block)
    if block.count >= 4096 { try flush() }
  }

  /// Tells something that speaks against nothing, such as what a subset leaves out.
  public mutating func mention(_ finding: Finding) throws(Problem) {
    finding.append(to: &block)
    if block.count >= 4096 { try flush() }
  }

  /// Writes out what was told so far.
  public mutating func flush() throws(Problem) {
    do throws(SystemError) {
      try block.flush(to: descriptor)
    } catch {
      throw Problem(writing: name, error)
    }
  }

  /// Writes everything out and brings it to its disk.
  public mutating func conclude() throws(Problem) {
    try flush()
    guard isFile else { return }
    do throws(SystemError) {
      if try descriptor.status.kind == .regular { try descriptor.synchronize() }
    } catch {
      throw Problem(writing: name, error)
    }
  }
}
