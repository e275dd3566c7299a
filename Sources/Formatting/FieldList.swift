import Bytes

/// Splits the value of `--fields`.
public enum FieldList {
  /// The parts between the commas, those inside of quotes left alone: `id,."a,b".c`.
  public static func parts(_ text: String) -> [String] {
    var parts: [[UInt8]] = [[]]
    var isQuoted = false
    var isEscaped = false
    for byte in text.utf8 {
      if byte == .comma, !isQuoted {
        parts.append([])
        continue
      }
      if byte == .quote, !isEscaped { isQuoted.toggle() }
      isEscaped = isQuoted && byte == .backslash && !isEscaped
      parts[parts.count - 1].append(byte)
    }
    return parts.map { String(decoding: $0, as: UTF8.self) }
  }
}
