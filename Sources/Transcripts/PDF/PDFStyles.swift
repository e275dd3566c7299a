import Typesetting

/// The fonts and measures of a transcript on paper, in points.
enum PDFStyles {
  static let page = PageSize.a4
  static let left = 48.0
  static let top = 60.0
  static let bottom = page.height - 56
  static let width = page.width - 2 * left

  private static let sans = "Noto Sans, DejaVu Sans, Liberation Sans, sans-serif"
  /// What hashes, ids and marks are set in.
  static let mono = "Noto Sans Mono, DejaVu Sans Mono, Liberation Mono, monospace"

  static let title = TextStyle(families: sans, size: 22, isBold: true)
  static let section = TextStyle(families: sans, size: 15, isBold: true)
  static let turn = TextStyle(families: sans, size: 11, isBold: true)
  static let label = TextStyle(families: sans, size: 8, isBold: true, color: Color(grey: 0.3))
  static let text = TextStyle(families: sans, size: 9.5)
  static let json = TextStyle(families: mono, size: 8.5)
  static let fact = TextStyle(families: sans, size: 8.5)
  static let small = TextStyle(families: sans, size: 7, color: Color(grey: 0.25))
  static let figure = TextStyle(families: sans, size: 8, alignment: .end)
  static let head = TextStyle(families: sans, size: 8, color: Color(grey: 0.3))
  static let pageNumber = TextStyle(
    families: sans, size: 8, color: Color(grey: 0.3), alignment: .end)

  private static let greys = [0.93, 0.82, 0.69, 0.55, 0.4, 0.1, 1]
  /// The last shade that is a grey of its own: that of what is not recorded.
  static var lastShade: Int { greys.count - 1 }

  /// The grey of a chart's shade.
  static func grey(ofShade shade: Int) -> Color {
    Color(grey: greys[min(max(shade, 0), lastShade)])
  }
}
