/// A colour of three parts, each 0 to 1.
public struct Color: Hashable, Sendable {
  /// How much red, 0 to 1.
  public let red: Double
  /// How much green, 0 to 1.
  public let green: Double
  /// How much blue, 0 to 1.
  public let blue: Double

  /// A colour by its parts, each 0 to 1.
  public init(red: Double, green: Double, blue: Double) {
    self.red = min(max(red, 0), 1)
    self.green = min(max(green, 0), 1)
    self.blue = min(max(blue, 0), 1)
  }

  /// A grey, from 0, which is black, to 1.
  public init(grey: Double) { self.init(red: grey, green: grey, blue: grey) }

  /// What text is set in unless told.
  public static let black = Color(grey: 0)
}

/// Where the lines of a paragraph stand in its width.
public enum Alignment: Hashable, Sendable {
  /// At the side that the paragraph's script begins at: right for Arabic and Hebrew.
  case start
  /// At the side that the paragraph's script ends at.
  case end
}

/// How a text is set.
///
/// A style's font is kept for as long as its typesetter lives: make few of them.
public struct TextStyle: Hashable, Sendable {
  /// Font families in order of preference, such as `Noto Sans, DejaVu Sans, sans-serif`; where
  /// none of them has a character, any font that has it is taken.
  public var families: String
  /// In points, 1 to 1,000.
  public var size: Double
  /// Whether in bold.
  public var isBold: Bool
  /// The colour of the text.
  public var color: Color
  /// Where lines stand.
  public var alignment: Alignment

  /// A style; only families and a size have to be told.
  public init(
    families: String, size: Double, isBold: Bool = false,
    color: Color = .black, alignment: Alignment = .start
  ) {
    self.families = families
    self.size = min(max(size, 1), 1_000)
    self.isBold = isBold
    self.color = color
    self.alignment = alignment
  }
}

/// A range of a text's bytes that is set differently.
public struct TextRun: Sendable {
  /// The bytes that it holds for.
  public var range: Range<Int>
  /// Other font families.
  public var families: String?
  /// Whether in bold; not, where false, where the style is bold.
  public var isBold: Bool?
  /// Another colour.
  public var color: Color?
  /// What stands behind the text.
  public var background: Color?

  /// A range and what is different in it.
  public init(
    _ range: Range<Int>, families: String? = nil, isBold: Bool? = nil,
    color: Color? = nil, background: Color? = nil
  ) {
    self.range = range
    self.families = families
    self.isBold = isBold
    self.color = color
    self.background = background
  }
}
