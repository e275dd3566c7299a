public import Bytes
public import Digests
public import Stages

/// What was sealed.
public struct SealedExport: Sendable {
  /// The seal.
  public let seal: Seal
  /// The root that was signed.
  public let root: Digest256
  /// The key that signed.
  public let verifier: VerifierKey

  init(seal: Seal, root: Digest256, verifier: VerifierKey) {
    self.seal = seal
    self.root = root
    self.verifier = verifier
  }

  /// Merges the parts in these folders, in their order, under one root, and pins the stored files
  /// (spec/integrity.md, section 3, `seal`).
  ///
  /// - Throws: `failure` for parts that are missing, changed or of another salt, and for what can't
  ///   be written; `badInput` where the files hold another number of events than the parts.
  public init(
    merging parts: [ExportFolder], files: [Path], request: SealRequest, into export: ExportFolder
  ) throws(Problem) {
    let folder = try export.openForWriting()
    let records = try StoredFiles.records(files, first: request.previous.size)
    var sealer = Sealer(request, in: export)
    self = try sealer.seal(parts, files: records, in: folder)
  }

  /// What was done, in one plain sentence; names in it are escaped for a terminal.
  public var sentence: String {
    var text = "sealed: \(FindingCode.count(seal.count, "event"))"
    if seal.count == 1 { text += " (index \(seal.first))" }
    if seal.count > 1 { text += " (index \(seal.first)-\(seal.index - 1))" }
    text += " of \(Quoting.escaped(seal.origin)), size \(seal.size), signed by "
    return text + Quoting.escaped(verifier.shortName)
  }
}
