public import Bytes

/// Puts the encoded blocks of one file together: heads, tails, and what blocks may refer to.
///
/// Blocks are prepared in the order in which they are submitted, and appended in the same order
/// when they are encoded; a member is ended when nothing of it is on its way.
public struct MemberAssembler: ~Copyable {
  private let method: CompressionMethod
  private var dictionary = Output(capacity: 64)
  private var checksum = CyclicChecksum()
  private var isOpen = false
  /// Whether the file has no block yet.
  private var isEmpty = true

  /// RFC 1952, section 2.3: deflate, no flags, no time, no extra flags, unknown system.
  private static let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]

  /// An assembler at the beginning of a file.
  public init(_ method: CompressionMethod) { self.method = method }

  /// Gives a block that is about to be submitted what it may refer to.
  public mutating func prepare(_ job: BlockJob) {
    guard method.joinsBlocks else { return }
    job.refer(to: &dictionary, keeping: BlockDeflater.dictionarySize)
  }

  /// Appends an encoded block.
  public mutating func append(_ job: BlockJob, to output: inout Output) {
    isEmpty = false
    if method.joinsBlocks {
      if !isOpen { output.append(contentsOf: Self.head) }
      checksum.append(job.checksum)
    }
    isOpen = true
    job.moveOutput(to: &output)
  }

  /// Ends the member, if one is open; what is appended later begins another one.
  public mutating func endMember(into output: inout Output) {
    dictionary = Output(capacity: 64)
    guard isOpen else { return }
    isOpen = false
    guard method.joinsBlocks else { return }
    output.append(contentsOf: BlockDeflater.emptyLastBlock)
    output.append(littleEndian: checksum.value)
    output.append(littleEndian: UInt32(truncatingIfNeeded: checksum.length))
    checksum = CyclicChecksum()
  }

  /// Ends the file: one that has nothing in it gets an empty member, so that readers take it.
  public mutating func endFile(into output: inout Output) {
    endMember(into: &output)
    guard isEmpty else { return }
    let job = BlockJob(method)
    job.encode()
    append(job, to: &output)
    endMember(into: &output)
  }
}
