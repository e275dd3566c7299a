import Bytes
import EventJSON
import TestSupport
import Testing

@testable import Formatting

@Suite struct AnyValueWriterTests {
  private func written(_ json: String, depth: Int = 0) throws -> String {
    let line = Array("{\"a\":\(json)}".utf8)
    var members = MemberIterator(line.span, Field(.object, 0, line.count))
    let value = try #require(members.next(line.span)?.value)
    var output = Output(capacity: 16)
    var writer = AnyValueWriter()
    writer.write(value, of: line.span, depth: depth, into: &output)
    return text(output.bytes)
  }

  @Test(arguments: [
    (#""x\n""#, #"{"stringValue":"x\n"}"#), (#""\ud800""#, #"{"stringValue":"\\ud800"}"#),
    (#""\ud83c\udf89\udf89""#, #"{"stringValue":"\ud83c\udf89\\udf89"}"#),
    (#""\\ud800""#, #"{"stringValue":"\\ud800"}"#), ("7", #"{"intValue":"7"}"#),
    ("1.10", #"{"doubleValue":1.10}"#), ("1e400", #"{"stringValue":"1e400"}"#),
    ("true", #"{"boolValue":true}"#), ("null", "{}"),
    ("[ ]", #"{"arrayValue":{"values":[]}}"#), ("{ }", #"{"kvlistValue":{"values":[]}}"#),
    (
      "[1,[2]]",
      #"{"arrayValue":{"values":[{"intValue":"1"},{"arrayValue":{"values":[{"intValue":"2"}]}}]}}"#
    ),
    (#"{"k":null}"#, #"{"kvlistValue":{"values":[{"key":"k","value":{}}]}}"#),
  ])
  func everyKindHasItsValue(json: String, expected: String) throws {
    #expect(try written(json) == expected)
  }

  @Test func deepContainersAreTheirJSON() throws {
    let limit = AnyValueWriter.maximumDepth
    #expect(try written(#"["a\n"]"#, depth: limit) == #"{"stringValue":"[\"a\\n\"]"}"#)
    #expect(try written("1", depth: limit) == #"{"intValue":"1"}"#)
  }
}
