import Bytes
import Commitments
import Digests
import Stages

/// Reads the evidence of an export and checks it for itself, before any event (spec/integrity.md,
/// section 4): note and trust; origin; frontier and root; the seal's leaf; the salt's id.
///
/// What can't be read at all is a problem, and what is wrong a finding; the rest is checked on.
struct EvidenceReader: ~Copyable {
  private let options: EvidenceOptions
  private var evidence = Evidence()
  private var findings: [Finding] = []
  /// The path from the manifest's leaf to the root, where its receipt tells it.
  private var sealPath: [Digest256]?
  /// The log before the export, as the manifest tells it.
  private var before: Frontier?
  /// The last of the leaves that give the root.
  private var lastLeaf: Digest256?

  private init(_ options: EvidenceOptions) { self.options = options }

  /// Reads everything; gives the findings in their order, too.
  static func read(
    _ options: EvidenceOptions
  ) throws(Problem) -> (evidence: Evidence, findings: [Finding]) {
    var reader = EvidenceReader(options)
    try reader.readCheckpoint()
    try reader.readSeal()
    try reader.readLeaves()
    reader.checkSealLeaf()
    try reader.readSalt()
    return (reader.evidence, reader.findings)
  }

  private mutating func find(_ code: FindingCode, _ reason: String) {
    findings.append(Finding(code, reason: reason))
  }
}

// Each piece by itself.
extension EvidenceReader {
  private mutating func readCheckpoint() throws(Problem) {
    guard let file = options.checkpointFile else { return }
    let bytes = try ExportFolder.contents(of: file)
    let checkpoint: SignedCheckpoint
    do throws(CheckpointProblem) {
      checkpoint = try SignedCheckpoint(parsing: bytes)
    } catch {
      return find(.badCheckpoint, error.reason)
    }
    evidence.checkpoint = checkpoint
    guard let trust = options.trust else {
      return find(.untrustedKey, "no key is trusted; --trust names one")
    }
    do throws(TrustProblem) {
      evidence.signatures = try trust.verify(checkpoint)
    } catch {
      find(error.code, error.reason)
    }
  }

  /// The manifest: it must fit the checkpoint, and the log before it must fit itself.
  private mutating func readSeal() throws(Problem) {
    guard let folder = options.place else { return }
    evidence.folder = folder
    // A checkpoint by itself is enough for events that bring their paths.
    if options.folder != nil { _ = try folder.require(.manifest) }
    guard let text = try folder.read(.manifest) else { return }
    let line = text.last == .newline ? Array(text.dropLast()) : text
    let seal: Seal
    do throws(Seal.Malformed) {
      seal = try Seal(line.span)
    } catch {
      return find(.sealMismatch, error.reason)
    }
    guard readReceipt(of: line, seal) else { return }
    guard let before = Frontier(size: seal.previous.size, roots: seal.previous.frontier),
      before.root == seal.previous.root
    else { return find(.sealMismatch, "prev: the frontier does not fold to the root") }
    if let checkpoint = evidence.checkpoint?.checkpoint {
      guard checkpoint.origin == Array(seal.origin.utf8) else {
        return find(.sealMismatch, "origin: the checkpoint is another log's")
      }
      guard checkpoint.size == seal.size else {
        return find(.sealMismatch, "count: the checkpoint has another size")
      }
    }
    evidence.seal = seal
    self.before = before
  }

  /// The manifest's own receipt gives its leaf; whether it has a valid one.
  private mutating func readReceipt(of line: [UInt8], _ seal: Seal) -> Bool {
    var verifier = ReceiptVerifier()
    do throws(ReceiptRefusal) {
      guard let root = try verifier.root(of: line.span) else {
        find(.sealMismatch, "_kt: the manifest has no receipt")
        return false
      }
      evidence.sealLeaf = verifier.leaf(ofRoot: root)
    } catch {
      find(.sealMismatch, "_kt: \(error.code)")
      return false
    }
    guard verifier.index == seal.index, verifier.size == seal.size else {
      find(.sealMismatch, "_kt: the receipt is for another place in the log")
      return false
    }
    sealPath = verifier.path
    return true
  }

  /// The leaves: with the frontier before them they must give root and size.
  private mutating func readLeaves() throws(Problem) {
    guard let folder = evidence.folder, let checkpoint = evidence.checkpoint?.checkpoint,
      var leaves = try LeafFile.open(folder.path(of: .leaves))
    else { return }
    guard leaves.isWhole else {
      return find(.rootMismatch, "leaves: the file does not have 32 bytes for each event")
    }
    // Without a manifest the leaves can only be those of the whole log.
    guard let before = before ?? (leaves.count == checkpoint.size ? Frontier() : nil) else {
      return
    }
    let size = before.size + leaves.count
    guard size == checkpoint.size else {
      return find(
        .rootMismatch,
        "leaves: with those before them they are \(size), and \(checkpoint.size) were signed")
    }
    try readLeaves(&leaves, after: before, root: checkpoint.root)
  }

  private mutating func readLeaves(
    _ leaves: inout LeafFile, after before: Frontier, root: Digest256
  ) throws(Problem) {
    var log = before
    var section = options.makesProofs ? LogSection(after: before) : nil
    var last: Digest256?
    while let leaf = try leaves.next() {
      log.append(leaf)
      section?.append(leaf)
      last = leaf
    }
    guard log.root == root else {
      return find(.rootMismatch, "leaves: they give another root than the one that was signed")
    }
    evidence.logs = (before, log)
    evidence.section = section
    lastLeaf = last
  }

  /// The seal must be the last leaf, by the leaves or by the path that it brings.
  private mutating func checkSealLeaf() {
    guard let seal = evidence.seal, let leaf = evidence.sealLeaf,
      let checkpoint = evidence.checkpoint?.checkpoint
    else { return }
    let isProven = sealPath.map { path in
      InclusionProof.isValid(
        of: leaf, at: seal.index, size: checkpoint.size, path: path, root: checkpoint.root)
    }
    // Both must hold where both are there; one of them must be.
    if isProven != false, lastLeaf == nil || lastLeaf == leaf, isProven ?? (lastLeaf != nil) {
      return
    }
    find(.sealMismatch, "the manifest is not the last event of the log")
    evidence.seal = nil
  }

  private mutating func readSalt() throws(Problem) {
    guard let bytes = try saltFile() else { return }
    guard let salt = Self.salt(bytes) else {
      return find(.wrongSalt, "the file of the salt is not one, or was changed")
    }
    if let seal = evidence.seal, seal.saltID != salt.identifier {
      return find(.wrongSalt, "the salt \(salt.identifier) is another export's")
    }
    evidence.salt = salt
  }

  private func saltFile() throws(Problem) -> [UInt8]? {
    if let file = options.salt { return try ExportFolder.contents(of: file) }
    return try options.place?.read(.salt)
  }

  private static func salt(_ bytes: [UInt8]) -> ExportSalt? {
    do throws(SaltFileProblem) {
      return try ExportSalt(file: bytes.span)
    } catch {
      return nil
    }
  }
}
