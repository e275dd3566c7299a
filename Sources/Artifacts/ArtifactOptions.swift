import Bytes
public import Compression

/// How an export's artifacts are made.
public struct ArtifactOptions: Sendable {
  /// How artifacts are compressed.
  public var compression: CompressionMethod
  /// How many threads compress.
  public var threads = ProcessContext.processorCount
  /// The mode of the files, 0o600 to 0o777, whatever the umask is.
  public var mode: UInt32 = 0o600
  /// Whether what has the names already is replaced.
  public var replaces = false
  /// Whether artifacts are added to the export that is there.
  public var appends = false
  /// The most events of a part, or nil.
  public var maximumEvents: Int?
  /// The most bytes of a part as stored, or nil.
  public var maximumBytes: Int?

  /// The defaults of spec/cli.md.
  public init(_ compression: CompressionMethod) { self.compression = compression }

  /// Whether artifacts are cut into parts.
  var hasParts: Bool { maximumEvents != nil || maximumBytes != nil }

  /// The mode of folders: whoever may read the files may look into the folders.
  var folderMode: UInt32 { 0o700 | (mode & 0o044) | (mode & 0o044) >> 2 }
}
