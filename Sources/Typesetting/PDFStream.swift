import Bytes

/// Where cairo puts what it writes, until it is taken.
final class PDFStream {
  private var pending = Output(capacity: 64 * 1024)
  /// Whether nothing more is wanted.
  var isClosed = false

  /// Appends bytes to the stream that `closure` is: what cairo calls.
  static let write: CairoFunctions.Write = { closure, bytes, count in
    guard let closure = unsafe closure else { return writeError }
    // Safe: documents give their own stream, which outlives what writes to it.
    let stream = unsafe Unmanaged<PDFStream>.fromOpaque(closure).takeUnretainedValue()
    // What nobody wants is dropped: told of a failure, cairo ends the process.
    if stream.isClosed { return 0 }
    // Safe: cairo tells how many bytes there are, for the time of this call.
    let block = unsafe UnsafeBufferPointer(start: bytes, count: Int(count))
    stream.pending.append(unsafe block.span)
    return 0
  }

  /// Moves what has been written to `output`, with each image of a page listed once.
  ///
  /// It is whole objects: cairo keeps what is drawn, and writes all of a page when it ends.
  func move(to output: inout Output) {
    PDFResources.append(pending.bytes, to: &output)
    pending.removeAll()
  }

  /// CAIRO_STATUS_WRITE_ERROR.
  private static let writeError: Int32 = 11
}
