import Bytes
import DecisionEvent
import Digests
import EventJSON
import Stages

/// A file under a name of its own until all of it is there.
///
/// The name begins with a dot and the name it will have, and ends with random digits. It is made
/// with O_EXCL and locked while it is in use, so that a later run can tell what a killed one left.
struct StagedFile: ~Copyable {
  let name: Path
  private var descriptor: Descriptor
  private var digest = StreamDigest()
  /// The bytes written so far.
  private(set) var bytes = 0

  /// Makes the staging file of `final` in `folder`.
  init(
    for final: Path, in folder: borrowing Folder, mode: UInt32, slot: SignalCleanup.Slot
  ) throws(SystemError) {
    let name = Path(bytes: Self.prefix(of: final) + Array(Self.randomDigits().utf8))
    // A signal between making and noting the file would leave it behind.
    let made = try SignalCleanup.withSignalsBlocked { () throws(SystemError) -> Descriptor in
      let descriptor = try folder.createLocked(name, mode: mode)
      SignalCleanup.register(name, in: folder, as: slot)
      return descriptor
    }
    self.name = name
    descriptor = made
  }

  /// 16 hexadecimal digits of the system's random numbers.
  static func randomDigits() -> String {
    var generator = SystemRandomNumberGenerator()
    let digits = String(UInt64.random(in: .min ... .max, using: &generator), radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// What the names of all staging files of `final` begin with.
  private static func prefix(of final: Path) -> [UInt8] {
    // Names have at most 255 bytes; a long one is told apart by its beginning.
    [.dot] + final.bytes.prefix(200) + Array(".kt-staging-".utf8)
  }

  /// Whether a name is that of a staging file, or of an old file that is kept.
  static func isStaging(_ name: [UInt8]) -> Bool {
    let mark = Array(".kt-staging-".utf8)
    return name.first == .dot && name.dropLast(16).suffix(mark.count) == mark[...]
  }

  /// The name that the old file `name` is kept under while `staging` replaces it; swept like a
  /// staging file where a run was killed.
  static func backupName(of name: Path, for staging: Path) -> Path {
    Path(bytes: prefix(of: name) + staging.bytes.suffix(15) + [UInt8(ascii: "~")])
  }

  /// Removes what killed runs left of `final`: staging files that nobody has locked.
  ///
  /// The folder must be locked, so that no file is seen between its making and its locking.
  static func sweep(_ final: Path, in folder: borrowing Folder, at path: Path) throws(SystemError) {
    let prefix = prefix(of: final)
    for name in try path.names() where name.starts(with: prefix) && name.count == prefix.count + 16
    {
      // A name that can't be opened or removed is no staging file, and harms nobody.
      _ = try? folder.removeIfUnlocked(Path(bytes: name))
    }
  }

  /// Appends a block.
  mutating func write(_ block: Span<UInt8>) throws(SystemError) {
    try descriptor.writeAll(block)
    digest.update(block)
    bytes += block.count
  }

  /// The SHA-256 of all that was written.
  var sha256: [UInt8] { digest.finalize() }

  /// Makes the content durable, closes the file, which can fail, and gives its SHA-256.
  ///
  /// A second descriptor keeps the lock until the file has its real name or is removed.
  mutating func settle() throws(SystemError) -> [UInt8] {
    try descriptor.synchronize()
    var other = try descriptor.duplicate()
    swap(&descriptor, &other)
    try other.close()
    return digest.finalize()
  }
}
