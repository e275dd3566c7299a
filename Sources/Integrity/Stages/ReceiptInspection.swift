public import Bytes
import Commitments
import Digests
import EventJSON
public import Stages

/// Checks events that carry receipts before they are published, and fails closed
/// (spec/integrity.md, section 6, rule 2).
///
/// A tool that knows nothing of receipts, and changes an event behind `prove`, leaves in place what
/// opens all of it: whoever reads the event could guess what was taken out, and test the guess. So
/// each event must be the log's: by its path or the leaves where a log or a checkpoint is named,
/// else by a path that leads to the root of all the others. Where nothing of these tells, it is left
/// to who knows what the events passed through. No text may be masked whose plain hash is shown.
/// Signatures are not looked at: whom to trust is for `kt-hash verify` to say.
public struct ReceiptInspection: ~Copyable {
  /// What events are compared with, and what is listed.
  public struct Options: Sendable {
    /// The folder of evidence of the log that receipts are of; nil for that of `checkpoint`.
    public var log: ExportFolder?
    /// The checkpoint to list; nil for that of `log`.
    ///
    /// Where both are named it may be another log's,
    /// such as that of the copy that is published.
    public var checkpoint: Path?

    /// Nothing at hand but what events bring.
    public init() {}

    var evidence: EvidenceOptions? {
      guard log != nil || checkpoint != nil else { return nil }
      var options = EvidenceOptions()
      options.folder = log
      options.checkpoint = log == nil ? checkpoint : nil
      return options
    }

    var listed: Path? { checkpoint ?? log?.path(of: .checkpoint) }
  }

  private let options: Options
  private var verifier = ReceiptVerifier()
  private var content = ContentHashCheck()
  private var roots = PathRoots()
  private var comparison: ReceiptComparison?
  /// Why the first event that could be compared with nothing could not be.
  private var firstDoubt: Finding?
  /// The checkpoint that events were compared with, where it is the one to list.
  private var compared: Checkpoint?

  /// An inspection that reads its evidence when the first receipt comes, and the checkpoint to list
  /// at the end: that may be written by whoever makes the stream.
  public init(_ options: Options) {
    self.options = options
    comparison = nil
  }

  /// Checks an event that carries a receipt, by its number from 1; findings go to standard error.
  public mutating func check(_ line: Span<UInt8>, event number: Int) throws(Problem) {
    var findings: [Finding] = []
    let leaf: Digest256
    do throws(ReceiptRefusal) {
      guard let root = try verifier.root(of: line) else { return }
      leaf = verifier.leaf(ofRoot: root)
    } catch {
      let finding = Finding(.refused, line: number, reason: error.code)
      throw try Self.stop([finding], "event \(number): \(error.sentence)")
    }
    if let finding = try compare(leaf, line: number) {
      if finding.code.meaning == .cannotTell, options.evidence == nil {
        firstDoubt = firstDoubt ?? finding
      } else {
        findings.append(finding)
      }
    }
    try checkContent(line, number, &findings)
    guard let first = findings.first else { return }
    throw try Self.stop(findings, "event \(number): \(first.refusalSentence)")
  }

  /// Concludes after the last event of an export that has ended; gives the checkpoint to list.
  ///
  /// - Throws: `negative` for a checkpoint that is none or was replaced meanwhile, `failure` where
  ///   it can't be read.
  public mutating func conclude() throws(Problem) -> ListedCheckpoint? {
    firstDoubt = firstDoubt ?? roots.unconfirmed
    guard let file = options.listed else { return nil }
    let bytes = try ExportFolder.contents(of: file)
    let name = Quoting.escaped(file.text)
    let checkpoint: Checkpoint
    do throws(CheckpointProblem) {
      checkpoint = try SignedCheckpoint(parsing: bytes).checkpoint
    } catch {
      let finding = Finding(.badCheckpoint, file: file.text, reason: error.reason)
      throw try Self.stop([finding], "\(name): \(error.reason)")
    }
    guard compared == nil || compared == checkpoint else {
      throw Problem(.negative, "\(name): was replaced while events were compared with it")
    }
    let content = StoredContent(of: bytes.span)
    return ListedCheckpoint(
      file: file, bytes: content.bytes, sha256: content.sha256,
      origin: String(decoding: checkpoint.origin, as: UTF8.self), size: checkpoint.size,
      root: String(decoding: Base64.padded.encoded(checkpoint.root.bytes), as: UTF8.self))
  }
}

extension ReceiptInspection {
  /// What keeps an event from being told to be true, once all were concluded; nil where nothing
  /// does.
  public var doubt: Problem? {
    guard let firstDoubt, let line = firstDoubt.line else { return nil }
    return Problem(.failure, "event \(line): \(firstDoubt.refusalSentence)")
  }

  /// Compares the event that was verified last with the log, or with the others.
  private mutating func compare(
    _ leaf: Digest256, line: Int
  ) throws(Problem) -> Finding? {
    let (index, size, path) = (verifier.index, verifier.size, verifier.path)
    guard let place = options.evidence else {
      return roots.next(leaf, index: index, size: size, path: path, line: line)
    }
    if comparison == nil { try open(place) }
    return try comparison?.next(leaf, index: index, size: size, path: path, line: line)
  }

  /// Reads the evidence; what is wrong with it ends the run, as nothing can be compared then.
  private mutating func open(_ place: EvidenceOptions) throws(Problem) {
    let (evidence, all) = try EvidenceReader.read(place)
    // Trust and salts are not asked for here.
    let findings = all.filter { $0.code.meaning == .evidenceOfChange }
    let name = Quoting.escaped((place.folder?.path ?? place.checkpointFile)?.text ?? "")
    if let first = findings.first {
      throw try Self.stop(findings, "\(name): \(first.reason ?? first.code.rawValue)")
    }
    comparison = try ReceiptComparison(evidence)
    guard comparison != nil else { throw Problem(.failure, "\(name): there is no checkpoint") }
    if place.checkpointFile == options.listed { compared = evidence.checkpoint?.checkpoint }
  }

  /// Finds hashes that are shown of masked texts, and where nothing else tells whether a text is the
  /// one that was sealed, those of other texts.
  private mutating func checkContent(
    _ line: Span<UInt8>, _ number: Int, _ findings: inout [Finding]
  ) throws(Problem) {
    do throws(JSONProblem) {
      try content.check(line)
    } catch {
      let finding = Finding(.refused, line: number, reason: error.refusalCode)
      throw try Self.stop([finding], "event \(number): \(error.reason)")
    }
    for result in content.results {
      guard result.status == .leak || result.status == .mismatch && firstDoubt != nil
      else { continue }
      guard let code = result.status.finding else { continue }
      findings.append(Finding(code, line: number, field: content.pointer(of: result)))
    }
  }

  /// Tells findings; gives the problem that ends the run.
  private static func stop(
    _ findings: [Finding], _ message: String
  ) throws(Problem) -> Problem {
    var report = try FindingReport(file: nil)
    for finding in findings { try report.add(finding) }
    try report.conclude()
    return Problem(
      report.tally.answer(comparedAnything: true).exitStatus, message)
  }
}
