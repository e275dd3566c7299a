import Foundation
import TestSupport

/// One event of the model: its line, and what placeholders say of it.
struct ModelEvent: Equatable {
  let line: String
  /// The values of the placeholders that templates of the model have, by name.
  let values: [String: String]

  /// A random event that no other one equals.
  ///
  /// Teams are few, so that partitions fill; some of them differ by case alone, are words of the
  /// naming, or would be paths.
  static func make(_ number: Int, _ random: inout SeededGenerator) -> ModelEvent {
    let teams = ["legal", "Legal", "hr", "__none__", "", "../x", "é", "a-b_c"]
    let team = random.below(9) == 0 ? nil : random.pick(teams)
    let date = "2026-01-0\(1 + random.below(3))"
    let noise = random.bytes(random.below(300), of: Array("0123456789abcdef".utf8))
    var line = "{\"event_id\":\"e\(number)\", \"timestamp\":\"\(date)T12:00:00.10Z\""
    if let team { line += ",\"team\":\"\(team)\"" }
    line += ",\"cost_usd\":1.10,\"output\":\"\(String(decoding: noise, as: UTF8.self))\"}"
    return ModelEvent(line: line, values: ["date": date, "team": team ?? "(none)"])
  }
}

/// Where events go: a template, and how it is called.
struct ModelLayout: Equatable {
  /// What the shell passes behind the options.
  let path: String
  let options: [String]
  /// The placeholders that tell partitions apart.
  let keys: [String]

  static let all: [ModelLayout] = [
    ModelLayout(path: "out/{date}/{team}-{part}.jsonl.gz", options: [], keys: ["date", "team"]),
    ModelLayout(path: "out/{team}/{part}.jsonl", options: [], keys: ["team"]),
    ModelLayout(path: "out", options: ["--hive"], keys: ["date", "team"]),
    ModelLayout(path: "out/all-{part}.jsonl.gz", options: [], keys: []),
    ModelLayout(path: "out/{team}.jsonl.gz", options: [], keys: ["team"]),
    ModelLayout(path: "out/{date}-{part}.jsonl.zst", options: [], keys: ["date"]),
  ]

  /// The partition that an event belongs to.
  func partition(of event: ModelEvent) -> [String] { keys.map { event.values[$0] ?? "" } }
}

/// An export as the model knows it; without a layout there is none.
struct ModelExport: Equatable {
  var layout: ModelLayout?
  var events: [ModelEvent] = []

  /// Whether `lines` are exactly the events, those of each partition in their order.
  func isRestored(by lines: [String]) -> Bool {
    guard let layout, lines.count == events.count else { return false }
    var places: [String: ModelEvent] = [:]
    for event in events { places[event.line] = event }
    let restored = lines.compactMap { places[$0] }
    guard restored.count == lines.count else { return false }
    return Dictionary(grouping: restored, by: layout.partition)
      == Dictionary(grouping: events, by: layout.partition)
  }
}
