/// Makes data fit to be shown on a terminal (spec/cli.md, "Messages").
public enum Quoting {
  /// The text with what a terminal would act on, or nobody would see, as `\u{..}`.
  public static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if TerminalCharacter.columns(scalar) == nil {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// At most 64 bytes of the text, escaped, in single quotes.
  public static func quoted(_ text: String) -> String {
    guard text.utf8.count > 64 else { return "'\(escaped(text))'" }
    var prefix = ""
    for character in text.unicodeScalars {
      if prefix.utf8.count + String(character).utf8.count > 64 { break }
      prefix.unicodeScalars.append(character)
    }
    return "'\(escaped(prefix))...'"
  }
}
