import Bytes
import TestSupport
import Testing

@testable import EventJSON

/// What is noted of the values of an event while its canonical form is written.
@Suite struct CanonicalNodeTests {
  private func noted(
    _ text: String, behind prefix: String = ""
  ) throws -> (form: [UInt8], nodes: [CanonicalNode]) {
    let line = Array(text.utf8)
    var form = CanonicalForm()
    var nodes: [CanonicalNode] = []
    let output = try collect { output in
      output.append(prefix)
      try form.append(event: line.span, to: &output, noting: &nodes)
    }
    return (Array(output.dropFirst(prefix.utf8.count)), nodes)
  }

  @Test func valuesStandInCanonicalOrderWithTheirNames() throws {
    let line = #"{"b":[1.0,{"z":"\n"},[]],"a":"A","_kt":{"open":""},"c":null}"#
    let (form, nodes) = try noted(line, behind: "before")
    func text(_ range: Range<Int>) -> String { String(decoding: form[range], as: UTF8.self) }
    #expect(
      nodes.map { text($0.value) } == [
        #"{"a":"A","b":[1,{"z":"\n"},[]],"c":null}"#, #""A""#, #"[1,{"z":"\n"},[]]"#, "1",
        #"{"z":"\n"}"#, #""\n""#, "[]", "null",
      ])
    #expect(
      nodes.map { text($0.name) } == ["", #""a""#, #""b""#, "", "", #""z""#, "", #""c""#])
    #expect(nodes.map(\.childCount) == [3, 0, 3, 0, 1, 0, 0, 0])
    #expect(nodes.map(\.next) == [8, 2, 7, 4, 6, 6, 7, 8])
    #expect(
      nodes.map(\.kind) == [
        .object, .string, .array, .number, .object, .escapedString, .array, .null,
      ])
    #expect(text(nodes[1].text) == "A")
  }

  @Test func valuesKnowWhereTheyStandInTheirLine() throws {
    let line = #" {"b" : [ 1.0 , "\u0041" ], "a":{}}"#
    let bytes = Array(line.utf8)
    let sources = try noted(line).nodes.map { String(decoding: bytes[$0.source], as: UTF8.self) }
    #expect(
      sources == [
        #"{"b" : [ 1.0 , "\u0041" ], "a":{}}"#, "{}", #"[ 1.0 , "\u0041" ]"#, "1.0", #"\u0041"#,
      ])
  }

  /// An escape that the canonical form does without makes a string a plain one, and the other way.
  @Test func onlyEscapesOfTheFormCount() throws {
    let nodes = try noted(#"{"a":"\/","b":"\u00e9","c":"\"","d":"x"}"#).nodes
    #expect(nodes.dropFirst().map(\.kind) == [.string, .string, .escapedString, .string])
  }

  @Test func notingChangesNothingAndIsForgotten() throws {
    var form = CanonicalForm()
    var nodes: [CanonicalNode] = []
    let line = Array(#"{"b":{"c":[1,2]},"a":""}"#.utf8)
    let noting = try collect { try form.append(event: line.span, to: &$0, noting: &nodes) }
    let first = nodes
    let plain = try collect { try form.append(event: line.span, to: &$0) }
    #expect(noting == plain && nodes == first)
    let bad = Array(#"{"b":[1e400]}"#.utf8)
    #expect(throws: CanonicalRefusal.numberRange) {
      var output = Output(capacity: 16)
      try form.append(event: bad.span, to: &output, noting: &nodes)
    }
    let again = try collect { try form.append(event: line.span, to: &$0, noting: &nodes) }
    #expect(again == plain && nodes == first)
  }

  @Test func theReceiptIsFoundAndForgotten() throws {
    var form = CanonicalForm()
    var output = Output(capacity: 16)
    let line = Array(#"{"a":1,"\u005fkt":{"x":[]},"b":{"_kt":2}}"#.utf8)
    try form.append(event: line.span, to: &output)
    #expect(
      String(decoding: line[form.receipt.start..<form.receipt.end], as: UTF8.self) == #"{"x":[]}"#)
    #expect(form.receipt.kind == .object)
    let other = Array(#"{"a":{"_kt":1}}"#.utf8)
    try form.append(event: other.span, to: &output)
    #expect(form.receipt == .absent)
  }
}
