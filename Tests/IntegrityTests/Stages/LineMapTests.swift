import Bytes
import Stages
import Testing

@testable import Integrity

@Suite struct LineMapTests {
  private let first = Path("a.jsonl")
  private let second = Path("b.jsonl")

  private func map() -> LineMap {
    var map = LineMap()
    // Lines 1 and 2, a blank one, line 4; then another file.
    for line in [1, 2, 4] { map.note(Place(file: first, line: line)) }
    for line in [1, 2] { map.note(Place(file: second, line: line)) }
    return map
  }

  @Test func eventsAreFoundInTheirFilesBehindBlankLinesToo() {
    let map = map()
    let places = (1...5).map { map.place(of: $0) }
    #expect(places.map { $0?.line } == [1, 2, 4, 1, 2])
    #expect(places.map { $0?.file } == [first, first, first, second, second])
    #expect(map.place(of: 0)?.line == nil)
  }

  @Test func findingIsToldWithTheFileOfItsLine() {
    let found = map().located(Finding(.edited, line: 3, index: 2))
    #expect(found.file == "a.jsonl" && found.fileLine == 4 && found.line == 3)
    let missing = map().located(Finding(.removed, index: 9, afterLine: 5))
    #expect(missing.file == "b.jsonl" && missing.fileLine == 2)
  }

  @Test func standardInputHasLinesOnly() {
    var map = LineMap()
    map.note(Place(file: nil, line: 2))
    #expect(map.located(Finding(.inserted, line: 1)) == Finding(.inserted, line: 1))
  }
}
