import Testing

@testable import Formatting

@Suite struct SyslogFramingTests {
  @Test func theOptionNamesIt() throws {
    #expect(try SyslogFraming(option: nil) == .octetCounting)
    #expect(try SyslogFraming(option: "octet-counting") == .octetCounting)
    #expect(try SyslogFraming(option: "newline") == .newline)
    #expect(
      throws: FormatProblem("--framing: 'lf' is not octet-counting or newline")
    ) { try SyslogFraming(option: "lf") }
  }
}
