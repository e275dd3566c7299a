// Two codecs that are used where they are installed. Their types and functions are those of
// libdeflate.h 1.14 and zstd.h 1.5, whose sonames promise that they stay.

/// libdeflate, a faster encoder of whole gzip members.
@safe
public final class Libdeflate: @unchecked Sendable {
  private typealias Allocate = @convention(c) (Int32) -> OpaquePointer?
  private typealias Compress =
    @convention(c) (
      OpaquePointer, UnsafeRawPointer?, Int, UnsafeMutableRawPointer?, Int
    ) -> Int
  private typealias Bound = @convention(c) (OpaquePointer?, Int) -> Int
  private typealias Free = @convention(c) (OpaquePointer) -> Void

  /// The library that tools load.
  public static let libraryName = "libdeflate.so.0"

  private let allocate: Allocate
  private let compress: Compress
  private let bound: Bound
  private let free: Free

  /// The library, or nil where it is not installed or lacks a function.
  public static let shared = Libdeflate()

  private init?() {
    guard let library = unsafe SharedLibrary(Self.libraryName),
      let allocate = unsafe library.function("libdeflate_alloc_compressor", as: Allocate.self),
      let compress = unsafe library.function("libdeflate_gzip_compress", as: Compress.self),
      let bound = unsafe library.function("libdeflate_gzip_compress_bound", as: Bound.self),
      let free = unsafe library.function("libdeflate_free_compressor", as: Free.self)
    else { return nil }
    unsafe self.allocate = allocate
    unsafe self.compress = compress
    unsafe self.bound = bound
    unsafe self.free = free
  }

  /// The library's name and the checksum of its file, as the library itself tells no version.
  public var version: String {
    do throws(SystemError) {
      guard let path = try Self.loadedPath() else { return Self.libraryName }
      let file = try Self.content(of: path)
      return "\(Self.libraryName) crc32:\(String(CyclicChecksum(file.span).value, radix: 16))"
    } catch {
      // A system that does not show what is loaded leaves the name alone, which tells enough.
      return Self.libraryName
    }
  }

  /// The path that the library was loaded from, as the system lists it.
  private static func loadedPath() throws(SystemError) -> Path? {
    let listing = String(decoding: try content(of: Path("/proc/self/maps")), as: UTF8.self)
    for line in listing.split(separator: "\n") where line.hasSuffix("/\(libraryName)") {
      if let start = line.firstIndex(of: "/") { return Path(String(line[start...])) }
    }
    return nil
  }

  private static func content(of path: Path) throws(SystemError) -> [UInt8] {
    var input = Input()
    var file = try path.openForReading()
    while try input.fill(from: &file) {}
    return Array(copying: input.unread)
  }

  /// An encoder of one level; for one thread at a time.
  @safe
  public final class Compressor {
    private let library: Libdeflate
    private let pointer: OpaquePointer

    /// An encoder of `level` 0 (stored) to 12 (smallest).
    public init(_ library: Libdeflate, level: Int) {
      precondition((0...12).contains(level), "libdeflate has the levels 0 to 12")
      guard let pointer = unsafe library.allocate(Int32(level)) else {
        preconditionFailure("libdeflate gives an encoder where there is memory")
      }
      self.library = library
      unsafe self.pointer = pointer
    }

    deinit { unsafe library.free(pointer) }

    /// Encodes `block` as one gzip member onto `output`.
    public func encode(_ block: Span<UInt8>, into output: inout Output) {
      let room = unsafe library.bound(pointer, block.count)
      // Safe: the library reads the span's bytes, and writes at most `room`.
      unsafe block.withUnsafeBytes { source in
        unsafe output.appendInPlace(atMost: room) { target in
          let count = unsafe library.compress(
            pointer, source.baseAddress, source.count, target.baseAddress, target.count)
          precondition(count > 0, "a member always fits into its bound")
          return count
        }
      }
    }
  }
}

/// libzstd, which encodes and decodes Zstandard frames (RFC 8878).
@safe
public final class LibZstandard: @unchecked Sendable {
  /// ZSTD_inBuffer and ZSTD_outBuffer: an address, a size and a position.
  @unsafe
  fileprivate struct Buffer {
    var address: UnsafeMutableRawPointer?
    var size: Int
    var position = 0
  }
  fileprivate typealias Create = @convention(c) () -> OpaquePointer?
  fileprivate typealias Free = @convention(c) (OpaquePointer) -> Int
  fileprivate typealias SetParameter = @convention(c) (OpaquePointer, Int32, Int32) -> Int
  fileprivate typealias Compress =
    @convention(c) (
      OpaquePointer, UnsafeMutableRawPointer?, Int, UnsafeRawPointer?, Int
    ) -> Int
  fileprivate typealias Decompress =
    @convention(c) (
      OpaquePointer, UnsafeMutableRawPointer, UnsafeMutableRawPointer
    ) -> Int
  fileprivate typealias OfSize = @convention(c) (Int) -> Int
  fileprivate typealias NameOfError = @convention(c) (Int) -> UnsafePointer<CChar>
  fileprivate typealias Version = @convention(c) () -> UnsafePointer<CChar>

  /// The library that tools load.
  public static let libraryName = "libzstd.so.1"
  /// ZSTD_c_compressionLevel and ZSTD_c_checksumFlag.
  fileprivate static let levelParameter: Int32 = 100
  fileprivate static let checksumParameter: Int32 = 201

  fileprivate let createEncoder: Create, createDecoder: Create
  fileprivate let freeEncoder: Free, freeDecoder: Free
  fileprivate let setParameter: SetParameter
  fileprivate let compress: Compress
  fileprivate let decompress: Decompress
  fileprivate let bound: OfSize, isError: OfSize
  fileprivate let nameOfError: NameOfError
  fileprivate let versionString: Version

  /// The library, or nil where it is not installed or lacks a function.
  public static let shared = LibZstandard()

  private init?() {
    guard let library = unsafe SharedLibrary(Self.libraryName),
      let createEncoder = unsafe library.function("ZSTD_createCCtx", as: Create.self),
      let createDecoder = unsafe library.function("ZSTD_createDCtx", as: Create.self),
      let freeEncoder = unsafe library.function("ZSTD_freeCCtx", as: Free.self),
      let freeDecoder = unsafe library.function("ZSTD_freeDCtx", as: Free.self),
      let setParameter = unsafe library.function("ZSTD_CCtx_setParameter", as: SetParameter.self),
      let compress = unsafe library.function("ZSTD_compress2", as: Compress.self),
      let decompress = unsafe library.function("ZSTD_decompressStream", as: Decompress.self),
      let bound = unsafe library.function("ZSTD_compressBound", as: OfSize.self),
      let isError = unsafe library.function("ZSTD_isError", as: OfSize.self),
      let nameOfError = unsafe library.function("ZSTD_getErrorName", as: NameOfError.self),
      let versionString = unsafe library.function("ZSTD_versionString", as: Version.self)
    else { return nil }
    unsafe self.createEncoder = createEncoder
    unsafe self.createDecoder = createDecoder
    unsafe self.freeEncoder = freeEncoder
    unsafe self.freeDecoder = freeDecoder
    unsafe self.setParameter = setParameter
    unsafe self.compress = compress
    unsafe self.decompress = decompress
    (self.bound, self.isError) = (bound, isError)
    unsafe self.nameOfError = nameOfError
    unsafe self.versionString = versionString
  }

  /// The library's version, such as `1.5.4`.
  public var version: String {
    // Safe: a C string that lives as long as the library.
    unsafe String(cString: versionString())
  }
}

extension LibZstandard {
  /// An encoder of one level; for one thread at a time.
  @safe
  public final class Compressor {
    private let library: LibZstandard
    private let context: OpaquePointer

    /// An encoder of `level` 1 (fastest) to 19 (smallest).
    public init(_ library: LibZstandard, level: Int) {
      precondition((1...19).contains(level), "zstd has the levels 1 to 19")
      guard let context = unsafe library.createEncoder() else {
        preconditionFailure("zstd gives an encoder where there is memory")
      }
      self.library = library
      unsafe self.context = context
      for (parameter, value) in [
        (LibZstandard.levelParameter, Int32(level)), (LibZstandard.checksumParameter, 1),
      ] {
        let status = unsafe library.setParameter(context, parameter, value)
        precondition(library.isError(status) == 0, "zstd knows its own parameters")
      }
    }

    deinit { _ = unsafe library.freeEncoder(context) }

    /// Encodes `block` as one frame, with its checksum, onto `output`.
    public func encode(_ block: Span<UInt8>, into output: inout Output) {
      let room = library.bound(block.count)
      // Safe: the library reads the span's bytes, and writes at most `room`.
      unsafe block.withUnsafeBytes { source in
        unsafe output.appendInPlace(atMost: room) { target in
          let count = unsafe library.compress(
            context, target.baseAddress, target.count, source.baseAddress, source.count)
          precondition(library.isError(count) == 0, "a frame always fits into its bound")
          return count
        }
      }
    }
  }

  /// A decoder of one frame after the other.
  @safe
  public struct Decompressor: ~Copyable {
    private let library: LibZstandard
    private let context: OpaquePointer

    /// A decoder before its first frame.
    public init(_ library: LibZstandard) {
      guard let context = unsafe library.createDecoder() else {
        preconditionFailure("zstd gives a decoder where there is memory")
      }
      self.library = library
      unsafe self.context = context
    }

    deinit { _ = unsafe library.freeDecoder(context) }

    /// Decodes from `input` into the front of `block` until either is used up or a frame ends.
    ///
    /// - Throws: what libzstd finds wrong with the data, or with their checksum.
    public mutating func decode(
      _ input: Span<UInt8>, into block: inout MutableSpan<UInt8>
    ) throws(CodecProblem) -> CodecProgress {
      // Safe: the library reads and writes within the two buffers, whose sizes are the spans';
      // it is given no pointer that it keeps. The source is not written to, whatever its type.
      let (status, consumed, produced) = unsafe input.withUnsafeBytes { source in
        unsafe block.withUnsafeMutableBytes { target in
          var from = unsafe Buffer(
            address: UnsafeMutableRawPointer(mutating: source.baseAddress), size: source.count)
          var into = unsafe Buffer(address: target.baseAddress, size: target.count)
          let status = unsafe library.decompress(context, &into, &from)
          return unsafe (status, from.position, into.position)
        }
      }
      guard library.isError(status) == 0 else {
        throw CodecProblem(reason: unsafe String(cString: library.nameOfError(status)))
      }
      return CodecProgress(consumed: consumed, produced: produced, isFinished: status == 0)
    }
  }
}
