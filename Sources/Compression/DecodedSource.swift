public import Bytes

/// Reads a descriptor, decoding it where it is gzip or Zstandard: told by the magic bytes, every
/// member or frame read.
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

  /// What is read.
  public private(set) var descriptor: Descriptor
  private var encoded = Input(capacity: 64 * 1024)
  private var decoder = StreamDecoder.none
  private var state: State
  /// Whether the decoder may have more output without more input.
  private var hasPendingOutput = false

  /// A source over an open descriptor, which it closes; without `decodes`, all bytes pass as they
  /// are.
  public init(_ descriptor: consuming Descriptor, decodes: Bool = true) {
    self.descriptor = descriptor
    state = decodes ? .undecided : .plain
  }

  /// Whether bytes pass as they are, told by the first ones.
  ///
  /// - Throws: `system` where the first bytes can't be read.
  public mutating func isPlain() throws(ReadProblem) -> Bool {
    if case .undecided = state { try decide() }
    if case .plain = state { return true }
    return false
  }

  /// The registered name of the coding (RFC 9110, section 8.4.1; RFC 8878, section 7.2), such as
  /// `gzip`; nil where bytes pass as they are.
  ///
  /// - Throws: `system` where the first bytes can't be read.
  public mutating func encodingName() throws(ReadProblem) -> String? {
    if case .undecided = state { try decide() }
    return decoder.encodingName
  }

  /// Goes to a byte of a plain file, counted from 0.
  ///
  /// - Throws: `system`, with ESPIPE for a pipe.
  public mutating func seek(to offset: Int) throws(ReadProblem) {
    guard try isPlain() else { preconditionFailure("only plain files have places") }
    do throws(SystemError) {
      try descriptor.seek(to: offset)
    } catch {
      throw .system(error)
    }
    encoded.reset()
  }

  /// Whether the next read may have to wait for another process.
  public var mayBlock: Bool {
    mutating get {
      if hasPendingOutput || encoded.unread.count > 1 { return false }
      return descriptor.mayBlock
    }
  }

  /// Reads decoded bytes; 0 is the end.
  ///
  /// - Throws: `system` for a read error; `corrupt` for coded data that are cut off, wrong, or
  ///   followed by others.
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
    while encoded.unread.count < StreamDecoder.magicLength, try fill() {}
    decoder = try StreamDecoder(for: encoded.unread)
    state = decoder.isNone ? .plain : .member
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
      throw .corrupt("unexpected end of \(decoder.formatName) data")
    }
    let progress = try Self.decode(&encoded, with: &decoder, into: &block)
    encoded.consume(progress.consumed)
    hasPendingOutput = progress.produced == block.count && !progress.isFinished
    if progress.isFinished { state = .betweenMembers }
    return progress.produced
  }

  // Takes its two parts one by one, as a span of one keeps the whole from being changed.
  private static func decode(
    _ encoded: inout Input, with decoder: inout StreamDecoder,
    into block: inout MutableSpan<UInt8>
  ) throws(ReadProblem) -> CodecProgress {
    do throws(CodecProblem) {
      return try decoder.decode(encoded.unread, into: &block)
    } catch {
      throw .corrupt("corrupt \(decoder.formatName) data: \(error.reason)")
    }
  }

  /// Goes on to the next member; false at the end.
  private mutating func nextMember() throws(ReadProblem) -> Bool {
    while true {
      encoded.consume(Self.countZeros(encoded.unread))
      if encoded.unread.count >= StreamDecoder.magicLength || encoded.isAtEnd { break }
      _ = try fill()
    }
    if encoded.unread.isEmpty { return false }
    guard decoder.begins(encoded.unread) else {
      throw .corrupt("garbage after \(decoder.formatName) data")
    }
    decoder.reset()
    state = .member
    return true
  }

  private static func countZeros(_ bytes: Span<UInt8>) -> Int {
    var zeros = 0
    while zeros < bytes.count, bytes[zeros] == 0 { zeros += 1 }
    return zeros
  }
}
