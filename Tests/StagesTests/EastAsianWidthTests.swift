import Testing

@testable import Stages

@Suite struct EastAsianWidthTests {
  @Test(
    arguments: [
      (0x10FF, false), (0x1100, true), (0x115F, true), (0x1160, false), (0x231A, true),
      (0x303E, true), (0x303F, false), (0x9FFF, true), (0xFF60, true), (0xFF61, false),
      (0x1F3FF, true), (0x1F43F, false), (0x20000, true), (0x3FFFD, true), (0x3FFFE, false),
      (0, false), (0x10FFFF, false),
    ] as [(UInt32, Bool)])
  func boundsOfRangesBelongToThem(value: UInt32, isWide: Bool) {
    #expect(EastAsianWidth.isWide(value) == isWide)
  }
}
