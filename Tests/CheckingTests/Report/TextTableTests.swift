import Bytes
import TestSupport
import Testing

@testable import Checking

@Suite struct TextTableTests {
  @Test func columnsAreAsWideAsWhatStandsInThem() {
    var table = TextTable(["name", "n", "x"], numbers: [1])
    table.add(["個人", "12", "-"])
    table.add(["longer", "3", "yes"])
    let bytes = collect { output in
      table.write(into: &output) { row, output in
        if row == 0 { output.append("  below\n") }
      }
    }
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        name     n  x
        個人    12  -
          below
        longer   3  yes

        """)
  }
}
