public import Bytes

/// Reads a descriptor, decoding it where it is gzip: told by the magic bytes, every member read.
///
/// What follows the last member must be nothing, or zeros (padding to a block); a member that is
/// cut off or damaged is a problem and never an end (spec/faults.md, section 3).
public struct DecodedSource: ~Copyable, ByteSource {
  private enum State {
    /// Nothing was read yet.
    case undecided
    /// Bytes pass as they are.
    case plain
    /// Inside a member.
    case member
    /// Behind a member's trailer.
    case betweenMembers
  }

  private var descriptor: Descriptor
  private var encoded = Input(capacity: 64 * 1024)
  private var inflater = Inflater()
  private var state = State.undecided
  /// Whether the decoder may have more output without more input.
  private var hasPendingOutput = false

  /// A source over an open descriptor, which it closes.
  public init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }

  /// Whether the next read may have to wait for another process.
  public var mayBlock: Bool {
    mutating get {
      if hasPendingOutput || encoded.unread.count > 1 { return false }
      return descriptor.mayBlock
    }
  }

  /// Reads decoded bytes; 0 is the end.
  public mutating func read(into block: inout MutableSpan<UInt8>) throws(ReadProblem) -> Int {
    while true {
      switch state {
      case .undecided:
        try decide()
      case .plain:
        return try readPlain(into: &block)
      case .member:
        let count = try readMember(into: &block)
        if count > 0 { return count }
      case .betweenMembers:
        guard try nextMember() else { return 0 }
      }
    }
  }

  /// Reads on until the magic bytes are there or can't be.
  private mutating func decide() throws(ReadProblem) {
    while encoded.unread.count < 2, try fill() {}
    state = Self.hasMagic(encoded.unread) ? .member : .plain
  }

  private static func hasMagic(_ bytes: Span<UInt8>) -> Bool {
    bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
  }

  private mutating func fill() throws(ReadProblem) -> Bool {
    do throws(SystemError) {
      return try encoded.fill(from: &descriptor)
    } catch {
      throw .system(error)
    }
  }

  /// First what was read to decide, then straight from the descriptor into the block.
  private mutating func readPlain(
    into block: inout MutableSpan<UInt8>
  ) throws(ReadProblem) -> Int {
    let count = min(encoded.unread.count, block.count)
    if count > 0 {
      for offset in 0..<count { block[offset] = encoded.unread[offset] }
      encoded.consume(count)
      return count
    }
    if encoded.isAtEnd { return 0 }
    do throws(SystemError) {
      return try descriptor.read(into: &block)
    } catch {
      throw .system(error)
    }
  }

  private mutating func readMember(
    into block: inout MutableSpan<UInt8>
  ) throws(ReadProblem) -> Int {
    if encoded.unread.isEmpty, !hasPendingOutput, try !fill() {
      throw .corrupt("unexpected end of gzip data")
    }
    let progress = try Self.inflate(&encoded, with: &inflater, into: &block)
    encoded.consume(progress.consumed)
    hasPendingOutput = progress.produced == block.count && !progress.isFinished
    if progress.isFinished { state = .betweenMembers }
    return progress.produced
  }

  // Takes its two parts one by one, as a span of one keeps the whole from being changed.
  private static func inflate(
    _ encoded: inout Input, with inflater: inout Inflater, into block: inout MutableSpan<UInt8>
  ) throws(ReadProblem) -> ZlibProgress {
    do throws(ZlibProblem) {
      return try inflater.inflate(encoded.unread, into: &block)
    } catch {
      throw .corrupt("corrupt gzip data: \(error.reason)")
    }
  }

  /// Goes on to the next member; false at the end.
  private mutating func nextMember() throws(ReadProblem) -> Bool {
    while true {
      encoded.consume(Self.countZeros(encoded.unread))
      if encoded.unread.count >= 2 || encoded.isAtEnd { break }
      _ = try fill()
    }
    if encoded.unread.isEmpty { return false }
    guard Self.hasMagic(encoded.unread) else { throw .corrupt("garbage after gzip data") }
    inflater.reset()
    state = .member
    return true
  }

  private static func countZeros(_ bytes: Span<UInt8>) -> Int {
    var zeros = 0
    while zeros < bytes.count, bytes[zeros] == 0 { zeros += 1 }
    return zeros
  }
}
