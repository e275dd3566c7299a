import Bytes
import EventJSON
import Testing

@Suite struct StringIteratorTests {
  /// The strings inside the value at `.a`.
  private func strings(_ line: String) throws -> [String] {
    let bytes = Array(line.utf8)
    var builder = LookupBuilder()
    let slot = builder.slot(for: try FieldPath("a"))
    let lookup = builder.finish()
    var table = lookup.makeTable()
    try lookup.scan(bytes.span, into: &table)
    var iterator = StringIterator(table[slot])
    var result: [String] = []
    while let field = iterator.next(bytes.span) {
      let text = String(decoding: bytes[field.start..<field.end], as: UTF8.self)
      result.append(field.kind == .escapedString ? "escaped \(text)" : text)
    }
    return result
  }

  @Test(
    arguments: [
      (#"{"a":"x","b":"y"}"#, ["x"]), (#"{"a":"" }"#, [""]), (#"{"a":1,"b":"y"}"#, []),
      (#"{"a":"x:","b":"y"}"#, ["x:"]), (#"{"a":["x","y"],"b":"z"}"#, ["x", "y"]),
      (#"{"a":{"k":"v","l":{"m":["w"]}},"b":"y"}"#, ["v", "w"]),
      (#"{"a":{"k" : "v"}}"#, ["v"]), (#"{"a":{"k":1,"l":null}}"#, []),
      (#"{"a":["a\"b","\\"]}"#, [#"escaped a\"b"#, #"escaped \\"#]),
      (#"{"a":["\":\"",":"]}"#, [#"escaped \":\""#, ":"]), (#"{"a":[]}"#, []),
      (#"{"a":[{"role":"user","content":"hi"}],"c":"no"}"#, ["user", "hi"]),
      (#"{"z":"no","a":"é"}"#, ["é"]),
    ] as [(String, [String])])
  func stringsOfAValueComeWithoutKeys(line: String, expected: [String]) throws {
    #expect(try strings(line) == expected)
  }
}
