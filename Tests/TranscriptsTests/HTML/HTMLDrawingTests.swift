import Bytes
import TestSupport
import Testing

@testable import Transcripts

@Suite struct HTMLDrawingTests {
  /// The attributes of each element of a name in a drawing.
  private func elements(_ name: String, _ svg: String) -> [[String: String]] {
    svg.components(of: "<\(name) ").map { piece in
      var attributes: [String: String] = [:]
      for match in piece.prefix(while: { $0 != ">" }).matches(of: /([a-z0-9-]+)="([^"]*)"/) {
        attributes[String(match.1)] = String(match.2)
      }
      return attributes
    }
  }

  private func number(_ element: [String: String], _ name: String) throws -> Double {
    try #require(element[name].flatMap { Double($0) })
  }

  private func draw(_ chart: BarChart) -> String {
    String(decoding: collect { HTMLDrawing.append(chart, into: &$0) }, as: UTF8.self)
  }

  private func chart(_ layout: BarChart.Layout, _ values: [[Double]]) -> BarChart {
    BarChart(
      title: "t", labelTitle: "l", layout: layout,
      series: (0..<(values.first?.count ?? 0)).map { .init(name: "s\($0)", shade: $0) },
      bars: values.enumerated().map { index, lengths in
        .init(label: "2026-01-\(index)", lengths: lengths, figures: lengths.map { "\($0)" })
      }, note: nil)
  }

  @Test(arguments: [BarChart.Layout.columns, .rows], [1, 2, 9, 20, 30, 60, 92, 93])
  func everythingStandsInsideAndLabelsApart(layout: BarChart.Layout, bars: Int) throws {
    var random = SeededGenerator(for: "drawing")
    let values = (0..<bars).map { _ in
      (0..<3).map { _ in random.pick([0, 1, 7, 1e-3, 1e20]) as Double }
    }
    guard values.contains(where: { $0.contains { $0 > 0 } }) else { return }
    let svg = draw(chart(layout, values))
    let box = try #require(svg.firstMatch(of: /viewBox="0 0 (\d+) (\d+)"/))
    let (width, height) = (try #require(Double(box.1)), try #require(Double(box.2)))
    for rect in elements("rect", svg) {
      #expect(try number(rect, "x") >= 0 && number(rect, "y") >= 0)
      #expect(try number(rect, "x") + number(rect, "width") <= width + 0.02)
      #expect(try number(rect, "y") + number(rect, "height") <= height + 0.02)
    }
    guard layout == .columns else { return }
    let labels = try elements("text", svg).dropFirst().map { try number($0, "x") }
    #expect(!labels.isEmpty)
    for (one, next) in zip(labels, labels.dropFirst()) { #expect(next - one >= 70) }
    #expect(try #require(labels.last) + 70 <= width)
  }

  @Test func piecesAreStackedInProportion() throws {
    let rects = elements("rect", draw(chart(.columns, [[1, 3], [2, 0]])))
    #expect(try rects.map { try number($0, "height") } == [45, 135, 90])
    #expect(try rects.map { try number($0, "y") } == [155, 20, 110])
    #expect(rects.map { $0["class"] } == ["s0", "s1", "s0"])
  }
}

extension String {
  /// What stands behind each `separator`.
  fileprivate func components(of separator: String) -> [Substring] {
    Array(split(separator: separator, omittingEmptySubsequences: false).dropFirst())
  }
}
