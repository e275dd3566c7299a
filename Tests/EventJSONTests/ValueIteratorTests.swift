import Bytes
import Testing

@testable import EventJSON

@Suite struct ValueIteratorTests {
  private func values(_ json: String) -> [String] {
    let line = Array(json.utf8)
    var iterator = ValueIterator()
    let bounds = Skip.bounds(of: line.span)
    let kind: Field.Kind = line[0] == .openBracket ? .array : .object
    iterator.begin(Field(kind, bounds.lowerBound, bounds.upperBound), name: .absent)
    var found: [String] = []
    while let (value, name) = iterator.next(line.span) {
      let text = String(decoding: line[value.start..<value.end], as: UTF8.self)
      let spelled = String(decoding: line[name.start..<name.end], as: UTF8.self)
      found.append("\(spelled)=\(text)")
    }
    return found
  }

  @Test func stringsAndNumbersComeWithTheirNames() {
    #expect(values(#"{"a":"x","b":-1.5e3,"c":true,"d":null}"#) == ["a=x", "b=-1.5e3"])
  }

  @Test func elementsHaveTheirArraysNameAlsoBehindAnObject() {
    #expect(
      values(#"{"l":[{"x":1},"y",["z"]],"m":2}"#) == ["x=1", "l=y", "l=z", "m=2"])
  }

  @Test func bracesInsideStringsAreText() {
    #expect(values(#"{"a":"}{[","b\"c" : "\"" }"#) == ["a=}{[", #"b\"c=\""#])
  }

  @Test func deepNestingIsWalkedInOnePass() {
    let deep = String(repeating: "[", count: 500) + "7" + String(repeating: "]", count: 500)
    #expect(values("{\"a\":\(deep)}") == ["a=7"])
  }

  @Test func theNameBeforeAValueIsFoundBackwards() {
    let line = Array(#"{"a\\\"b" : [1, "x"] }"#.utf8)
    let array = Field(.array, 12, 20)
    let name = MemberIterator.name(before: array, in: line.span)
    #expect(String(decoding: line[name.start..<name.end], as: UTF8.self) == #"a\\\"b"#)
    let element = Field(.string, 17, 18)
    #expect(MemberIterator.name(before: element, in: line.span).kind == .absent)
  }
}
