import Bytes
import Commitments
import Digests
import EventJSON

/// What a line is to the log.
enum EventLeaf {
  /// An event with this leaf.
  case leaf(Digest256)
  /// A line that can't be read, by the code of why; `wrapped` is the leaf of the event that may
  /// have been committed to in its place (`--keep-bad`).
  case refused(String, wrapped: Digest256?)
  /// An event without a receipt, and no salt to compute its leaf with.
  case unknown
}

/// What a receipt says of an event's place in the log: nothing where it says nothing.
struct ReceiptPlace {
  var index: Int?
  var size: Int?
  var path: [Digest256]?
}

/// Computes the leaves of events: by the receipt where they carry one, else by the salt
/// (spec/integrity.md, section 4).
struct EventLeafReader: ~Copyable {
  private var verifier = ReceiptVerifier()
  private var hasher: EventHasher?

  /// A reader with the export's salt, where it is at hand.
  init(salt: ExportSalt?) { hasher = salt.map { EventHasher(salt: $0) } }

  /// What the last event's receipt says of its place in the log.
  var place: ReceiptPlace {
    guard hasReceipt else { return ReceiptPlace() }
    return ReceiptPlace(index: verifier.index, size: verifier.size, path: verifier.path)
  }
  /// Whether the last event is a stub.
  var isStub: Bool { hasReceipt && verifier.isStub }

  /// Whether anything on a path of the last event is masked.
  func isHidden(_ path: FieldPath) -> Bool { hasReceipt && verifier.isHidden(path) }

  /// Whether a part of the last event is masked.
  var hasMask: Bool { hasReceipt && verifier.hasMask }
  /// Whether the last event carried a receipt.
  private(set) var hasReceipt = false

  /// What a line is.
  mutating func read(_ line: Span<UInt8>) -> EventLeaf {
    hasReceipt = false
    if hasher == nil { return readReceipt(line) ?? .unknown }
    do throws(CanonicalRefusal) {
      if let hashes = try hasher?.hash(withoutReceipt: line) { return .leaf(hashes.leaf) }
    } catch {
      return refusal(error.rawValue, line)
    }
    return readReceipt(line) ?? .unknown
  }

  /// What an event is by its receipt; nil where it carries none.
  mutating func readReceipt(_ line: Span<UInt8>) -> EventLeaf? {
    do throws(ReceiptRefusal) {
      guard let root = try verifier.root(of: line) else { return nil }
      hasReceipt = true
      return .leaf(verifier.leaf(ofRoot: root))
    } catch {
      return refusal(error.code, line)
    }
  }

  /// What a line is that has no canonical form, by the code of why.
  mutating func refusal(_ reason: String, _ line: Span<UInt8>) -> EventLeaf {
    .refused(reason, wrapped: hasher?.hash(refused: line).leaf)
  }

  /// Whether all of the last event is masked, so that nothing of what it shows is proven.
  var isMaskedWhole: Bool { hasReceipt && verifier.isMaskedWhole }

  /// Appends the last event, which carried a receipt, with what is not proven blanked.
  func appendProven(of line: Span<UInt8>, to output: inout Output) {
    verifier.appendProven(of: line, to: &output)
  }
}
