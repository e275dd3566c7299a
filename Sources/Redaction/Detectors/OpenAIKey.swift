import Bytes

/// OpenAI's keys by the marker in their middle, `T3BlbkFJ` ("OpenAI" in Base64): at least twenty
/// characters before it, in which any name of the key's kind may stand (`sk-proj-`), and twenty
/// behind it.
enum OpenAIKey {
  private static let longest = 240

  /// The offset behind a key whose `sk-` ends at `body`, or nil.
  static func end(_ text: Span<UInt8>, _ body: Int) -> Int? {
    var end = body
    var marker = 0
    while end - body <= longest, ByteSet.base64URL.contains(Boundary.byte(text, end)) {
      let isNewKey =
        text[end] == .minus && ByteScan.hasWord(text, at: end + 1, "sk-")
      if isNewKey { return nil }
      if text[end] == UInt8(ascii: "T"), marker == 0, end - body >= 20,
        ByteScan.hasWord(text, at: end, "T3BlbkFJ")
      {
        marker = end
      }
      end += 1
    }
    return marker > 0 && end - marker >= 28 ? end : nil
  }
}
