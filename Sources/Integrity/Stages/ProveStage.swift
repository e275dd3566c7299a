public import Bytes
import Commitments
public import DecisionEvent
import Digests
public import EventJSON
public import Stages

/// Adds to every event the receipt that proves it is the log's: the member `_kt`
/// (spec/integrity.md, sections 2.4 and 3, `prove`).
///
/// The rest of an event stays byte for byte. An event that the log does not have ends the run, as
/// there is nothing to prove; one that carries a receipt already keeps it.
///
/// With a condition, every event that it does not fit goes on as a stub: only what the condition
/// reads is shown, so that the others can be known to be all that fit (section 7).
public struct ProveStage<Condition: EventCondition & ~Copyable>: ~Copyable, Stage {
  let wantsPaths: Bool
  let size: Int
  let checkpoint: [UInt8]
  var places: LogPlaces
  var paths: LogProofs<Problem>
  var path: [Digest256] = []
  var hasher: EventHasher
  var verifier = ReceiptVerifier()
  var place = Place(file: nil, line: 0)
  var proofs: ProofFolder?
  var condition: Condition?
  var stubs: StubWriter?
  var proven = Output(capacity: 8 * 1024)
  /// How many events went on as stubs.
  public internal(set) var stubCount = 0
  /// How many events were proven.
  public internal(set) var count = 0

  /// A stage that proves events by the evidence of an export, which is checked for itself.
  ///
  /// - Parameters:
  ///   - wantsPaths: whether receipts have inclusion paths, so that no leaves are needed to verify
  ///     them.
  ///   - proofs: the folder that a C2SP tlog-proof of each event is written to, too; nil for none.
  ///   - condition: what events must fit to go on as they are; nil for all of them.
  ///   - kept: what stubs show besides what the condition reads, such as ids.
  public init(
    evidence options: EvidenceOptions, paths wantsPaths: Bool, proofs: Path?,
    condition: consuming Condition?, keeping kept: [FieldPath] = []
  ) throws(Problem) {
    let evidence = try Self.evidence(options)
    guard let section = evidence.section, let checkpoint = evidence.checkpoint,
      let salt = evidence.salt
    else { preconditionFailure("evidence to prove with is whole") }
    let first = section.before.size
    let reader = SharedLeaves(try Self.leaves(of: evidence), first: first)
    let places = LogPlaces(try Self.leaves(of: evidence), first: first)
    let folder = try Self.folder(proofs)
    stubs = Self.stubWriter(condition, kept)
    self.condition = condition
    self.wantsPaths = wantsPaths
    size = checkpoint.checkpoint.size
    self.checkpoint = checkpoint.bytes
    self.places = places
    paths = LogProofs(section) { range throws(Problem) in try reader.leaves(range) }
    hasher = EventHasher(salt: salt)
    self.proofs = folder
  }

  /// Notes where the event stands.
  public mutating func willProcess(eventAt place: Place) { self.place = place }

  /// Adds the receipt of one event.
  ///
  /// - Throws: `malformed` where the line has no canonical form; `stopped` where its receipt does
  ///   not fit, or the log does not have the event, or not so often.
  public mutating func process(
    _ line: Span<UInt8>, into output: inout Output
  ) throws(EventFailure) -> Verdict {
    guard let hashes = try hashes(of: line) else {
      _ = try index(of: try leaf(byReceiptOf: line))
      return .keep
    }
    let index = try index(of: hashes.leaf)
    try locate(index, hashes.seed)
    let path = wantsPaths ? path : nil
    if try fits(line) {
      Self.write(line, hashes.seed, index, size, path, to: &output)
    } else {
      proven.removeAll()
      Self.write(line, hashes.seed, index, size, path, to: &proven)
      try Self.writeStub(proven, &stubs, place, to: &output)
      stubCount += 1
    }
    return .replaced
  }

  /// Brings what was written beside the events to its disk.
  ///
  /// - Throws: `stopped` where that fails.
  public mutating func finish(into output: inout Output) throws(EventFailure) {
    do throws(Problem) {
      try proofs?.synchronize()
    } catch {
      throw .stopped(error)
    }
  }
}
