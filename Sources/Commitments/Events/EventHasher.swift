public import Bytes
public import Digests
public import EventJSON

/// What is computed of one event (spec/integrity.md, section 2).
public struct EventHashes: Equatable, Sendable {
  /// The plain digest D of the canonical form: never for anybody who may not read the event.
  public let digest: Digest256
  /// The event's secret, which opens all of it.
  public let seed: Digest128
  /// The root R.
  public let root: Digest256
  /// The leaf of the log.
  public let leaf: Digest256
}

/// From the line of an event to its leaf of the log, under the salt of an export.
///
/// Made once and used for many events; nothing is allocated for one once its buffers have grown.
/// Whoever canonicalises elsewhere gives canonical forms in `CanonicalEvents`.
public struct EventHasher: ~Copyable {
  private let salt: Digest256
  private var form = CanonicalForm()
  private var canonical = Output(capacity: 8 * 1024)
  private var nodes: [CanonicalNode] = []
  private var commitment = EventCommitment()

  /// A hasher under a salt.
  public init(salt: ExportSalt) {
    guard let secret = Digest256(salt.bytes.span) else {
      preconditionFailure("a salt has 32 bytes")
    }
    self.salt = secret
  }

  /// How many hashes were computed.
  public var hashCount: Int { commitment.hashCount }
  /// How many bytes were hashed.
  public var hashedByteCount: Int { commitment.hashedByteCount }

  /// The hashes of the event that a line is.
  ///
  /// - Throws: why the line has no canonical form.
  public mutating func hash(_ line: Span<UInt8>) throws(CanonicalRefusal) -> EventHashes {
    canonical.removeAll()
    try form.append(event: line, to: &canonical, noting: &nodes)
    return Self.hash(&canonical, nodes, salt, &commitment)
  }

  /// The hashes of an event that carries no receipt; nil where it carries one, which says by itself
  /// what the event is.
  ///
  /// - Throws: why the line has no canonical form.
  public mutating func hash(withoutReceipt line: Span<UInt8>) throws(CanonicalRefusal)
    -> EventHashes?
  {
    canonical.removeAll()
    try form.append(event: line, to: &canonical, noting: &nodes)
    guard form.receipt.kind == .absent else { return nil }
    return Self.hash(&canonical, nodes, salt, &commitment)
  }

  /// The hashes of the event that stands for a line which is refused (`--keep-bad`); the line is
  /// without its line feed.
  public mutating func hash(refused line: Span<UInt8>) -> EventHashes {
    var event = Output(capacity: line.count * 4 / 3 + 64)
    RefusedLine.append(line, to: &event)
    do throws(CanonicalRefusal) {
      return try hash(event.bytes)
    } catch {
      preconditionFailure("an event of two short strings is never refused")
    }
  }

  /// Appends the leaves of events whose canonical forms are known, in their order.
  public mutating func appendLeaves(of events: borrowing CanonicalEvents, to output: inout Output) {
    let salt = salt
    events.visit { bytes, nodes in
      output.append(Self.hash(bytes, nodes, salt, &commitment).leaf)
    }
  }

  private static func hash(
    _ canonical: inout Output, _ nodes: [CanonicalNode], _ salt: Digest256,
    _ commitment: inout EventCommitment
  ) -> EventHashes {
    hash(canonical.bytes, nodes.span, salt, &commitment)
  }

  private static func hash(
    _ bytes: Span<UInt8>, _ nodes: Span<CanonicalNode>, _ salt: Digest256,
    _ commitment: inout EventCommitment
  ) -> EventHashes {
    let digest = commitment.digest(of: bytes)
    let seed = commitment.seed(of: digest, salt)
    let root = commitment.root(of: bytes, nodes, seed: seed)
    return EventHashes(
      digest: digest, seed: seed, root: root, leaf: commitment.leaf(ofRoot: root))
  }
}
