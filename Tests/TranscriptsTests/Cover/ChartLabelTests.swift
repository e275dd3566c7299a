import Testing

@testable import Transcripts

@Suite struct ChartLabelTests {
  private func bar(_ lengths: [Double], _ figures: [String]) -> BarChart.Bar {
    BarChart.Bar(label: "b", lengths: lengths, figures: figures)
  }

  @Test(
    arguments: [
      (0, "0"), (5, "5"), (999_999_999_999, "999999999999"), (1e12, "1e12"), (1.234e15, "1.23e15"),
      (1.2345e23, "1.23e23"), (1e100, "1e100"), (0.5, "0.5"), (0.001, "0.001"), (1e-7, "1e-7"),
      (1.0 / 3, "0.3333333333…"), (1e-300, "1e-300"),
    ] as [(Double, String)])
  func lengthsAreShort(length: Double, expected: String) {
    #expect(ChartLabel.amount(length) == expected)
  }

  @Test func aFigureThatFitsIsExact() {
    #expect(ChartLabel.amount(of: bar([0.1], ["0.10"])) == "0.10")
    #expect(
      ChartLabel.amount(of: bar([1.5e30], ["1500000000000000000000000000000"])) == "1.5e30")
    #expect(ChartLabel.amount(of: bar([1, 2], ["1", "2"])) == "3")
  }

  @Test func namesAreCutToTheirRoom() {
    #expect(ChartLabel.name("legal") == "legal")
    #expect(ChartLabel.name("a team of many words and letters") == "a team of many words …")
    #expect(ChartLabel.name(String(repeating: "法", count: 30)).count == 14)
    #expect(ChartLabel.name(String(repeating: "W", count: 30)).count == 15)
    #expect(ChartLabel.name("") == "")
  }
}
