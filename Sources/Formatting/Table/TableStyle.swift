import Bytes

/// What a table is written for: a window, a pipe or a file.
struct TableStyle: Equatable, Sendable {
  /// How many columns a line has; nil where no cell is cut.
  let width: Int?
  /// Whether the header is bold and outcomes have colours.
  let isColored: Bool
  /// Whether the width is a window's, which may change.
  let followsWindow: Bool

  /// A style as it is.
  init(width: Int?, isColored: Bool, followsWindow: Bool = false) {
    self.width = width
    self.isColored = isColored
    self.followsWindow = followsWindow
  }

  /// The style for a line of another width.
  func with(width: Int) -> TableStyle {
    TableStyle(width: width, isColored: isColored, followsWindow: followsWindow)
  }

  /// The style that an environment asks for.
  ///
  /// The width is COLUMNS where that is a number from 1 (POSIX), else that of the terminal's window, else 80;
  /// what is no terminal, and has no COLUMNS, has no width. Colours need a terminal, a TERM that is
  /// not `dumb`, and no NO_COLOR that is not empty (no-color.org).
  init(isTerminal: Bool, windowWidth: Int?, environment: (String) -> String?) {
    let columns = environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    let terminal = environment("TERM") ?? ""
    self.init(
      width: columns ?? (isTerminal ? windowWidth ?? 80 : nil),
      isColored: isTerminal && terminal != "" && terminal != "dumb"
        && (environment("NO_COLOR") ?? "").isEmpty,
      followsWindow: columns == nil && isTerminal)
  }

  /// The style of standard output.
  static var standardOutput: TableStyle {
    let output = Descriptor.standardOutput
    return TableStyle(
      isTerminal: StandardStreams.hasOutput && output.isTerminal,
      windowWidth: output.windowWidth, environment: ProcessContext.environment)
  }
}

/// What a terminal is told about the text that follows (ECMA-48, "Select Graphic Rendition").
enum TextRendition: UInt8 {
  case bold = 1
  case red = 31
  case green = 32
  case yellow = 33
  case magenta = 35
  case cyan = 36

  /// Appends what `body` appends, in this rendition.
  func apply(to output: inout Output, _ body: (inout Output) -> Void) {
    output.append(constant: "\u{1B}[")
    output.append(decimal: Int(rawValue))
    output.append(UInt8(ascii: "m"))
    body(&output)
    output.append(constant: "\u{1B}[0m")
  }
}
