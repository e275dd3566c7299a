import Testing

/// A text of the kind that parsers of JSON disagree about, and a name that says what is in it.
///
/// The three lists cover what the cases of JSONTestSuite (Nicolas Seriot, "Parsing JSON is a
/// minefield") cover: what every parser must accept, must refuse, and what RFC 8259 leaves open.
struct SuiteCase: CustomTestStringConvertible {
  let name: String
  let text: [UInt8]

  var testDescription: String { name }

  /// A text in UTF-8.
  init(_ name: String, _ text: String) {
    self.name = name
    self.text = Array(text.utf8)
  }

  /// A text of which each character stands for one byte, U+00E9 for the byte E9.
  init(_ name: String, bytes: String) {
    self.name = name
    text = bytes.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }
}
