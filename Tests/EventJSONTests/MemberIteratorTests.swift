import Bytes
import EventJSON
import Testing

@Suite struct MemberIteratorTests {
  /// The members of the object at `.a`, each as name, kind and text of the value.
  private func members(_ line: String) throws -> [String] {
    let bytes = Array(line.utf8)
    var builder = LookupBuilder()
    let slot = builder.slot(for: try FieldPath("a"))
    let lookup = builder.finish()
    var table = lookup.makeTable()
    try lookup.scan(bytes.span, into: &table)
    var iterator = MemberIterator(bytes.span, table[slot])
    var result: [String] = []
    while let (name, value) = iterator.next(bytes.span) {
      func spelled(_ field: Field) -> String {
        String(decoding: bytes[field.start..<field.end], as: UTF8.self)
      }
      #expect(name.isString)
      result.append("\(spelled(name)) \(value.kind) \(spelled(value))")
    }
    return result
  }

  @Test(
    arguments: [
      (#"{"a":{}}"#, []), (#"{"a":{ }}"#, []), (#"{"a":{"x":1}}"#, ["x number 1"]),
      (#"{"a":{"x":1,"y":"z"},"b":{"c":2}}"#, ["x number 1", "y string z"]),
      ("{\"a\":{ \"x\" :\t1 ,\r\n \"y\"\n:\n{} } }", ["x number 1", "y object {}"]),
      (#"{"a":{"":null,"q\"}":true}}"#, [" null null", #"q\"} true true"#]),
      (
        #"{"a":{"x":{"y":{"z":1}},"l":[1,{"m":2}],"s":"}, \"k\":"}}"#,
        [#"x object {"y":{"z":1}}"#, #"l array [1,{"m":2}]"#, #"s escapedString }, \"k\":"#]
      ),
      (#"{"a":{"x":1,"x":2}}"#, ["x number 1", "x number 2"]),
      (#"{"a":{"x":-1.5e3,"f":false}}"#, ["x number -1.5e3", "f false false"]),
    ] as [(String, [String])])
  func membersComeInOrderWithNameAndValue(line: String, expected: [String]) throws {
    #expect(try members(line) == expected)
  }
}
