import Bytes

/// Decodes members of gzip or frames of Zstandard, as the first bytes of a stream say.
enum StreamDecoder: ~Copyable {
  /// The stream is not compressed.
  case none
  case gzip(Inflater)
  case zstandard(LibZstandard.Decompressor)

  /// How many bytes it takes to tell.
  static var magicLength: Int { 4 }

  /// The decoder for a stream that begins with `bytes`.
  init(for bytes: Span<UInt8>) throws(ReadProblem) {
    if Self.isGzip(bytes) {
      self = .gzip(Inflater())
    } else if Self.isZstandard(bytes) {
      guard let library = LibZstandard.shared else {
        throw .unavailable(
          "Zstandard data, and \(LibZstandard.libraryName) is not installed (Debian: libzstd1)")
      }
      self = .zstandard(LibZstandard.Decompressor(library))
    } else {
      self = .none
    }
  }

  /// RFC 1952, section 2.3.1.
  private static func isGzip(_ bytes: Span<UInt8>) -> Bool {
    bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
  }

  /// RFC 8878, section 3.1.1, and 3.1.2 for the frames that decoders skip.
  private static func isZstandard(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= 4 else { return false }
    if bytes[1] == 0xB5 { return bytes[0] == 0x28 && bytes[2] == 0x2F && bytes[3] == 0xFD }
    return bytes[0] & 0xF0 == 0x50 && bytes[1] == 0x2A && bytes[2] == 0x4D && bytes[3] == 0x18
  }

  /// Whether the stream is not compressed.
  var isNone: Bool {
    switch self {
    case .none: true
    case .gzip: false
    case .zstandard: false
    }
  }

  /// What messages call the format.
  var formatName: String {
    switch self {
    case .none: "plain"
    case .gzip: "gzip"
    case .zstandard: "Zstandard"
    }
  }

  /// The registered name of the coding; nil for none.
  var encodingName: String? {
    switch self {
    case .none: nil
    case .gzip: "gzip"
    case .zstandard: "zstd"
    }
  }

  /// Whether a further member of the same format begins here.
  func begins(_ bytes: Span<UInt8>) -> Bool {
    switch self {
    case .none: false
    case .gzip: Self.isGzip(bytes)
    case .zstandard: Self.isZstandard(bytes)
    }
  }

  /// Prepares for the next member; a decoder of frames goes on by itself.
  mutating func reset() {
    switch consume self {
    case .gzip(var inflater):
      inflater.reset()
      self = .gzip(inflater)
    case .zstandard(let decompressor): self = .zstandard(decompressor)
    case .none: self = .none
    }
  }

  /// Decodes from `input` into the front of `block` until either is used up or a member ends.
  mutating func decode(
    _ input: Span<UInt8>, into block: inout MutableSpan<UInt8>
  ) throws(CodecProblem) -> CodecProgress {
    // What a case holds is changed outside of it, and put back whether that fails or not.
    switch consume self {
    case .none: preconditionFailure("bytes that are not compressed are not decoded")
    case .gzip(var inflater):
      do throws(CodecProblem) {
        let progress = try inflater.inflate(input, into: &block)
        self = .gzip(inflater)
        return progress
      } catch {
        self = .gzip(inflater)
        throw error
      }
    case .zstandard(var decompressor):
      do throws(CodecProblem) {
        let progress = try decompressor.decode(input, into: &block)
        self = .zstandard(decompressor)
        return progress
      } catch {
        self = .zstandard(decompressor)
        throw error
      }
    }
  }
}
