import CZlib

/// A deflated stream that can't be decoded, in zlib's words.
public struct ZlibProblem: Error, Equatable, Sendable {
  /// What zlib says, such as `incorrect data check`.
  public let reason: String
}

/// How far one call of zlib came.
public struct ZlibProgress: Sendable {
  /// Input bytes taken.
  public let consumed: Int
  /// Output bytes given.
  public let produced: Int
  /// Whether the member ended.
  public let isFinished: Bool
}

/// Decodes one gzip member after the other (RFC 1952), header and checksum included.
///
/// Nothing but zlib is behind this: members, padding and truncation are the Compression module's.
@safe
public struct Inflater: ~Copyable {
  // On the heap because zlib keeps a pointer back to it.
  private let stream: UnsafeMutablePointer<z_stream>

  /// A decoder before its first member.
  public init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // 15 bits of window, and 16 for the gzip format.
    let status = unsafe inflateInit2_(
      stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib gives a decoder where there is memory")
  }

  deinit {
    // Safe: the stream was initialised once and is ended once.
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Prepares for the next member.
  public mutating func reset() { unsafe inflateReset(stream) }

  /// Decodes from `input` into the front of `block` until either is used up or the member ends.
  public mutating func inflate(
    _ input: Span<UInt8>, into block: inout MutableSpan<UInt8>
  ) throws(ZlibProblem) -> ZlibProgress {
    let room = block.count
    // Safe: zlib reads avail_in bytes and writes avail_out, which are the spans' counts; its
    // pointers are not used after the call.
    let status = unsafe input.withUnsafeBufferPointer { source in
      unsafe block.withUnsafeMutableBufferPointer { target in
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.pointee.avail_in = UInt32(source.count)
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = UInt32(target.count)
        return unsafe CZlib.inflate(stream, Z_NO_FLUSH)
      }
    }
    let consumed = unsafe input.count - Int(stream.pointee.avail_in)
    let produced = unsafe room - Int(stream.pointee.avail_out)
    switch status {
    case Z_OK, Z_BUF_ERROR:
      return ZlibProgress(consumed: consumed, produced: produced, isFinished: false)
    case Z_STREAM_END:
      return ZlibProgress(consumed: consumed, produced: produced, isFinished: true)
    default:
      // Safe: msg is nil or a C string that lives as long as zlib.
      let message = unsafe stream.pointee.msg.map { unsafe String(cString: $0) }
      throw ZlibProblem(reason: message ?? "status \(status)")
    }
  }
}

/// Encodes one gzip member (RFC 1952) with no name and no time in its header, so that the same
/// bytes always give the same member.
@safe
public struct Deflater: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>

  /// An encoder of `level` 0 (stored) to 9 (smallest).
  public init(level: Int) {
    precondition((0...9).contains(level), "zlib has the levels 0 to 9")
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let status = unsafe deflateInit2_(
      stream, Int32(level), Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
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

  /// Encodes all of `input` onto `output`; with `finish`, ends the member.
  public mutating func deflate(_ input: Span<UInt8>, into output: inout Output, finish: Bool) {
    // Safe: as in Inflater; zlib takes all input because the output always has room.
    unsafe input.withUnsafeBufferPointer { source in
      unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
      unsafe stream.pointee.avail_in = UInt32(source.count)
      var isDone = false
      while !isDone {
        unsafe output.appendInPlace(atMost: 64 * 1024) { target in
          unsafe stream.pointee.next_out = target.baseAddress
          unsafe stream.pointee.avail_out = UInt32(target.count)
          let status = unsafe CZlib.deflate(stream, finish ? Z_FINISH : Z_NO_FLUSH)
          precondition(status != Z_STREAM_ERROR, "the encoder is used as zlib wants it")
          // Room left over means that nothing waits inside.
          isDone = unsafe finish ? status == Z_STREAM_END : stream.pointee.avail_out > 0
          return unsafe target.count - Int(stream.pointee.avail_out)
        }
      }
    }
  }
}
