public import Bytes
import Digests
import EventJSON
public import Stages

/// Adds to every event the receipt that proves it is the log's: the member `_kt`
/// (spec/integrity.md, sections 2.4 and 3, `prove`).
///
/// The rest of an event stays byte for byte. An event that the log does not have ends the run, as
/// there is nothing to prove; one that carries a receipt already keeps it.
public struct ProveStage: ~Copyable, Stage {
  private let wantsPaths: Bool
  private let size: Int
  private let checkpoint: [UInt8]
  private var places: LogPlaces
  private var paths: LogProofs<Problem>
  private var path: [Digest256] = []
  private var hasher: EventHasher
  private var verifier = ReceiptVerifier()
  private var place = Place(file: nil, line: 0)
  private var proofs: ProofFolder?
  /// How many events were proven.
  public private(set) var count = 0

  /// A stage that proves events by the evidence of an export, which is checked for itself.
  ///
  /// - Parameters:
  ///   - wantsPaths: whether receipts have inclusion paths, so that no leaves are needed to verify
  ///     them.
  ///   - proofs: the folder that a C2SP tlog-proof of each event is written to, too; nil for none.
  public init(
    evidence options: EvidenceOptions, paths wantsPaths: Bool, proofs: Path?
  ) throws(Problem) {
    let evidence = try Self.evidence(options)
    guard let section = evidence.section, let checkpoint = evidence.checkpoint,
      let salt = evidence.salt
    else { preconditionFailure("evidence to prove with is whole") }
    let first = section.before.size
    let reader = SharedLeaves(try Self.leaves(of: evidence), first: first)
    let places = LogPlaces(try Self.leaves(of: evidence), first: first)
    let folder = try Self.folder(proofs)
    self.wantsPaths = wantsPaths
    size = checkpoint.checkpoint.size
    self.checkpoint = checkpoint.bytes
    self.places = places
    paths = LogProofs(section) { range throws(Problem) in try reader.leaves(range) }
    hasher = EventHasher(salt: salt)
    self.proofs = folder
  }

  private static func evidence(_ options: EvidenceOptions) throws(Problem) -> Evidence {
    let (evidence, findings) = try EvidenceReader.read(options)
    // Who trusts the checkpoint is the affair of who verifies.
    if let finding = findings.first(where: { $0.code != .untrustedKey }) {
      let isEvidence = finding.code.meaning == .evidenceOfChange
      throw Problem(
        isEvidence ? .negative : .failure,
        "--log: \(finding.code.rawValue): \(finding.reason ?? "nothing can be proven")")
    }
    guard evidence.section != nil else { throw Problem(.failure, "--log: there are no leaves") }
    guard evidence.salt != nil else {
      throw Problem(.failure, "--log: there is no salt to make receipts with; --salt names it")
    }
    return evidence
  }

  private static func leaves(of evidence: Evidence) throws(Problem) -> LeafFile {
    guard let leaves = try evidence.openLeaves() else {
      throw Problem(.failure, "--log: there are no leaves")
    }
    return leaves
  }

  private static func folder(_ path: Path?) throws(Problem) -> ProofFolder? {
    guard let path else { return nil }
    return try ProofFolder(path)
  }

  /// Notes where the event stands.
  public mutating func willProcess(eventAt place: Place) { self.place = place }

  /// Adds the receipt of one event.
  public mutating func process(
    _ line: Span<UInt8>, into output: inout Output
  ) throws(EventFailure) -> Verdict {
    guard let hashes = try hashes(of: line) else {
      _ = try index(of: try leaf(byReceiptOf: line))
      return .keep
    }
    let index = try index(of: hashes.leaf)
    do throws(Problem) {
      try prove(line, hashes.seed, index, into: &output)
    } catch {
      throw .stopped(error)
    }
    return .replaced
  }

  /// Brings what was written beside the events to its disk.
  public mutating func finish(into output: inout Output) throws(EventFailure) {
    do throws(Problem) {
      try proofs?.synchronize()
    } catch {
      throw .stopped(error)
    }
  }
}

// The parts of a proof.
extension ProveStage {
  /// The hashes of an event; nil where it carries a receipt.
  private mutating func hashes(of line: Span<UInt8>) throws(EventFailure) -> EventHashes? {
    do throws(CanonicalRefusal) {
      return try hasher.hash(withoutReceipt: line)
    } catch {
      throw .malformed(JSONProblem(.refused(error), at: 0))
    }
  }

  /// The leaf of an event by the receipt that it carries.
  private mutating func leaf(byReceiptOf line: Span<UInt8>) throws(EventFailure) -> Digest256 {
    do throws(ReceiptRefusal) {
      if let root = try verifier.root(of: line) { return verifier.leaf(ofRoot: root) }
      preconditionFailure("the event carries a receipt")
    } catch {
      throw .stopped(
        Problem(.negative, "\(place.text): the receipt that it carries is refused: \(error.code)"))
    }
  }

  /// The index of the event with a leaf.
  private mutating func index(of leaf: Digest256) throws(EventFailure) -> Int {
    let found: LogPlaces.Place
    do throws(Problem) {
      found = try places.place(of: leaf)
    } catch {
      throw .stopped(error)
    }
    switch found {
    case .index(let index):
      count += 1
      return index
    case .used:
      throw .stopped(
        Problem(.negative, "\(place.text): the log has this event no more often than before"))
    case .unknown:
      throw .stopped(
        Problem(
          .negative, "\(place.text): the log does not have this event; 'kt-hash verify' says more"))
    }
  }

  /// Appends the event with its receipt, as the first member.
  private mutating func prove(
    _ line: Span<UInt8>, _ seed: Digest128, _ index: Int, into output: inout Output
  ) throws(Problem) {
    if wantsPaths || proofs != nil { try paths.inclusionPath(of: index, into: &path) }
    let bounds = Skip.bounds(of: line)
    let start = bounds.lowerBound + 1
    var members = MemberIterator(line, Field(.object, bounds.lowerBound, bounds.upperBound))
    let isEmpty = members.next(line) == nil
    output.append(line.extracting(0..<start))
    output.append(constant: "\"_kt\":")
    ReceiptWriter.append(
      seed: seed, index: index, size: size, path: wantsPaths ? path : nil, to: &output)
    if !isEmpty { output.append(.comma) }
    output.append(line.extracting(start..<line.count))
    if proofs != nil { try writeProof(seed, index) }
  }

  private mutating func writeProof(_ seed: Digest128, _ index: Int) throws(Problem) {
    var extra = Output(capacity: 64)
    extra.append(constant: "{\"open\":\"")
    Base64.url.append(seed.bytes.span, to: &extra)
    extra.append(constant: "\"}")
    try proofs?.write(index, path: path, extra: extra.bytes, checkpoint: checkpoint)
  }

  /// What was done, in one plain sentence.
  public var sentence: String {
    "proven: \(FindingCode.count(count, "event")), size \(size)"
  }
}
