/// A chart of stacked bars with all its figures, for any way of drawing.
public struct BarChart: Sendable {
  /// How bars stand.
  public enum Layout: Sendable {
    /// Upright, side by side: time runs to the right.
    case columns
    /// Lying, one below the other.
    case rows
  }

  /// What the pieces of all bars stand for, in the order in which they are stacked.
  public struct Series: Sendable {
    /// Its name.
    public let name: String
    /// How it is drawn, readable without colours: from 0 (lightest) to 5 (darkest), 6 for none
    /// recorded (the paper's colour), 7 for words that are not known (the same, in a dashed line).
    public let shade: Int
  }

  /// One bar.
  public struct Bar: Sendable {
    /// What it stands for.
    public let label: String
    /// The lengths of its pieces, one for each series, zero or more.
    public let lengths: [Double]
    /// The same as exact figures.
    public let figures: [String]

    /// The length of all pieces.
    public var length: Double { lengths.reduce(0, +) }
  }

  /// What it shows.
  public let title: String
  /// What the labels of bars are.
  public let labelTitle: String
  /// How its bars stand.
  public let layout: Layout
  /// What pieces stand for.
  public let series: [Series]
  /// Its bars.
  public let bars: [Bar]
  /// What is left out, or nil.
  public let note: String?

  /// The length of the longest bar.
  public var longest: Double { bars.map(\.length).max() ?? 0 }
}

/// What a chart leaves out.
enum ChartNote {
  /// How many rows are not shown, and how many events are in none; nil where nothing is left out.
  static func text(_ rows: Int, _ what: String, uncounted events: Int) -> String? {
    var parts: [String] = []
    if rows > 0 { parts.append("\(rows) more \(what) are not shown.") }
    if events > 0 { parts.append("\(events) events of further \(what) are not counted here.") }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}
