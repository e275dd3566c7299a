import Bytes
import EventJSON
import TestSupport
import Testing

@testable import Totals

@Suite struct GroupTableTests {
  private func figures(_ number: Int) -> EventFigures {
    EventFigures(
      number: number, time: nil, inputTokens: .absent, outputTokens: .absent, cost: .absent)
  }

  private func key(_ text: String?) -> [UInt8] {
    collect { output in
      guard let text else { return GroupKey.appendNone(to: &output) }
      let bytes = Array(text.utf8)
      GroupKey.append(.string, bytes.span, to: &output)
    }
  }

  private func add(_ figures: EventFigures, to key: [UInt8], _ table: inout GroupTable) {
    let digest = table.digest(of: key.span)
    if table.add(figures, ifKnown: digest) { return }
    if table.hasRoom(forBytes: key.count) {
      table.add(figures, to: key.span, digest: digest)
    } else {
      table.addToOther(figures)
    }
  }

  private func names(_ table: GroupTable, byKey: Bool) -> [String] {
    table.sorted(byKey: byKey).map { group in
      table.withKey(group) { key in key[0] == 0 ? "-" : text(key.extracting(5..<key.count)) }
    }
  }

  @Test func groupsAreADictionary() {
    var generator = SeededGenerator(for: "groupsAreADictionary")
    var table = GroupTable()
    var model: [String: Int] = [:]
    for number in 1...5_000 {
      let name = "group \(generator.below(700))"
      model[name, default: 0] += 1
      add(figures(number), to: key(name), &table)
    }
    #expect(table.totals.count == model.count && table.other.events == 0)
    for (group, name) in zip(table.sorted(byKey: true), names(table, byKey: true)) {
      #expect(table.totals[group].events == model[name])
    }
  }

  @Test func groupsAreOrderedByEventsOrKeys() {
    var table = GroupTable()
    let order: [String?] = ["b", "c", "c", nil, "a", "c", nil]
    for (number, name) in order.enumerated() { add(figures(number + 1), to: key(name), &table) }
    #expect(names(table, byKey: false) == ["c", "-", "a", "b"])
    #expect(names(table, byKey: true) == ["a", "b", "c", "-"])
  }

  @Test func whatIsOverTheLimitsIsOther() {
    var table = GroupTable(limits: GroupTable.Limits(groups: 2, bytes: 1000))
    for (number, name) in ["a", "b", "c", "a", "d", "b"].enumerated() {
      add(figures(number + 1), to: key(name), &table)
    }
    #expect(table.totals.map(\.events) == [2, 2] && table.other.events == 2)
    var narrow = GroupTable(limits: GroupTable.Limits(groups: 10, bytes: 20))
    for (number, name) in ["abcde", "abcdef", "abcdefghijkl", "abcde"].enumerated() {
      add(figures(number + 1), to: key(name), &narrow)
    }
    #expect(narrow.totals.map(\.events) == [2] && narrow.other.events == 2)
  }

  @Test func anEventCountsOnceInAGroup() {
    var table = GroupTable(limits: GroupTable.Limits(groups: 1, bytes: 1000))
    for name in ["a", "a", "b", "c"] { add(figures(1), to: key(name), &table) }
    #expect(table.totals[0].events == 1 && table.other.events == 1)
  }
}
