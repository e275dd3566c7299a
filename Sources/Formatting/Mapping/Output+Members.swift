import Bytes

// Members and elements of the JSON that mappings write; names and words are literals of ours.
extension Output {
  /// Appends a comma, unless a container has just been opened.
  mutating func separate() {
    let last = count == 0 ? .openBrace : bytes[count - 1]
    if last != .openBrace, last != .openBracket { append(.comma) }
  }

  /// Appends the name of a member and its colon, behind a comma where one is due.
  mutating func append(name: StaticString) {
    separate()
    append(.quote)
    append(constant: name)
    append(.quote)
    append(.colon)
  }

  /// Appends a member that opens an object.
  mutating func append(object name: StaticString) {
    append(name: name)
    append(.openBrace)
  }

  /// Appends a member whose value is a word without anything to escape.
  mutating func append(name: StaticString, word: StaticString) {
    append(name: name)
    append(.quote)
    append(constant: word)
    append(.quote)
  }

  /// Appends a member whose value is a whole number.
  mutating func append(name: StaticString, number: Int) {
    append(name: name)
    append(decimal: number)
  }
}
