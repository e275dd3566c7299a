import Bytes
import EventJSON
import TestSupport
import Testing

@testable import Redaction

@Suite struct EditListTests {
  /// The members of an object of numbers, edited as `actions` say, written anew by a naive model.
  private func model(_ names: [String], _ actions: [Int]) -> String {
    let members = zip(names, actions).compactMap { name, action -> String? in
      switch action {
      case 0: "\"\(name)\":1"
      case 1: "\"\(name)\":null"
      default: nil
      }
    }
    return "{\(members.joined(separator: ","))}"
  }

  @Test func randomRemovalsAndReplacementsAreThoseOfAModel() throws {
    var random = SeededGenerator(for: "EditList")
    for _ in 0..<500 {
      let names = (0..<random.below(7)).map { "m\($0)" }
      let actions = names.map { _ in random.below(3) }
      let line = Array("{\(names.map { "\"\($0)\":1" }.joined(separator: ","))}".utf8)
      var edits = EditList()
      var found: [(Field, Field)] = []
      var members = MemberIterator(line.span, Field(.object, 0, line.count))
      while let (name, value) = members.next(line.span) { found.append((name, value)) }
      let places = Array(found.indices).shuffled(using: &random)
      for place in places {
        let (name, value) = found[place]
        if actions[place] == 1 { edits.replace(value) { $0.append(constant: "null") } }
        if actions[place] == 2 { edits.remove(value, named: name) }
      }
      var output = Output(capacity: 64)
      edits.apply(to: line.span, into: &output)
      #expect(text(output.bytes) == model(names, actions), "seed \(random.seed)")
    }
  }

  @Test func whatLiesInsideOfAnotherEditIsDropped() {
    let line = Array(#"{"a":[1,2],"b":3}"#.utf8)
    var edits = EditList()
    edits.replace(Field(.number, 6, 7)) { $0.append(constant: "null") }
    edits.replace(Field(.array, 5, 10)) { $0.append(constant: "true") }
    var output = Output(capacity: 64)
    edits.apply(to: line.span, into: &output)
    #expect(text(output.bytes) == #"{"a":true,"b":3}"#)
  }

  @Test func editsTouchWhatTheyLieInAndWhatLiesInThem() {
    var edits = EditList()
    edits.replace(Field(.number, 20, 25)) { $0.append(constant: "null") }
    edits.replace(Field(.number, 5, 8)) { $0.append(constant: "null") }
    edits.order()
    for (start, end, isTouched) in [
      (0, 5, false), (0, 6, true), (6, 7, true), (8, 20, false), (24, 30, true), (25, 30, false),
    ] {
      let touches = edits.touches(Field(.number, start, end))
      #expect(touches == isTouched, "\(start)..<\(end)")
    }
  }
}
