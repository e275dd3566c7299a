import Bytes
import EventJSON
import TestSupport
import Testing

@Suite struct JSONWriterTests {
  private func write(_ body: (inout JSONWriter, inout Output) -> Void) -> String {
    var writer = JSONWriter()
    return String(decoding: collect { body(&writer, &$0) }, as: UTF8.self)
  }

  @Test func commasStandBetweenMembersAndElementsAndNowhereElse() {
    let text = write { writer, output in
      writer.beginObject(into: &output)
      writer.key("a", into: &output)
      writer.beginArray(into: &output)
      writer.integer(-1, into: &output)
      writer.boolean(true, into: &output)
      writer.beginObject(into: &output)
      writer.endObject(into: &output)
      writer.beginArray(into: &output)
      writer.endArray(into: &output)
      writer.null(into: &output)
      writer.endArray(into: &output)
      writer.key("bc", into: &output)
      writer.string(constant: "constant", into: &output)
      writer.key("d", into: &output)
      writer.beginObject(into: &output)
      writer.key("e", into: &output)
      writer.compose(into: &output) { $0.append(constant: "1.50") }
      writer.endObject(into: &output)
      writer.endObject(into: &output)
    }
    #expect(text == #"{"a":[-1,true,{},[],null],"bc":"constant","d":{"e":1.50}}"#)
  }

  @Test func membersAreAKeyAndAValue() {
    let line = Array(#"{"x":1.0}"#.utf8)
    let number = Field(.number, 5, 8)
    let text = write { writer, output in
      writer.beginObject(into: &output)
      writer.member("a", constant: "b", into: &output)
      writer.member("c", integer: 7, into: &output)
      writer.member("d", boolean: false, into: &output)
      writer.beginArray("e", into: &output)
      writer.string(integer: -9, into: &output)
      writer.endArray(into: &output)
      writer.beginObject("f", into: &output)
      writer.member("g", value: number, of: line.span, into: &output)
      writer.member("h", string: number, of: line.span, into: &output)
      writer.member("i", string: line.span, into: &output)
      writer.endObject(into: &output)
      writer.endObject(into: &output)
    }
    #expect(
      text == #"{"a":"b","c":7,"d":false,"e":["-9"],"f":{"g":1.0,"h":"1.0","i":"{\"x\":1.0}"}}"#)
  }

  @Test(arguments: ["", "\"\\/", "\n\u{0}\u{1B}", "é😀\u{2028}"])
  func anyTextIsAKeyAndAString(text: String) throws {
    let bytes = Array(text.utf8)
    let json = write { writer, output in
      writer.beginObject(into: &output)
      writer.key(bytes.span, into: &output)
      writer.string(bytes.span, into: &output)
      writer.endObject(into: &output)
    }
    let line = Array(json.utf8)
    #expect(problem(line) == nil)
    var members = MemberIterator(line.span, Field(.object, 0, line.count))
    let next = members.next(line.span)
    let member = try #require(next)
    #expect(StringEscapes.text(of: member.name, in: line.span) == text)
    #expect(StringEscapes.text(of: member.value, in: line.span) == text)
  }

  @Test func valuesOfALineKeepTheirBytes() {
    let json = #"{ "\u0061" : "x\/\u00e9" , "b":1.10E+2,"c":[ 1 , {"d":null} ],"e":true}"#
    let line = Array(json.utf8)
    let text = write { writer, output in
      writer.beginObject(into: &output)
      var members = MemberIterator(line.span, Field(.object, 0, line.count))
      while let member = members.next(line.span) {
        writer.key(member.name, of: line.span, into: &output)
        writer.value(member.value, of: line.span, into: &output)
      }
      writer.key("f", into: &output)
      writer.value(.absent, of: line.span, into: &output)
      writer.endObject(into: &output)
    }
    #expect(
      text == #"{"\u0061":"x\/\u00e9","b":1.10E+2,"c":[ 1 , {"d":null} ],"e":true,"f":null}"#)
  }
}
