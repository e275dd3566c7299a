import Testing

@testable import Sourcing

@Suite struct HeadPrintTests {
  private static let file = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 * $0 % 251) }

  @Test(arguments: [0, 1, 15, 16, 17, 100, 4095, 4096, 4097, 9000])
  func fileIsKnownByItsBeginning(length: Int) {
    let print = HeadPrint(Self.file, length: length)
    #expect(print.whole.count == min(length, 4096))
    #expect(print.compare(Self.file) == .same)
    #expect(print.compare(Array(Self.file.prefix(max(length, 1)))) == .same)
    guard length > 0 else { return }
    var other = Self.file
    other[min(length, 4096) - 1] ^= 1
    #expect(print.compare(other) == .other)
    if length < 4096 {
      // What stands behind it was not read, and may be anything.
      other = Self.file
      other[length] ^= 1
      #expect(print.compare(other) == .same)
    }
  }

  @Test func shorterFileIsToldFromAnotherOne() {
    let print = HeadPrint(Self.file, length: 3000)
    for length in [0, 10, 16, 100, 2999] {
      #expect(print.compare(Array(Self.file.prefix(length))) == .shorter)
    }
    for length in [16, 40, 1000, 2500] {
      var other = Array(Self.file.prefix(length))
      other[15] ^= 1
      #expect(print.compare(other) == .other)
    }
  }
}
