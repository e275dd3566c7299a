import Testing

@testable import Stages

/// spec/faults.md, section 3, "ANSI/OSC/bidi in data to a terminal".
@Suite struct TerminalCharacterTests {
  private func columns(_ value: UInt32) throws -> Int? {
    TerminalCharacter.columns(try #require(Unicode.Scalar(value)))
  }

  @Test(
    arguments: [
      0x00...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x61C...0x61C, 0x180E...0x180E, 0x200B...0x200F,
      0x2028...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0x034F...0x034F, 0x115F...0x1160,
      0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0xFDD0...0xFDEF, 0xFFF9...0xFFFB, 0xFFFE...0xFFFF,
      0x1FFFE...0x1FFFF, 0xE0001...0xE0001, 0xE0020...0xE007F, 0xE0100...0xE01EF,
    ] as [ClosedRange<UInt32>])
  func whatATerminalActsOnOrHidesIsEscaped(range: ClosedRange<UInt32>) throws {
    for value in range { #expect(try columns(value) == nil, "U+\(String(value, radix: 16))") }
  }

  @Test(
    arguments: [0x300...0x34E, 0x483...0x489, 0x20D0...0x20F0, 0x1161...0x11FF, 0x302A...0x302D]
      as [ClosedRange<UInt32>])
  func marksTakeNoColumn(range: ClosedRange<UInt32>) throws {
    for value in range { #expect(try columns(value) == 0, "U+\(String(value, radix: 16))") }
  }

  @Test func othersTakeOneColumnAndWideOnesTwo() throws {
    for value in [0x20, 0x41, 0x7E, 0xA0, 0xE9, 0x416, 0x2026, 0x2500, 0xE000, 0xFF61] as [UInt32] {
      #expect(try columns(value) == 1, "U+\(String(value, radix: 16))")
    }
    for value in [0x1100, 0x3042, 0x4E00, 0xAC00, 0xFF01, 0x1F600, 0x1F3FB, 0x2F804] as [UInt32] {
      #expect(try columns(value) == 2, "U+\(String(value, radix: 16))")
    }
  }
}
