import TestSupport
import Testing

@testable import Bytes

@Suite struct LaneMaskTests {
  /// Random masks, and how they read lane by lane.
  private static let masks: [(mask: LaneMask.Mask, bits: UInt64)] = {
    var random = SeededGenerator(for: "LaneMask")
    return (0..<500).map { _ in
      let bits = UInt64(UInt16.random(in: 0...0xFFFF, using: &random))
      var mask = LaneMask.Mask(repeating: false)
      for lane in 0..<16 { mask[lane] = bits >> UInt64(lane) & 1 == 1 }
      return (mask, bits)
    }
  }()

  @Test func eachLaneHasItsBitOnThisMachineAndOnAny() {
    for (mask, bits) in Self.masks {
      #expect(LaneMask.bits(mask) == bits)
      #expect(LaneMask.gatheredBits(mask) == bits)
    }
  }

  @Test func theFirstLaneIsTheLowestBitOr16() {
    for (mask, bits) in Self.masks {
      let first = bits == 0 ? 16 : bits.trailingZeroBitCount
      #expect(LaneMask.firstLane(mask) == first)
      #expect(LaneMask.firstLaneOfWords(mask) == first)
    }
    #expect(LaneMask.firstLane(LaneMask.Mask(repeating: false)) == 16)
    #expect(LaneMask.firstLaneOfWords(LaneMask.Mask(repeating: false)) == 16)
  }
}
