import Testing

@testable import Bytes

@Suite struct PrefixFilterTests {
  private let filter = PrefixFilter(["ghp_", "sk-", "eyJ"].map { Array($0.utf8) })

  @Test func everyPrefixIsLetThroughAtEveryPlace() {
    for prefix in ["ghp_", "sk-", "eyJ"] {
      for place in 0..<64 {
        for tail in [0, 1, 80] {
          let text =
            Array(repeating: UInt8.space, count: place) + Array(prefix.utf8)
            + Array(repeating: UInt8.space, count: tail)
          let mayBegin = filter.mayBegin(text.span, at: place)
          let candidates = filter.candidates(.max, in: text.span, from: 0)
          #expect(mayBegin && candidates & 1 << UInt64(place) != 0)
        }
      }
    }
  }

  @Test func placesThatAreNotAskedForAreNotTold() {
    let text = Array("ghp_ ghp_".utf8)
    let candidates = filter.candidates(1 << 5, in: text.span, from: 0)
    #expect(candidates == 1 << 5)
  }

  @Test func mostOtherWordsAreKeptBack() {
    var passed = 0
    for number in 0..<2000 {
      let text = Array(String(number, radix: 36).utf8) + Array("abc".utf8)
      if filter.mayBegin(text.span, at: 0) { passed += 1 }
    }
    #expect(passed < 20)
  }

  @Test func wordsThatShareThreeBytesWithALongerPrefixAreKeptBack() {
    let text = Array(("ghpx sk-x " + String(repeating: " ", count: 80)).utf8)
    let candidates = filter.candidates(1 | 1 << 5, in: text.span, from: 0)
    let mayBegin = [0, 5].map { filter.mayBegin(text.span, at: $0) }
    #expect(candidates == 1 << 5 && mayBegin == [false, true])
  }

  @Test func aTextThatEndsEarlyBeginsNothing() {
    let text = Array("gh".utf8)
    let mayBegin = filter.mayBegin(text.span, at: 0)
    let candidates = filter.candidates(.max, in: text.span, from: 0)
    #expect(!mayBegin && candidates == 0)
  }

  @Test func wordsThatShareSevenBytesWithALongerPrefixAreKeptBack() {
    let filter = PrefixFilter(["discord.com/api", "access-"].map { Array($0.utf8) })
    for tail in [0, 1, 7, 80] {
      let blanks = String(repeating: " ", count: tail)
      for (text, begins) in [("discover", false), ("discord.", true), ("access", false)] {
        let bytes = Array((text + blanks).utf8)
        let mayBegin = filter.mayBegin(bytes.span, at: 0)
        let candidates = filter.candidates(1, in: bytes.span, from: 0)
        #expect(mayBegin == begins && candidates == (begins ? 1 : 0), "\(text) and \(tail)")
      }
    }
  }
}
