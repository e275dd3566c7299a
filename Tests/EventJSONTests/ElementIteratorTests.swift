import Bytes
import EventJSON
import Testing

@Suite struct ElementIteratorTests {
  /// The elements of the array at `.a`, each as its kind and text.
  private func elements(_ line: String) throws -> [String] {
    let bytes = Array(line.utf8)
    var builder = LookupBuilder()
    let slot = builder.slot(for: try FieldPath("a"))
    let lookup = builder.finish()
    var table = lookup.makeTable()
    try lookup.scan(bytes.span, into: &table)
    var iterator = ElementIterator(bytes.span, table[slot])
    var result: [String] = []
    while let field = iterator.next(bytes.span) {
      result.append(
        "\(field.kind) \(String(decoding: bytes[field.start..<field.end], as: UTF8.self))")
    }
    return result
  }

  @Test(
    arguments: [
      (#"{"a":[]}"#, []), (#"{"a":[ ]}"#, []), (#"{"a":[1]}"#, ["number 1"]),
      (#"{"a":[ 1 , -2.5e3 ],"b":[9]}"#, ["number 1", "number -2.5e3"]),
      (#"{"a":["x","",  "a\"]b"]}"#, ["string x", "string ", #"escapedString a\"]b"#]),
      (#"{"a":[[1,2],{"b":[3]},[]]}"#, ["array [1,2]", #"object {"b":[3]}"#, "array []"]),
      (#"{"a":[true,false,null]}"#, ["true true", "false false", "null null"]),
      ("{\"a\":[\r\n\t1\n]\n}", ["number 1"]), (#"{"a":["é"]}"#, ["string é"]),
    ] as [(String, [String])])
  func elementsComeInOrderWithKindAndRange(line: String, expected: [String]) throws {
    #expect(try elements(line) == expected)
  }
}
