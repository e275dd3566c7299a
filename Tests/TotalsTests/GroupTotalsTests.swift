import DecisionEvent
import EventJSON
import Testing

@testable import Totals

@Suite struct GroupTotalsTests {
  private func number(_ text: String) -> Figure {
    let bytes = Array(text.utf8)
    return ExactDecimal(bytes.span).map { .number($0) } ?? .unusable
  }

  @Test func whatCanNotBeAddedIsCounted() {
    var totals = GroupTotals()
    let largest = String(repeating: "9", count: 36)
    for event in 1...12 {
      totals.add(
        EventFigures(
          number: event, time: Timestamp(seconds: Int64(100 - event)), inputTokens: .unusable,
          outputTokens: .absent, cost: number(largest)))
    }
    #expect(totals.events == 12 && totals.outputTokens.value == nil)
    #expect(totals.inputTokens.value == nil && totals.inputTokens.left == 12)
    #expect(totals.cost.left > 0 && totals.notSummed == 12 + totals.cost.left)
    #expect(totals.first == Timestamp(seconds: 88) && totals.last == Timestamp(seconds: 99))
  }
}
