/// Something that bytes are read from: a descriptor, or a decoder over one.
public protocol ByteSource: ~Copyable {
  /// What reading can fail with.
  associatedtype Failure: Error

  /// Reads at least one byte and at most `block.count` into the front of `block`; 0 is the end.
  mutating func read(into block: inout MutableSpan<UInt8>) throws(Failure) -> Int

  /// Whether the next `read` may have to wait for another process.
  ///
  /// Whoever holds finished output writes it before such a read.
  var mayBlock: Bool { mutating get }
}
