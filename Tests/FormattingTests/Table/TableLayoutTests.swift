import Testing

@testable import Formatting

@Suite struct TableLayoutTests {
  private let requests = [
    TableLayout.Request(preferred: 20, minimum: 20),
    TableLayout.Request(preferred: 18, minimum: 8),
    TableLayout.Request(preferred: 30, minimum: 10, stretches: true),
  ]

  @Test(
    arguments: [
      (nil, [20, 18, 30]), (72, [20, 18, 30]), (100, [20, 18, 58]), (62, [20, 18, 20]),
      (57, [20, 16, 17]), (42, [20, 8, 10]),
    ] as [(Int?, [Int])])
  func columnsFillTheLine(width: Int?, expected: [Int]) {
    let widths = TableLayout(requests, width: width).widths
    #expect(widths.reduce(0, +) == expected.reduce(0, +))
    #expect(widths[0] == 20 && zip(widths, requests).allSatisfy { $0 >= $1.minimum })
  }

  @Test(arguments: [(41, 37), (20, 16), (10, 6), (1, 6)])
  func aNarrowLineTakesFromTheMinimum(width: Int, sum: Int) {
    let widths = TableLayout(requests, width: width).widths
    #expect(widths.reduce(0, +) == sum)
    #expect(widths.allSatisfy { $0 >= TableLayout.narrowest })
  }

  @Test func noWindowIsWiderThanTheWidest() {
    let widths = TableLayout(requests, width: Int.max).widths
    #expect(widths.reduce(0, +) + 4 == TableLayout.maximumWidth)
  }

  @Test func thereMayBeNoColumns() { #expect(TableLayout([], width: 10).widths.isEmpty) }
}
