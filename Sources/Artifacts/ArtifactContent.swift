import Bytes
import Compression
import DecisionEvent
import Digests
import EventJSON
import Stages

/// What is known of a file by reading it whole.
struct ArtifactContent: Equatable {
  /// Bytes as stored.
  var bytes = 0
  /// The SHA-256 of the bytes as stored.
  var sha256: [UInt8] = []
  /// Bytes after decompression.
  var uncompressedBytes = 0
  /// The SHA-256 after decompression.
  var uncompressedSHA256: [UInt8] = []

  /// Reads a file back: once as it is stored, and once decoded where it is gzip.
  static func read(
    _ name: Path, in folder: borrowing Folder, isGzip: Bool
  ) throws(ReadProblem) -> ArtifactContent {
    var content = ArtifactContent()
    var stored = try open(name, folder)
    do throws(SystemError) {
      (content.bytes, content.sha256) = try summarize(&stored)
    } catch {
      throw .system(error)
    }
    guard isGzip else {
      content.uncompressedBytes = content.bytes
      content.uncompressedSHA256 = content.sha256
      return content
    }
    var decoded = DecodedSource(try open(name, folder))
    (content.uncompressedBytes, content.uncompressedSHA256) = try summarize(&decoded)
    return content
  }

  /// Whether a file holds this content: a device, a pipe or a link never does.
  func isContent(
    of name: Path, in folder: borrowing Folder, isGzip: Bool
  ) throws(ReadProblem) -> Bool {
    do throws(SystemError) {
      let status = try folder.open(name).status
      guard status.kind == .regular, status.size == bytes else { return false }
    } catch {
      throw .system(error)
    }
    return try Self.read(name, in: folder, isGzip: isGzip) == self
  }

  private static func open(
    _ name: Path, _ folder: borrowing Folder
  ) throws(ReadProblem) -> Descriptor {
    do throws(SystemError) {
      return try folder.open(name)
    } catch {
      throw .system(error)
    }
  }

  private static func summarize<Source: ByteSource & ~Copyable>(
    _ source: inout Source
  ) throws(Source.Failure) -> (bytes: Int, sha256: [UInt8]) {
    var input = Input()
    var digest = StreamDigest()
    while try input.fill(from: &source) {
      digest.update(input.unread)
      let count = input.unread.count
      input.consume(count)
    }
    return (input.bytesRead, digest.finalize())
  }
}
