/// Makes data fit to be shown on a terminal (spec/cli.md, "Messages").
public enum Quoting {
  /// The text with control, C1, bidirectional and line-separating characters as `\u{..}`.
  public static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if mustBeEscaped(scalar) {
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

  private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069,
      0xFEFF:
      true
    default: false
    }
  }
}
