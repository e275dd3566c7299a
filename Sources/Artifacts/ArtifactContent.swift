import Digests

/// What is known of an artifact: as it is stored, and before compression.
struct ArtifactContent: Equatable {
  /// As it is stored.
  let stored: StoredContent
  /// Bytes before compression.
  let uncompressedBytes: Int
  /// The SHA-256 before compression.
  let uncompressedSHA256: [UInt8]
}
