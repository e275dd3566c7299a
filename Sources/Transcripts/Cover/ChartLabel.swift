/// What stands beside the bars of a chart, cut to the room that there is: the table of figures has
/// all of it.
enum ChartLabel {
  /// How wide a name may be, in the units of the drawing.
  private static let nameWidth = 168.0
  /// How many characters a figure may have.
  private static let figureLength = 12

  /// A name that fits before the bars.
  static func name(_ text: String) -> String {
    var width = 0.0
    var end = text.startIndex
    while end < text.endIndex {
      width += Self.width(of: text[end])
      guard width <= nameWidth else { return text[..<end] + "\u{2026}" }
      end = text.index(after: end)
    }
    return text
  }

  /// What stands behind a bar: its figure, or about that of all its pieces.
  static func amount(of bar: BarChart.Bar) -> String {
    guard bar.figures.count == 1, bar.figures[0].utf8.count <= figureLength else {
      return amount(bar.length)
    }
    return bar.figures[0]
  }

  /// About a length, zero or more, in few characters.
  static func amount(_ length: Double) -> String {
    if length == length.rounded(), length < 1e12 { return String(Int(length)) }
    guard (1e-3..<1e12).contains(length) else { return scientific(length) }
    let text = "\(length)"
    return text.utf8.count <= figureLength ? text : text.prefix(figureLength) + "\u{2026}"
  }

  private static func scientific(_ length: Double) -> String {
    var mantissa = length
    var exponent = 0
    while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    // What would be rounded to ten is one of the next.
    if mantissa >= 9.995 { (mantissa, exponent) = (1, exponent + 1) }
    return "\(decimal(mantissa))e\(exponent)"
  }

  /// A number below 10^12 with two decimals at most, whatever the locale.
  static func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (hundredths / 100, abs(hundredths % 100))
    if rest == 0 { return String(whole) }
    if rest % 10 == 0 { return "\(whole).\(rest / 10)" }
    return "\(whole)." + (rest < 10 ? "0" : "") + String(rest)
  }

  /// About how wide a character is where a line has 12 units: fonts differ, so more than less.
  private static func width(of character: Character) -> Double {
    guard let value = character.unicodeScalars.first?.value else { return 0 }
    switch value {
    case 0x4D, 0x57, 0x6D, 0x77: return 11.5  // M, W, m, w
    case 0x41...0x5A: return 9
    case 0..<0x1100: return 7.2
    default: return 12.5
    }
  }
}
