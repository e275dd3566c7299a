import Bytes
import Digests
import Stages

/// The leaf hashes of a file, 32 bytes each, read in order or at any place (spec/integrity.md,
/// section 2.5).
struct LeafFile: ~Copyable {
  private let path: Path
  private var descriptor: Descriptor
  private var input = Input(capacity: 64 * 1024)
  /// How many leaves the file has.
  let count: Int
  /// The number of the leaf that is read next.
  private(set) var position = 0

  /// Opens a file; nil where it is not there.
  static func open(_ path: Path) throws(Problem) -> LeafFile? {
    do throws(SystemError) {
      let descriptor = try path.openForReading()
      return try LeafFile(path, descriptor)
    } catch {
      if error.isMissing { return nil }
      throw Problem(.failure, "\(Quoting.escaped(path.text)): \(error)")
    }
  }

  private init(_ path: Path, _ descriptor: consuming Descriptor) throws(SystemError) {
    let status = try descriptor.status
    self.path = path
    self.descriptor = descriptor
    count = status.size / Digest256.size
    isWhole = status.kind == .regular && status.size % Digest256.size == 0
  }

  /// Whether the file is one of leaves to its last byte.
  let isWhole: Bool

  /// The next leaf, or nil behind the last one.
  mutating func next() throws(Problem) -> Digest256? {
    guard position < count else { return nil }
    while input.unread.count < Digest256.size {
      do throws(SystemError) {
        guard try input.fill(from: &descriptor) else { throw SystemError.inputOutput("read") }
      } catch {
        throw Problem(.failure, "\(Quoting.escaped(path.text)): \(error)")
      }
    }
    guard let leaf = Digest256(input.unread.extracting(first: Digest256.size)) else {
      preconditionFailure("as many bytes as a digest has are one")
    }
    input.consume(Digest256.size)
    position += 1
    return leaf
  }

  /// Goes to the leaf with a number, which may be the count.
  mutating func seek(to number: Int) throws(Problem) {
    precondition((0...count).contains(number), "a leaf of the file")
    guard number != position else { return }
    do throws(SystemError) {
      try descriptor.seek(to: number * Digest256.size)
    } catch {
      throw Problem(.failure, "\(Quoting.escaped(path.text)): \(error)")
    }
    input.reset()
    position = number
  }

  /// The leaves of a range.
  mutating func leaves(_ range: Range<Int>) throws(Problem) -> [Digest256] {
    try seek(to: range.lowerBound)
    var leaves: [Digest256] = []
    leaves.reserveCapacity(range.count)
    while position < range.upperBound, let leaf = try next() { leaves.append(leaf) }
    return leaves
  }
}
