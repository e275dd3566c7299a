import Testing

@testable import Formatting

@Suite struct TableStyleTests {
  private func style(
    terminal: Bool = true, window: Int? = 120, _ environment: [String: String] = ["TERM": "xterm"]
  ) -> TableStyle {
    TableStyle(isTerminal: terminal, windowWidth: window) { environment[$0] }
  }

  @Test func aTerminalHasTheWidthOfItsWindow() {
    #expect(style() == TableStyle(width: 120, isColored: true, followsWindow: true))
    #expect(style(window: nil) == TableStyle(width: 80, isColored: true, followsWindow: true))
    #expect(!style(["TERM": "xterm", "COLUMNS": "40"]).followsWindow)
  }

  @Test func columnsOverruleTheWindow() {
    #expect(style(["TERM": "xterm", "COLUMNS": "40"]).width == 40)
    #expect(style(terminal: false, window: nil, ["COLUMNS": "40"]).width == 40)
    for value in ["", "0", "-1", "x", "99999999999999999999"] {
      #expect(style(["COLUMNS": value]).width == 120)
    }
  }

  @Test func whatIsNoTerminalIsNeitherCutNorColored() {
    #expect(
      style(terminal: false, window: nil) == TableStyle(width: nil, isColored: false))
  }

  @Test func coloursAreGoneWhereNobodyWantsThem() {
    #expect(style(["TERM": "xterm", "NO_COLOR": ""]).isColored)
    #expect(!style(["TERM": "xterm", "NO_COLOR": "0"]).isColored)
    #expect(!style(["TERM": "dumb"]).isColored)
    #expect(!style([:]).isColored)
  }
}
