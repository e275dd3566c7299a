import Bytes
import TestSupport
import Testing

@Suite struct OutputTests {
  @Test func whatIsAppendedStandsInItsOrderHoweverTheBlockGrows() {
    var expected: [UInt8] = []
    let bytes = collect { output in
      for length in 0..<40 {
        let part = [UInt8](repeating: UInt8(length), count: length)
        output.append(part.span)
        output.append(UInt8(ascii: "|"))
        output.append("é\(length)")
        expected += part + [UInt8(ascii: "|")] + Array("é\(length)".utf8)
      }
    }
    #expect(bytes == expected)
  }

  @Test(arguments: [0, 1, -1, 9, 10, 11, 99, 100, -100, 1_000_000_007, .max, .min])
  func decimalsReadAsSwiftWritesThem(number: Int) {
    let bytes = collect { $0.append(decimal: number) }
    #expect(bytes == Array(String(number).utf8))
  }

  @Test func movedBytesLeaveTheirBlockEmpty() {
    var source = Output(capacity: 1)
    source.append("moved")
    var target = Output(capacity: 1)
    target.append("is ")
    source.move(to: &target)
    let result = text(target.bytes)
    let left = source.count
    #expect(result == "is moved" && left == 0)
  }

  @Test func removedBytesAreGoneAndReservedRoomAddsNone() {
    let bytes = collect { output in
      output.append("gone")
      output.removeAll()
      output.reserve(1_000)
      output.append("new")
    }
    #expect(bytes == Array("new".utf8))
  }
}
