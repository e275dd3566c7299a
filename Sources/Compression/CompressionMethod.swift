import Bytes

/// How a file is compressed: the format its name asks for, and the engine that makes it.
///
/// The same method gives the same bytes, whatever the number of threads.
public struct CompressionMethod: Sendable, Equatable {
  /// What a file's name says about its compression.
  public enum Format: String, Sendable {
    /// Not at all.
    case plain
    /// RFC 1952, `.gz`.
    case gzip
    /// RFC 8878, `.zst`.
    case zstandard

    /// The format of a file called `name`.
    public init(name: String) {
      self = name.hasSuffix(".gz") ? .gzip : name.hasSuffix(".zst") ? .zstandard : .plain
    }
  }

  /// What `--gzip-engine` takes.
  public enum GzipEngine: String, CaseIterable, Sendable {
    /// The fastest that is installed.
    case auto
    /// The library that is always there: one ordinary member.
    case zlib
    /// Twice as fast: members of 1 MiB.
    case libdeflate
  }

  /// An engine that is not installed: the sentence for a message.
  public struct Missing: Error, Equatable, Sendable {
    /// What is missing, and what to do.
    public let reason: String
  }

  enum Engine: Sendable, Equatable {
    case none
    case zlib
    case libdeflate
    case zstandard
  }

  let engine: Engine
  /// The engine's level; 0 where nothing is compressed.
  public let level: Int

  /// The method for `format`; `level` 0 to 9, or the engine's default for nil.
  ///
  /// - Throws: which library is not installed, and its package.
  public init(_ format: Format, engine: GzipEngine, level: Int?) throws(Missing) {
    switch format {
    case .plain:
      self.engine = .none
      self.level = 0
    case .gzip:
      if engine == .libdeflate, Libdeflate.shared == nil {
        throw Missing(
          reason: "\(Libdeflate.libraryName) is not installed (Debian: libdeflate0); "
            + "--gzip-engine zlib does without")
      }
      self.engine = engine == .zlib || Libdeflate.shared == nil ? .zlib : .libdeflate
      self.level = level ?? 6
    case .zstandard:
      guard LibZstandard.shared != nil else {
        throw Missing(
          reason: "\(LibZstandard.libraryName) is not installed (Debian: libzstd1); "
            + "a name that ends in .gz does without")
      }
      self.engine = .zstandard
      // It has no level 0, and its default, 3, is both faster and smaller than gzip's 6.
      self.level = max(level ?? 3, 1)
    }
  }

  /// The engine's name and version, or nil where nothing is compressed.
  public var engineIdentity: (name: String, version: String)? {
    switch engine {
    case .none: nil
    case .zlib: ("zlib", BlockDeflater.version)
    case .libdeflate: ("libdeflate", Libdeflate.shared?.version ?? "")
    case .zstandard: ("zstd", LibZstandard.shared?.version ?? "")
    }
  }

  /// The HTTP content coding of the file (RFC 9110, section 8.4.1), or nil.
  public var contentEncoding: String? {
    switch engine {
    case .none: nil
    case .zlib, .libdeflate: "gzip"
    case .zstandard: "zstd"
    }
  }

  /// How much of a stream is encoded at once, in bytes.
  public var blockSize: Int {
    switch engine {
    case .none, .zlib: 512 * 1024
    case .libdeflate, .zstandard: 1024 * 1024
    }
  }

  /// The most bytes that one more block of `count` bytes adds to a file, all borders included.
  public func bound(of count: Int) -> Int {
    engine == .none ? count : count + count / 256 + 256
  }

  /// Whether blocks are joined to members that need a head and a tail.
  var joinsBlocks: Bool { engine == .zlib }

  func makeCodec() -> any BlockCodec {
    switch engine {
    case .none: return PlainCodec()
    case .zlib: return ZlibCodec(level: level)
    case .libdeflate:
      guard let library = Libdeflate.shared else { break }
      return LibdeflateCodec(library, level: level)
    case .zstandard:
      guard let library = LibZstandard.shared else { break }
      return ZstandardCodec(library, level: level)
    }
    preconditionFailure("a method is only made where its library is there")
  }
}
