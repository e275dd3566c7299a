import CZlib

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
  ///
  /// - Throws: what zlib finds wrong with the data, or with their checksum.
  public mutating func inflate(
    _ input: Span<UInt8>, into block: inout MutableSpan<UInt8>
  ) throws(CodecProblem) -> CodecProgress {
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
      return CodecProgress(consumed: consumed, produced: produced, isFinished: false)
    case Z_STREAM_END:
      return CodecProgress(consumed: consumed, produced: produced, isFinished: true)
    default:
      // Safe: msg is nil or a C string that lives as long as zlib.
      let message = unsafe stream.pointee.msg.map { unsafe String(cString: $0) }
      throw CodecProblem(reason: message ?? "status \(status)")
    }
  }
}
