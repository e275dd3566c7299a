import Bytes
import Stages

/// Text as a cell shows it, its columns counted, not its bytes.
///
/// What a terminal would act on, and what nobody would see, is escaped as `\u{1b}`, a lone surrogate
/// as `\ud800`. A backslash stays one: this is for eyes, and not read back.
enum ShownText {
  /// What ends a text that was cut: U+2026, one column wide.
  static let ellipsis: StaticString = "\u{2026}"

  /// How many columns a text takes; one that takes more than `limit` is not read to its end.
  static func columns(of text: Span<UInt8>, atMost limit: Int) -> Int {
    var characters = ShownCharacters()
    var columns = 0
    while columns <= limit, let character = characters.next(in: text) {
      columns += character.columns
    }
    return columns
  }

  /// Appends a text; with a limit, what does not fit is cut and ends in an ellipsis.
  ///
  /// Gives how many columns were taken, at most `limit`, which is 1 or more.
  static func append(_ text: Span<UInt8>, atMost limit: Int?, into output: inout Output) -> Int {
    guard let limit, columns(of: text, atMost: limit) > limit else {
      return append(text, limit: Int.max, into: &output)
    }
    let columns = append(text, limit: limit - 1, into: &output)
    output.append(constant: ellipsis)
    return columns + 1
  }

  /// Appends as many characters as fit into `limit` columns.
  private static func append(
    _ text: Span<UInt8>, limit: Int, into output: inout Output
  ) -> Int {
    var characters = ShownCharacters()
    var columns = 0
    var start = 0
    while true {
      let offset = characters.offset
      guard let character = characters.next(in: text), character.columns <= limit - columns else {
        output.append(text.extracting(start..<offset))
        return columns
      }
      columns += character.columns
      if character.isEscaped {
        output.append(text.extracting(start..<offset))
        append(escapeOf: character.value, into: &output)
        start = characters.offset
      }
    }
  }

  private static func append(escapeOf value: UInt32, into output: inout Output) {
    let isSurrogate = ShownCharacters.surrogates.contains(value)
    output.append(.backslash)
    output.append(UInt8(ascii: "u"))
    if !isSurrogate { output.append(.openBrace) }
    for place in (0..<ShownCharacters.digits(of: value)).reversed() {
      let digit = UInt8(truncatingIfNeeded: value >> UInt32(place * 4) & 15)
      output.append(digit < 10 ? .zero + digit : UInt8(ascii: "a") + digit - 10)
    }
    if !isSurrogate { output.append(.closeBrace) }
  }
}
