import Glibc

/// A refillable block of bytes read from a source, whose unread part is handed out as a span.
///
/// ```
///   |  read already  |  unread  |  free  |
///   0              start       end    capacity
/// ```
/// Invariants: `0 <= start <= end <= capacity`; the whole block is initialised.
@safe
public struct Input: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var start = 0
  private var end = 0

  /// Whether the source has said that nothing more comes.
  public private(set) var isAtEnd = false
  /// How many bytes all reads gave.
  public private(set) var bytesRead = 0

  /// An empty block of `capacity` bytes, at least one.
  public init(capacity: Int = 256 * 1024) {
    precondition(capacity > 0, "an input has room for a byte")
    unsafe self.base = .allocate(capacity: capacity)
    unsafe self.base.initialize(repeating: 0, count: capacity)
    self.capacity = capacity
  }

  deinit { unsafe base.deallocate() }

  /// The bytes that were read and not yet consumed.
  public var unread: Span<UInt8> {
    @_lifetime(borrow self)
    get {
      // Safe: the invariants; the span borrows self, so nothing moves or frees the block meanwhile.
      let span = unsafe Span<UInt8>(_unsafeStart: base + start, count: end - start)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// Marks the first `count` unread bytes as read.
  public mutating func consume(_ count: Int) {
    precondition(count >= 0 && count <= end - start, "only unread bytes can be consumed")
    start += count
    if start == end {
      start = 0
      end = 0
    }
  }

  /// Forgets everything, for the next source.
  public mutating func reset() {
    start = 0
    end = 0
    isAtEnd = false
  }

  /// Reads once from `source` behind the unread bytes, making room first; false at the end.
  ///
  /// - Throws: what the source throws; the unread bytes stay.
  public mutating func fill<Source: ByteSource & ~Copyable>(
    from source: inout Source
  ) throws(Source.Failure) -> Bool {
    if isAtEnd { return false }
    makeRoom()
    // Safe: end ..< capacity is allocated and was initialised when it was.
    let free = unsafe UnsafeMutableBufferPointer(start: base + end, count: capacity - end)
    var room = unsafe free.mutableSpan
    let count = try source.read(into: &room)
    precondition(count >= 0 && count <= capacity - end, "a source keeps to its room")
    end += count
    bytesRead += count
    isAtEnd = count == 0
    return count > 0
  }

  /// Moves the unread bytes to the front, and doubles the block where they fill it.
  private mutating func makeRoom() {
    if start > 0 {
      // Safe: both ranges lie in the block; memmove allows them to overlap.
      unsafe memmove(base, base + start, end - start)
      end -= start
      start = 0
    }
    guard end == capacity else { return }
    let grown: UnsafeMutablePointer<UInt8> = .allocate(capacity: capacity * 2)
    unsafe grown.initialize(from: base, count: end)
    unsafe (grown + end).initialize(repeating: 0, count: capacity * 2 - end)
    unsafe base.deallocate()
    unsafe base = grown
    capacity *= 2
  }
}
