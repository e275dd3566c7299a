import TestSupport

/// Writes random JSON documents: every kind of token, spacing and escape.
struct RandomJSON {
  var random: SeededGenerator

  mutating func object(_ depth: Int = 4) -> String {
    list("{", "}", depth) { $0.string() + $0.blank() + ":" + $0.blank() + $0.value($1) }
  }

  private mutating func value(_ depth: Int) -> String {
    switch random.below(depth > 0 ? 9 : 7) {
    case 0: random.pick(["true", "false", "null"])
    case 1...3: string()
    case 4...6:
      random.pick(["0", "-0", "12", "-1.5", "1e5", "1E-7", "0.10", "9007199254740993", "2e+400"])
    case 7: object(depth)
    default: list("[", "]", depth) { $0.value($1) }
    }
  }

  private mutating func list(
    _ open: String, _ close: String, _ depth: Int, _ item: (inout RandomJSON, Int) -> String
  ) -> String {
    let items = (0..<random.below(4)).map { _ in blank() + item(&self, depth - 1) + blank() }
    return open + (items.isEmpty ? blank() : items.joined(separator: ",")) + close
  }

  private mutating func blank() -> String {
    random.pick(["", "", "", "", " ", "\t", "\r", "\n", "  \r\n"])
  }

  private mutating func string() -> String {
    let pieces = (0..<random.below(6)).map { _ in
      random.pick([
        "a", "team", " ", "\\n", "\\\"", "\\\\", "\\/", "\\u00e9", "\\uD83D\\uDE00", "\\ud800",
        "é", "€", "😀", "\u{7F}", "\u{2028}", "{", "]", ":", ",", "a longer run of plain text",
      ])
    }
    return "\"" + pieces.joined() + "\""
  }
}
