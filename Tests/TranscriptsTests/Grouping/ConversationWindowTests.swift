import DecisionEvent
import Digests
import TestSupport
import Testing

@testable import Transcripts

@Suite struct ConversationWindowTests {
  /// The groups that leave a window: events as `conversation, time` pairs; 0 for no conversation.
  private func groups(_ events: [(Int, Int)], limit: Int) -> [[Int]] {
    var window = ConversationWindow(limit: limit)
    var found: [[Int]] = []
    var group: [WaitingTurn] = []
    func take(_ window: inout ConversationWindow) -> Bool {
      window.takeEarliest(into: &group)
      if !group.isEmpty { found.append(group.map(\.sequence)) }
      return !group.isEmpty
    }
    for (index, event) in events.enumerated() {
      if window.isFull { _ = take(&window) }
      let conversation = Digest128(first: UInt64(event.0), second: 7)
      window.add(
        WaitingTurn(
          offset: 0, count: 1, time: Timestamp(seconds: Int64(event.1)), sequence: index,
          conversation: event.0 == 0 ? nil : conversation, outcome: nil))
    }
    while take(&window) {}
    return found
  }

  @Test func turnsOfAConversationStandTogetherInTheOrderOfTime() {
    #expect(
      groups([(1, 10), (2, 11), (1, 13), (2, 12), (1, 12)], limit: 10) == [[0, 4, 2], [1, 3]])
  }

  @Test func conversationsStandInTheOrderOfTheirFirstTurn() {
    #expect(groups([(1, 30), (2, 20), (0, 10), (2, 25)], limit: 10) == [[2], [1, 3], [0]])
  }

  @Test func eventsOfOneTimeStayInTheirOrder() {
    #expect(
      groups([(0, 5), (0, 5), (0, 5), (1, 5), (1, 5)], limit: 9) == [[0], [1], [2], [3, 4]])
  }

  @Test func whatComesBehindTheWindowIsAPartOfItsOwn() {
    #expect(groups([(1, 1), (2, 2), (3, 3), (1, 4)], limit: 2) == [[0], [1], [2], [3]])
    #expect(groups([(1, 1), (2, 2), (3, 3), (1, 4)], limit: 4) == [[0, 3], [1], [2]])
  }

  @Test func noEventIsLostAndNoneToldTwice() {
    var random = SeededGenerator(for: "window")
    for _ in 0..<200 {
      let events = (0..<random.below(60)).map { _ in (random.below(6), random.below(20)) }
      let found = groups(events, limit: 1 + random.below(12))
      #expect(found.flatMap { $0 }.sorted() == Array(events.indices))
      for group in found {
        let times = group.map { events[$0].1 }
        #expect(times == times.sorted())
        #expect(Set(group.map { events[$0].0 }).count == 1)
      }
    }
  }
}
