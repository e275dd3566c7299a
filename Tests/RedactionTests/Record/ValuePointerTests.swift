import Bytes
import EventJSON
import TestSupport
import Testing

@testable import Redaction

@Suite struct ValuePointerTests {
  /// The pointers of all strings and numbers of a line, in order.
  private func pointers(_ json: String) -> [String] {
    let line = Array(json.utf8)
    var values = ValueIterator()
    values.begin(Field(.object, 0, line.count), name: .absent)
    var pointer = ValuePointer()
    pointer.begin(line.span)
    var found: [String] = []
    while let (value, _) = values.next(line.span) {
      var output = Output(capacity: 64)
      pointer.append(value.start, of: line.span, into: &output)
      found.append(text(output.bytes))
    }
    return found
  }

  @Test func everyValueHasItsPointer() {
    #expect(
      pointers(#"{"a":"x","b":{"c":[1,{"d":"y"},[2]],"":3},"e~/f":"z","g\"h":""}"#)
        == ["/a", "/b/c/0", "/b/c/1/d", "/b/c/2/0", "/b/", "/e~0~1f", #"/g\"h"#])
  }

  @Test func manyValuesAreWalkedOnce() {
    let json = "{\"l\":[\((0..<20_000).map { "\"v\($0)\"" }.joined(separator: ","))]}"
    let found = pointers(json)
    #expect(found.count == 20_000)
    #expect(found.first == "/l/0" && found.last == "/l/19999")
  }
}
