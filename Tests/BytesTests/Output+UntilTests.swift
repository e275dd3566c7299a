import Bytes
import TestSupport
import Testing

@Suite struct OutputUntilTests {
  @Test func copiesUpToTheByteAndSaysWhereItStands() {
    for count in 0..<100 {
      for place in 0...count {
        var text = (0..<count).map { UInt8(0x61 + $0 % 26) }
        if place < count { text[place] = .backslash }
        for start in [0, 1, 15, 16, 17, 33] where start <= count {
          var output = Output(capacity: 1)
          output.append(.quote)
          let found = output.append(text.span, from: start, upTo: .backslash)
          let isThere = place < count && place >= start
          let end = isThere ? place : count
          #expect(found == (isThere ? place : nil))
          #expect(copy(output.bytes) == [.quote] + text[start..<end])
        }
      }
    }
  }

  @Test func aSecondByteStaysForTheNextCall() {
    let text = Array(#"a\nb\tc"#.utf8)
    var output = Output(capacity: 64)
    let first = output.append(text.span, from: 0, upTo: .backslash)
    let second = output.append(text.span, from: 3, upTo: .backslash)
    let third = output.append(text.span, from: 6, upTo: .backslash)
    #expect(first == 1 && second == 4 && third == nil)
    #expect(copy(output.bytes) == Array("abc".utf8))
  }
}
