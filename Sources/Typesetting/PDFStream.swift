import Bytes

/// Where cairo puts what it writes, until it is taken.
final class PDFStream {
  var pending = Output(capacity: 64 * 1024)
  /// Whether nothing more is wanted.
  var isClosed = false

  /// Appends bytes to the stream that `closure` is: what cairo calls.
  static let write: CairoFunctions.Write = { closure, bytes, count in
    guard let closure = unsafe closure else { return writeError }
    // Safe: documents give their own stream, which outlives what writes to it.
    let stream = unsafe Unmanaged<PDFStream>.fromOpaque(closure).takeUnretainedValue()
    if stream.isClosed { return writeError }
    // Safe: cairo tells how many bytes there are, for the time of this call.
    let block = unsafe UnsafeBufferPointer(start: bytes, count: Int(count))
    stream.pending.append(unsafe block.span)
    return 0
  }

  /// CAIRO_STATUS_WRITE_ERROR.
  private static let writeError: Int32 = 11
}
