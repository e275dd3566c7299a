import Bytes
public import EventJSON

/// Canonical forms of events one behind the other, to be hashed on another thread than the one
/// that wrote them.
public struct CanonicalEvents: ~Copyable {
  /// Where an event ends.
  private struct Bound {
    let byte: Int
    let node: Int
  }

  private var bytes: Output
  private var values: [CanonicalNode] = []
  private var scratch: [CanonicalNode] = []
  private var bounds: [Bound] = []

  /// No events, and room for `capacity` bytes of their canonical forms.
  public init(capacity: Int = 256 * 1024) { bytes = Output(capacity: capacity) }

  /// How many events there are.
  public var count: Int { bounds.count }
  /// How many bytes their canonical forms have.
  public var byteCount: Int { bytes.count }

  /// Adds the canonical form of an event; after a refusal all is as it was before.
  public mutating func append(
    _ line: Span<UInt8>, using form: inout CanonicalForm
  ) throws(CanonicalRefusal) {
    let start = bytes.count
    do throws(CanonicalRefusal) {
      try form.append(event: line, to: &bytes, noting: &scratch)
    } catch {
      bytes.truncate(to: start)
      throw error
    }
    values.append(contentsOf: scratch)
    bounds.append(Bound(byte: bytes.count, node: values.count))
  }

  /// Takes out all events and keeps the room.
  public mutating func removeAll() {
    bytes.removeAll()
    values.removeAll(keepingCapacity: true)
    bounds.removeAll(keepingCapacity: true)
  }

  /// Calls `body` with the canonical form and the values of each event.
  func visit(_ body: (Span<UInt8>, Span<CanonicalNode>) -> Void) {
    var byte = 0
    var node = 0
    for bound in bounds {
      body(
        bytes.bytes.extracting(byte..<bound.byte), values.span.extracting(node..<bound.node))
      byte = bound.byte
      node = bound.node
    }
  }
}
