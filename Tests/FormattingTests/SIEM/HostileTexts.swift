import Bytes
import EventJSON
import TestSupport

/// A text as a JSON string: escapes only where JSON wants them.
func json(_ text: String) -> String {
  String(decoding: collect { $0.append(json: text) }, as: UTF8.self)
}

/// Texts that try to end the place they stand in, and how readers must see them: what has no place
/// in a line is spelled as JSON spells it.
let hostileTexts: [(text: String, seen: String)] = [
  (#"a|b"#, #"a|b"#), (#"a=b"#, #"a=b"#), (#"x act=allowed rt=0"#, #"x act=allowed rt=0"#),
  (#"\"#, #"\"#), (#"\\|="#, #"\\|="#), (#"ends with \"#, #"ends with \"#),
  (#""] evil="1" ["#, #""] evil="1" ["#), (#"a]b"c\d"#, #"a]b"c\d"#),
  ("é😀\u{202E}gnp", "é😀\u{202E}gnp"), ("  spaces  inside", "spaces  inside"),
  ("\u{0}\u{7}\u{1B}[31m\u{7F}", #"\u0000\u0007\u001b[31m\u007f"#),
  ("\u{85}\u{9F}\u{A0}\u{2028}\u{2029}\u{2030}", "\\u0085\\u009f\u{A0}\\u2028\\u2029\u{2030}"),
  ("\u{D7FF}\u{E000}\u{FFFF}\u{10FFFF}", "\u{D7FF}\u{E000}\u{FFFF}\u{10FFFF}"),
]
