import Bytes
import EventJSON
import TestSupport
import Testing

@testable import Redaction

@Suite struct NamedHashesTests {
  /// The texts, each with its hash, that are found when every string `change` is replaced.
  private func found(_ line: String) throws -> [String] {
    let bytes = Array(line.utf8)
    var edits = EditList()
    var walk = ValueIterator()
    walk.begin(Field(.object, 0, bytes.count), name: .absent)
    while let (value, _) = walk.next(bytes.span) {
      guard value.isString, bytes[value.start..<value.end].elementsEqual("change".utf8) else {
        continue
      }
      edits.replace(value) { $0.append(constant: "null") }
    }
    edits.order()
    var pairs: [String] = []
    let event = Field(.object, 0, bytes.count)
    NamedHashes().each(in: event, of: bytes.span, changedBy: edits) { hash, text in
      func spelled(_ value: Field) -> String {
        String(decoding: bytes[value.start..<value.end], as: UTF8.self)
      }
      pairs.append("\(spelled(hash)) of \(spelled(text))")
    }
    return pairs
  }

  @Test(arguments: ["_hash", "_sha256"])
  func theHashBesideAChangedTextIsFound(suffix: String) throws {
    #expect(try found(#"{"note":"change","note\#(suffix)":"h"}"#) == ["h of change"])
    #expect(try found(#"{"note\#(suffix)":"h","note":"change"}"#) == ["h of change"])
  }

  @Test func aHashOfWhatStaysOrOfNothingIsNone() throws {
    #expect(try found(#"{"note":"stay","note_hash":"h","other":"change"}"#) == [])
    #expect(try found(#"{"_hash":"h","":"change"}"#) == [])
    #expect(try found(#"{"note":"change","note_hash":7}"#) == [])
    #expect(try found(#"{"note":"change","note_hashes":"h","note_sha1":"h"}"#) == [])
  }

  @Test func objectsInsideAreLookedThroughWhereTheyHoldAChange() throws {
    let line = #"""
      {"a":{"note":"change","note_hash":"1"},"b":[{"note":"change","note_sha256":"2"}],\#
      "c":{"note":"stay","note_hash":"3"}}
      """#
    #expect(try found(line) == ["1 of change", "2 of change"])
  }

  @Test func aNameInsideOfAChangedTextIsNone() throws {
    #expect(try found(#"{"note":"change","other":"note_hash"}"#) == [])
  }

  @Test func manyHashesInOneObjectAreFoundAlike() throws {
    let members = (0..<40).map { #""m\#($0)":"change","m\#($0)_hash":"h\#($0)""# }
    let expected = (0..<40).map { "h\($0) of change" }
    #expect(try found("{\(members.joined(separator: ","))}") == expected)
  }
}
