public import Bytes

/// Encodes the blocks of a stream, each for itself; used by one thread at a time.
public protocol BlockCodec: AnyObject {
  /// Encodes `block` onto `output`; what stands before it in its member may be referred to.
  func encode(_ block: Span<UInt8>, after dictionary: Span<UInt8>, into output: inout Output)
}

/// zlib: blocks of one gzip member.
final class ZlibCodec: BlockCodec {
  private var deflater: BlockDeflater

  init(level: Int) { deflater = BlockDeflater(level: level) }

  func encode(_ block: Span<UInt8>, after dictionary: Span<UInt8>, into output: inout Output) {
    deflater.deflate(block, after: dictionary, into: &output)
  }
}

/// libdeflate: each block a gzip member of its own.
final class LibdeflateCodec: BlockCodec {
  private let compressor: Libdeflate.Compressor

  init(_ library: Libdeflate, level: Int) {
    compressor = Libdeflate.Compressor(library, level: level)
  }

  func encode(_ block: Span<UInt8>, after dictionary: Span<UInt8>, into output: inout Output) {
    compressor.encode(block, into: &output)
  }
}

/// libzstd: each block a Zstandard frame of its own.
final class ZstandardCodec: BlockCodec {
  private let compressor: LibZstandard.Compressor

  init(_ library: LibZstandard, level: Int) {
    compressor = LibZstandard.Compressor(library, level: level)
  }

  func encode(_ block: Span<UInt8>, after dictionary: Span<UInt8>, into output: inout Output) {
    compressor.encode(block, into: &output)
  }
}

/// No compression: blocks as they are.
final class PlainCodec: BlockCodec {
  func encode(_ block: Span<UInt8>, after dictionary: Span<UInt8>, into output: inout Output) {
    output.append(block)
  }
}
