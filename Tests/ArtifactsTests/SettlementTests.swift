import Bytes
import Digests
import TestSupport
import Testing

@testable import Artifacts

@Suite struct SettlementTests {
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  @Test(arguments: [1, 2, 9])
  func everyFileIsReadBackAndTheDamagedOnesAreTold(threads: Int) throws {
    let folder = try temporary.open()
    var settlement = Settlement(threads: threads)
    var settled: [(number: Int, error: SystemError?)] = []
    for number in 0..<30 {
      let text = String(repeating: "\(number)", count: number * 1_000)
      try temporary.write(text, to: "\(number)")
      // What every seventh file holds is not what was written to it.
      let wanted = Array((number % 7 == 3 ? text + "x" : text).utf8)
      let earlier = settlement.add(
        try folder.open(Path("\(number)")), stored: StoredContent(of: wanted.span),
        number: 100 + number)
      if let earlier { settled.append((earlier.number, earlier.error)) }
    }
    while let later = settlement.takeOldest() { settled.append((later.number, later.error)) }
    #expect(settled.map(\.number) == Array(100..<130))
    for (number, error) in settled {
      let isDamaged = (number - 100) % 7 == 3
      #expect(error == (isDamaged ? .inputOutput("read back") : nil), "\(number)")
    }
    let isDone = settlement.takeOldest() == nil
    #expect(isDone)
  }

  @Test func fileThatCantBeReadIsTold() throws {
    let folder = try temporary.open()
    _ = try folder.makeFolder(Path("inner"), mode: 0o700)
    var settlement = Settlement(threads: 2)
    let nothing: [UInt8] = []
    // A folder opens, and can't be read.
    _ = settlement.add(
      try folder.open(Path("inner")), stored: StoredContent(of: nothing.span), number: 1)
    let error = settlement.takeOldest()?.error
    #expect(error?.description == "read: Is a directory")
  }
}
