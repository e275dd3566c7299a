import Bytes
import TestSupport
import Testing

@testable import Artifacts

@Suite struct PartitionTableTests {
  @Test func numbersAreThoseOfADictionary() {
    var random = SeededGenerator(for: "PartitionTableTests.dictionary")
    var table = PartitionTable()
    var numbers: [[UInt8]: Int] = [:]
    for _ in 0..<20_000 {
      // Some thousand paths, so that the table grows several times; and the same one in a row.
      let path = random.below(6) == 0 ? [] : random.bytes(1 + random.below(3), of: Array(90..<110))
      for _ in 0...random.below(2) {
        let (number, isNew) = table.number(of: path.span)
        #expect(isNew == (numbers[path] == nil), "seed \(random.seed)")
        #expect(number == numbers[path, default: numbers.count], "seed \(random.seed)")
        numbers[path] = number
      }
    }
    #expect(table.count == numbers.count && table.count > 2_000)
    for (path, number) in numbers { #expect(table[number] == path) }
  }

  @Test func pathsThatBeginAlikeAreApart() {
    var table = PartitionTable()
    let paths: [[UInt8]] = [[], [0], [0, 0], [0, 1], [1]]
    for _ in 0..<2 {
      for (number, path) in paths.enumerated() {
        #expect(table.number(of: path.span).number == number)
      }
    }
    #expect(table.count == 5)
  }
}
