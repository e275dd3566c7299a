import Bytes

/// Cuts a text into runs of lines that are read in one direction and written in one script.
///
/// A line without letters goes with those before it. The direction of a line is that of its first
/// letter (Unicode Standard Annex 9, rules P2 and P3).
struct Paragraphs {
  /// A run of lines, without the newline behind the last one.
  struct Run: Equatable {
    /// Where it stands.
    let range: Range<Int>
    /// Its script, or nil where it has no letter.
    let script: Script?
  }

  private var offset = 0
  private var isDone = false

  /// The next run, or nil.
  mutating func next(in text: Span<UInt8>) -> Run? {
    guard !isDone else { return nil }
    let start = offset
    var script: Script?
    var end = start
    while true {
      let lineEnd = ByteScan.firstIndex(of: .newline, in: text, from: offset) ?? text.count
      let own = Script.first(of: text, offset..<lineEnd)
      if let script, let own, script != own { return Run(range: start..<end, script: script) }
      script = script ?? own
      end = lineEnd
      guard lineEnd < text.count else {
        isDone = true
        return Run(range: start..<end, script: script)
      }
      offset = lineEnd + 1
    }
  }
}

/// Scripts, as far as they are told apart to choose a direction and a font.
enum Script: Equatable {
  case latin, greek, cyrillic, hebrew, arabic, devanagari, thai, hangul, kana, han, other
  case otherRightToLeft

  /// Whether it is read from right to left.
  var isRightToLeft: Bool { self == .hebrew || self == .arabic || self == .otherRightToLeft }

  /// The tag for text in it whose language is not known (BCP 47); nil where it says nothing.
  var languageTag: StaticString? {
    switch self {
    case .latin, .other, .otherRightToLeft: nil
    case .greek: "und-Grek"
    case .cyrillic: "und-Cyrl"
    case .hebrew: "und-Hebr"
    case .arabic: "und-Arab"
    case .devanagari: "und-Deva"
    case .thai: "und-Thai"
    case .hangul: "und-Hang"
    case .kana: "und-Jpan"
    case .han: "und-Hani"
    }
  }

  /// The script of the first letter in a range of a text, or nil.
  static func first(of text: Span<UInt8>, _ range: Range<Int>) -> Script? {
    var place = range.lowerBound
    while place < range.upperBound {
      if text[place] < 0x80 {
        if text[place].isLetter { return .latin }
        place += 1
        continue
      }
      let (value, length) = Codepoint.decode(text, place)
      if let script = Script(value) { return script }
      place += length
    }
    return nil
  }

  /// The script of a letter, or nil for what is none.
  private init?(_ value: UInt32) {
    switch value {
    case 0xC0...0x24F, 0x1E00...0x1EFF: self = .latin
    case 0x370...0x3FF: self = .greek
    case 0x400...0x52F: self = .cyrillic
    case 0x5D0...0x5F2, 0xFB1D...0xFB4F: self = .hebrew
    case 0x620...0x64A, 0x66E...0x6D3, 0x750...0x77F, 0x8A0...0x8C7, 0xFB50...0xFDFB,
      0xFE70...0xFEFC:
      self = .arabic
    case 0x700...0x74F, 0x780...0x7B1, 0x7C0...0x86F, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      self = .otherRightToLeft
    case 0x900...0x97F: self = .devanagari
    case 0xE00...0xE7F: self = .thai
    case 0x1100...0x11FF, 0xAC00...0xD7A3: self = .hangul
    case 0x3040...0x30FF: self = .kana
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3134F: self = .han
    default:
      guard value >= 0x250, let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic
      else { return nil }
      self = .other
    }
  }
}
