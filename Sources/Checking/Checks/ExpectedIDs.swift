public import Bytes
import Compression
import Digests
import EventJSON
public import Stages

/// The ids that a stream must have, each of them once or more, and no others.
///
/// Invariant: `ends` and `isMet` have as many entries as each other; id `n` ends before `ends[n]`,
/// and its digest has the word `n`.
public struct ExpectedIDs: Sendable {
  /// The most bytes of a list, decompressed.
  private static let maximumSize = 1 << 30

  private let key = DigestKey()
  private var digests = DigestTable()
  private var texts: [UInt8] = []
  private var ends: [Int] = []
  private var isMet: [Bool] = []

  /// Reads a list, one id a line, plain or gzip; blank lines say nothing, ids twice no more than
  /// once.
  ///
  /// - Throws: `usage`: a file that can't be read, is corrupt, or has more than 1 GiB of ids.
  public init(_ file: Path) throws(Problem) {
    let name = "--expect-ids: \(Problem.inputName(file))"
    var input = Input()
    do throws(ReadProblem) {
      var source = DecodedSource(try Self.open(file))
      while try input.fill(from: &source) {
        try takeLines(&input)
        guard texts.count + input.unread.count <= Self.maximumSize else {
          throw .corrupt("more than 1 GiB of ids")
        }
      }
    } catch {
      switch error {
      case .system(let reason): throw Problem(.usage, "\(name): \(reason)")
      case .corrupt(let reason), .unavailable(let reason):
        throw Problem(.usage, "\(name): \(reason)")
      }
    }
    add(input.unread)
  }

  private static func open(_ file: Path) throws(ReadProblem) -> Descriptor {
    do throws(SystemError) {
      return try file.openForReading()
    } catch {
      throw .system(error)
    }
  }

  private mutating func takeLines(_ input: inout Input) throws(ReadProblem) {
    var start = 0
    while let end = ByteScan.firstIndex(of: .newline, in: input.unread, from: start) {
      add(input.unread.extracting(start..<end))
      start = end + 1
    }
    input.consume(start)
  }

  /// Adds the id of a line.
  private mutating func add(_ line: Span<UInt8>) {
    let end =
      line.count > 0 && line[line.count - 1] == .carriageReturn ? line.count - 1 : line.count
    let id = line.extracting(0..<end)
    guard FilledText.isFilled(id), digests.insert(digest(of: id), UInt64(ends.count)) == nil else {
      return
    }
    for offset in 0..<id.count { texts.append(id[offset]) }
    ends.append(texts.count)
    isMet.append(false)
  }

  /// How many ids are expected.
  var count: Int { ends.count }

  /// What an id is found by.
  func digest(of id: Span<UInt8>) -> Digest128 { key.digest(of: id) }

  /// Notes that an event has this id; false where it is not expected.
  mutating func meet(_ digest: Digest128) -> Bool {
    guard let index = digests.word(of: digest) else { return false }
    isMet[Int(index)] = true
    return true
  }

  /// How many ids no event has had.
  var missingCount: Int { isMet.count { !$0 } }

  /// The first ids of the list that no event has had.
  func missing(atMost limit: Int) -> [Offender] {
    var missing: [Offender] = []
    for index in isMet.indices where !isMet[index] && missing.count < limit {
      let start = index == 0 ? 0 : ends[index - 1]
      var offender = Offender(texts.span.extracting(start..<ends[index]))
      offender.isMissing = true
      missing.append(offender)
    }
    return missing
  }
}
