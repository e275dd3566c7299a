import Glibc

/// A growable block of bytes that is filled by appending and reused after each write.
///
/// Appending never fails and never writes: whoever owns the block decides when it goes out, so
/// a stage has no error path for output.
@safe
public struct Output: ~Copyable {
  // What appends a byte or a word is compiled into whoever calls it, who does that for every
  // token; to grow the block is not. Nobody else touches these three.
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var room: Int
  @usableFromInline var filled = 0

  /// How many bytes fit before the block grows.
  public var capacity: Int { room }
  /// How many bytes stand in the block.
  @inlinable public var count: Int { filled }

  /// An empty block with room for `capacity` bytes before it grows.
  public init(capacity: Int = 256 * 1024) {
    precondition(capacity > 0, "an output has room for a byte")
    unsafe self.base = .allocate(capacity: capacity)
    room = capacity
  }

  deinit { unsafe base.deallocate() }

  /// What stands in the block.
  @inlinable public var bytes: Span<UInt8> {
    @_lifetime(borrow self)
    get {
      // Safe: 0 ..< filled is initialised, and the span borrows self.
      let span = unsafe Span<UInt8>(_unsafeStart: base, count: filled)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// Empties the block and keeps its room.
  @inlinable public mutating func removeAll() { filled = 0 }

  /// Takes out everything behind the first `count` bytes.
  @inlinable public mutating func truncate(to count: Int) {
    precondition(count >= 0 && count <= filled, "a block is cut inside of it")
    filled = count
  }

  /// Makes sure that `additional` bytes fit without growing.
  @inlinable @inline(__always)
  public mutating func reserve(_ additional: Int) {
    if room &- filled < additional { grow(additional) }
  }

  @usableFromInline @inline(never)
  mutating func grow(_ additional: Int) {
    let larger = max(room * 2, filled + additional)
    let grown: UnsafeMutablePointer<UInt8> = .allocate(capacity: larger)
    unsafe grown.update(from: base, count: filled)
    unsafe base.deallocate()
    unsafe base = grown
    room = larger
  }

  /// Appends one byte.
  @inlinable @inline(__always)
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    // Safe: reserve made room for it.
    unsafe base[filled] = byte
    filled &+= 1
  }

  /// Appends a span.
  @inlinable
  public mutating func append(_ bytes: Span<UInt8>) {
    reserve(bytes.count)
    // Safe: reserve made room; a span never aliases this block, which is borrowed mutably.
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let source = buffer.baseAddress else { return }
      unsafe (base + filled).update(from: source, count: buffer.count)
    }
    filled &+= bytes.count
  }

  /// Appends the bytes of an array.
  public mutating func append(contentsOf bytes: [UInt8]) { append(bytes.span) }

  /// Lets `body` write up to `count` bytes behind the block's end; it gives how many it wrote.
  @unsafe @inline(__always)
  mutating func appendInPlace(
    atMost count: Int, _ body: (UnsafeMutableBufferPointer<UInt8>) -> Int
  ) {
    reserve(count)
    let written = unsafe body(UnsafeMutableBufferPointer(start: base + filled, count: count))
    precondition(written >= 0 && written <= count, "a writer keeps to its room")
    filled += written
  }

  /// Appends all of this block to another one, and empties it.
  public mutating func move(to other: inout Output) {
    other.append(bytes)
    removeAll()
  }

  /// Appends at most the last `size` bytes of this block to another one.
  public borrowing func copy(last size: Int, to other: inout Output) {
    other.append(bytes.extracting(last: min(size, count)))
  }

  /// Appends the UTF-8 bytes of a text; for headers and messages, not for events.
  public mutating func append(_ text: String) {
    for byte in text.utf8 { append(byte) }
  }

  /// Appends the bytes of a constant.
  public mutating func append(constant text: StaticString) {
    // Safe: a static string of several characters points at its UTF-8 bytes, which never move.
    precondition(text.hasPointerRepresentation, "a constant of one character is a byte")
    let buffer = unsafe UnsafeBufferPointer(
      start: text.utf8Start, count: text.utf8CodeUnitCount)
    append(unsafe buffer.span)
  }

  /// Appends a whole number in decimal.
  public mutating func append(decimal number: Int) {
    if number < 0 { append(.minus) }
    var rest = number.magnitude
    var divisor: UInt = 1
    while rest / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      append(.zero + UInt8(rest / divisor))
      rest %= divisor
      divisor /= 10
    }
  }

  /// Appends a number of 32 bits, its lowest byte first.
  public mutating func append(littleEndian number: UInt32) {
    for shift in stride(from: 0, to: 32, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> UInt32(shift)))
    }
  }

  /// Appends a number of 64 bits, its lowest byte first.
  @inlinable @inline(__always)
  public mutating func append(littleEndian number: UInt64) {
    reserve(8)
    // Safe: reserve made room for eight bytes.
    unsafe UnsafeMutableRawPointer(base + filled)
      .storeBytes(of: number.littleEndian, as: UInt64.self)
    filled &+= 8
  }

  /// Writes all of the block and empties it.
  ///
  /// - Throws: `write`, such as ENOSPC; the block stays then.
  public mutating func flush(to descriptor: borrowing Descriptor) throws(SystemError) {
    guard count > 0 else { return }
    try descriptor.writeAll(bytes)
    removeAll()
  }
}
