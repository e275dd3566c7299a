import CZlib

/// Deflates blocks that are put together to one stream (RFC 1951), each alone, on any thread.
///
/// Each block may refer to the 32 KiB before it, its dictionary, and ends at a byte's border with
/// an empty stored block, so that the next one can be appended to it.
@safe
public struct BlockDeflater: ~Copyable {
  // On the heap because zlib keeps a pointer back to it.
  private let stream: UnsafeMutablePointer<z_stream>
  private let level: Int

  /// The last block of a stream, which holds nothing: final, fixed codes, end of block.
  public static let emptyLastBlock: [UInt8] = [0x03, 0x00]
  /// How far back a block may refer, in bytes.
  public static let dictionarySize = 32 * 1024

  /// An encoder of `level` 0 (stored) to 9 (smallest).
  public init(level: Int) {
    precondition((0...9).contains(level), "zlib has the levels 0 to 9")
    self.level = level
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // Negative window bits: no header and no trailer.
    let status = unsafe deflateInit2_(
      stream, Int32(level), Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib gives an encoder where there is memory")
  }

  deinit {
    // Safe: the stream was initialised once and is ended once.
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// The version of the zlib that is linked, such as `1.2.13`.
  public static var version: String {
    // Safe: a C string that lives as long as the program.
    unsafe String(cString: zlibVersion())
  }

  /// Encodes `block`, which stands behind `dictionary` in its stream, onto `output`.
  public mutating func deflate(
    _ block: Span<UInt8>, after dictionary: Span<UInt8>, into output: inout Output
  ) {
    unsafe deflateReset(stream)
    // At the default level, matches of 6 and 10 bytes instead of 8 and 16 end the search for longer
    // ones: 8 % less time for 0.1 % more bytes on events (callers promise 1 % of gzip's ratio).
    if level == 6 { unsafe deflateTune(stream, 6, 10, 128, 128) }
    if !dictionary.isEmpty {
      // Safe: zlib copies the dictionary during the call.
      unsafe dictionary.withUnsafeBufferPointer { source in
        _ = unsafe deflateSetDictionary(stream, source.baseAddress, UInt32(source.count))
      }
    }
    // Safe: zlib reads avail_in bytes and writes avail_out; its pointers are not used after the
    // call. It takes all input because the output always has room.
    unsafe block.withUnsafeBufferPointer { source in
      unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
      unsafe stream.pointee.avail_in = UInt32(source.count)
      var isDone = false
      while !isDone {
        unsafe output.appendInPlace(atMost: 64 * 1024) { target in
          unsafe stream.pointee.next_out = target.baseAddress
          unsafe stream.pointee.avail_out = UInt32(target.count)
          let status = unsafe CZlib.deflate(stream, Z_SYNC_FLUSH)
          precondition(status != Z_STREAM_ERROR, "the encoder is used as zlib wants it")
          // Room left over means that nothing waits inside.
          isDone = unsafe stream.pointee.avail_out > 0
          return unsafe target.count - Int(stream.pointee.avail_out)
        }
      }
    }
  }
}

/// The checksum of gzip members (RFC 1952, section 8), of a stream whose blocks are summed apart.
public struct CyclicChecksum: Sendable, Equatable {
  /// The CRC-32 of the bytes so far.
  public private(set) var value: UInt32 = 0
  /// How many bytes were summed.
  public private(set) var length = 0

  /// The sum of nothing.
  public init() {}

  /// The sum of `bytes`.
  public init(_ bytes: Span<UInt8>) {
    length = bytes.count
    // Safe: zlib reads the span's bytes during the call.
    value = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe UInt32(crc32_z(0, buffer.baseAddress, buffer.count))
    }
  }

  /// Adds the sum of what stands behind.
  public mutating func append(_ other: CyclicChecksum) {
    value = UInt32(crc32_combine(UInt(value), UInt(other.value), other.length))
    length += other.length
  }
}
