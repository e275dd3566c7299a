public import Bytes
import Commitments

/// A checkpoint as a manifest lists it: the file, and what it says.
public struct ListedCheckpoint: Equatable, Sendable {
  /// The file as it was named.
  public let file: Path
  /// How many bytes it has.
  public let bytes: Int
  /// Its SHA-256.
  public let sha256: [UInt8]
  /// The log's name.
  public let origin: String
  /// How many leaves the log has.
  public let size: Int
  /// The root of the log's tree, in padded base64 as the file has it.
  public let root: String
}
