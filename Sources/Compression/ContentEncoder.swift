public import Bytes

/// Encodes a stream as gzip, or passes it as it is, into blocks of output.
public struct ContentEncoder: ~Copyable {
  private var deflater: Deflater?

  /// An encoder at `level` 0 to 9, or without compression for nil.
  public init(gzipLevel level: Int?) {
    deflater = level.map { Deflater(level: $0) }
  }

  /// Whether what comes out is gzip.
  public var isCompressing: Bool { deflater != nil }

  /// Encodes `bytes` onto `output`.
  public mutating func encode(_ bytes: Span<UInt8>, into output: inout Output) {
    if deflater != nil {
      deflater?.deflate(bytes, into: &output, finish: false)
    } else {
      output.append(bytes)
    }
  }

  /// Ends the stream.
  public mutating func finish(into output: inout Output) {
    let nothing: [UInt8] = []
    deflater?.deflate(nothing.span, into: &output, finish: true)
  }
}
