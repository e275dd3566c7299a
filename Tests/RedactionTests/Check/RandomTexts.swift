import TestSupport

@testable import Redaction

/// Texts put together from pieces that detectors care for: values and halves of them, prefixes,
/// separators, long runs over several blocks of 64 bytes.
struct RandomTexts {
  private var random: SeededGenerator
  private let values = KindTable.entries.map { Array($0.example.utf8) }
  private let prefixes = Scanner.prefixes
  private let glue =
    [
      " ", "", ", ", ":", "=", "-", "--", "-----", ".", "@", "~", "/", "://", "\\/", "\"", "'",
      "|", "#", "_", "+", "(", ")", "：", "＝", "，", "密码", "号", "é", "\u{200B}", "\u{A0}",
      "\u{2011}", "\u{FEFF}", "😀", "\n", "\r\n", "\t", "\0", " is ", "::", "0", "a", "€", "£", "$",
    ].map { Array($0.utf8) }
  private let classes = [
    "0123456789", "0123456789abcdef", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", "1.",
    "a:", "0-", "=", "@.", "eyJ.", "a1", "12 ", "1:",
  ].map { Array($0.utf8) }

  init(_ random: SeededGenerator) { self.random = random }

  /// The next text.
  mutating func next() -> [UInt8] {
    // Filling moves what follows over the border of a block, to every offset in turn.
    var text = random.bytes(random.below(130), of: random.pick(classes))
    if random.below(2) == 0 { text = Array(repeating: 0x20, count: random.below(130)) }
    for _ in 0...random.below(5) {
      text += random.pick(glue)
      text += piece()
    }
    text += random.pick(glue)
    return random.below(4) == 0 ? Array(text.prefix(random.below(text.count + 1))) : text
  }

  private mutating func piece() -> [UInt8] {
    switch random.below(8) {
    case 0...2: return random.pick(values)
    case 3:
      let value = random.pick(values)
      return Array(value.suffix(random.below(value.count)))
    case 4:
      var value = random.pick(values)
      value[random.below(value.count)] = random.pick(random.pick(glue) + [0x31, 0x41])
      return value
    case 5: return random.pick(prefixes) + random.bytes(random.below(50), of: random.pick(classes))
    case 6: return random.bytes(random.below(300), of: random.pick(classes))
    default: return random.pick(glue) + random.pick(glue)
    }
  }
}
