import TestSupport
import Testing

@testable import Redaction

@Suite struct KindListingTests {
  private static func lines(_ form: KindListing.Form) throws -> [String] {
    let bytes = try collect { try KindListing.write(form, into: &$0) }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func jsonHasALineForEachKind() throws {
    let lines = try Self.lines(.json)
    #expect(lines.count == Kind.allCases.count)
    #expect(lines.allSatisfy { $0.hasPrefix("{\"kind\":\"") && $0.hasSuffix("}") })
  }

  @Test func markdownIsATableWhoseCellsStayApart() throws {
    let lines = try Self.lines(.markdown)
    #expect(lines.count == Kind.allCases.count + 2)
    for line in lines {
      let columns = line.replacing("\\|", with: "").split(separator: "|")
      #expect(columns.count == 7, "\(line)")
    }
  }

  @Test func everyExampleIsFoundAndGone() throws {
    for line in try Self.lines(.json) where !line.contains("\"example\":\"\"") {
      let name = line.split(separator: "\"")[3]
      #expect(line.contains("[\(name)]"), "\(line)")
    }
  }
}
