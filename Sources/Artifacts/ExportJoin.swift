public import Bytes
public import DecisionEvent
import Digests
public import Manifests
public import Stages

/// Makes one export of several, as where each object of a source was exported by a process of its
/// own: the artifacts get a second name in its folder, and one manifest tells of all of them.
///
/// Nothing is copied, so that all must lie on one file system. Each artifact is read once and must
/// have the bytes and the SHA-256 that its own manifest says, before any name is given.
public struct ExportJoin: Sendable {
  private let folder: String
  private let root: Path
  private let options: ArtifactOptions
  private let checkpoint: CheckpointEntry?
  private let allowsPartial: Bool
  private let created: Timestamp
  private let tool: ToolIdentity

  /// A join into `folder`, as it was named; `checkpoint` is listed, its path as it was named,
  /// `created` is told as the time of making, and parts that something is missing from are refused
  /// unless that is allowed.
  public init(
    into folder: String, options: ArtifactOptions, checkpoint: CheckpointEntry?,
    allowsPartial: Bool, created: Timestamp, tool: ToolIdentity
  ) {
    self.folder = folder
    root = Path(argument: folder)
    self.options = options
    self.checkpoint = checkpoint
    self.allowsPartial = allowsPartial
    self.created = created
    self.tool = tool
  }

  /// Joins the exports of these manifests, each named as a file or by the folder that it is in.
  public func run(_ manifests: [Path]) throws(Problem) {
    var parts: [JoinedExport] = []
    for manifest in manifests { parts.append(try JoinedExport(manifest)) }
    let manifest = try merge(parts)
    let opened = try ExportRoot(root, mode: options.folderMode)
    let root = opened.folder
    var staging = opened.staging
    let artifacts: [FinishedArtifact]
    do throws(Problem) {
      artifacts = try Self.link(parts, for: root, into: &staging)
      try check(artifacts, in: staging)
    } catch {
      staging.remove(from: root)
      throw error
    }
    try ExportPublication(
      root: root, at: self.root, staging: staging, options: options, artifacts: artifacts
    ).publish(manifest)
  }

  /// What the manifests say together.
  private func merge(_ parts: [JoinedExport]) throws(Problem) -> ExportManifest {
    guard let first = parts.first else { throw Problem(.usage, "expected what to join") }
    var manifest = ExportManifest(
      mediaType: first.manifest.mediaType, tool: tool.name, toolVersion: tool.version,
      created: created)
    manifest.template = folder
    manifest.contentEncoding = first.manifest.contentEncoding
    manifest.compression = first.manifest.compression
    manifest.isFramed = true
    manifest.isComplete = true
    manifest.list(checkpoint, besides: root)
    var paths: Set<[UInt8]> = []
    for part in parts {
      guard part.manifest.isOfSameKind(as: first.manifest) else {
        throw part.problem(
          .badInput, "its artifacts are of another kind than those of \(first.place)")
      }
      guard part.manifest.isComplete != false || allowsPartial else {
        throw part.problem(.badInput, "is not complete; --allow-partial joins it")
      }
      for artifact in part.manifest.artifacts {
        guard paths.insert(artifact.path.bytes).inserted else {
          throw part.problem(artifact, "another artifact has this name")
        }
      }
      part.manifest.describe(in: &manifest)
    }
    return manifest
  }

  /// Gives all artifacts a name in the staging folder.
  private static func link(
    _ parts: [JoinedExport], for root: borrowing Folder, into staging: inout StagingFolder
  ) throws(Problem) -> [FinishedArtifact] {
    var artifacts: [FinishedArtifact] = []
    for part in parts {
      let folder = try part.openFolder()
      // A name there may be the artifact's only one: whoever takes this run back would remove it.
      guard try part.isElsewhere(than: root, folder) else {
        throw part.problem(.failure, "lies in the export's own folder; name another folder")
      }
      for entry in part.manifest.artifacts {
        let number = staging.count
        let kind: FileStatus.Kind?
        do throws(SystemError) {
          try staging.link(entry.path.bytes, below: folder)
          // Looked at under the name that nobody else exchanges for another.
          kind = try staging.folder.status(of: StagingFolder.fileName(number))?.kind
        } catch {
          throw part.problem(entry, "\(error)")
        }
        guard kind == .regular else { throw part.problem(entry, "no ordinary file") }
        artifacts.append(
          FinishedArtifact(
            ArtifactName(marked: entry.path.bytes, part: nil), number: number, entry))
      }
    }
    return artifacts
  }

  /// Makes the artifacts durable, and compares them with what their manifests say.
  private func check(
    _ artifacts: [FinishedArtifact], in staging: borrowing StagingFolder
  ) throws(Problem) {
    var settlement = Settlement(threads: options.threads)
    var failed: Settlement.Settled?
    for artifact in artifacts {
      let file: Descriptor
      do throws(SystemError) {
        file = try staging.folder.open(StagingFolder.fileName(artifact.number))
      } catch {
        throw Problem(.failure, "\(Quoting.escaped(artifact.entry.path.text)): \(error)")
      }
      let settled = settlement.add(file, stored: artifact.stored, number: artifact.number)
      if settled?.error != nil { failed = failed ?? settled }
    }
    while let settled = settlement.takeOldest() {
      if settled.error != nil { failed = failed ?? settled }
    }
    guard let failed, let error = failed.error else { return }
    let name = Quoting.escaped(artifacts[failed.number].entry.path.text)
    guard error != .inputOutput("read back") else {
      throw Problem(.badInput, "\(name): is not what its manifest says")
    }
    throw Problem(.failure, "\(name): \(error)")
  }
}

extension ExportManifest {
  /// Whether the artifacts of both can be read alike.
  fileprivate func isOfSameKind(as other: ExportManifest) -> Bool {
    mediaType == other.mediaType && contentEncoding == other.contentEncoding
  }

  /// Adds to the manifest of all parts what this one says besides its artifacts; checkpoints stay
  /// behind, as their paths lead from the part's folder.
  fileprivate func describe(in whole: inout ExportManifest) {
    if whole.compression != compression { whole.compression = nil }
    whole.lessen(by: self)
    whole.incompleteness = whole.incompleteness ?? incompleteness
    StageRecord.merge(stages, into: &whole.stages)
  }
}
