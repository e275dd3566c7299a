import Bytes
import Digests
import EventJSON
import Foundation
import TestSupport
import Testing

@testable import Commitments

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
      // Where nothing is redacted a row may go without the receipt.
      if row.redacted.contains("\"_kt\"") {
        let expected = try EventEditor(line: row.redacted)
        #expect(editor.line == expected.line)
      }
      #expect(try editor.root() == row.root)
    }
  }

  @Test func theWorkedExampleIsRedactedByteForByte() throws {
    var editor = try EventEditor(
      WorkedExample.line, seed: Vectors.seed("143720b6e8062ef31a03339ca3c70870"))
    try editor.apply([
      "/content_hashes/input": .hide, "/input": .replace([(8..<28, "[EMAIL]")]),
    ])
    #expect(String(decoding: editor.line, as: UTF8.self) == WorkedExample.redacted)
  }

  /// Values of which some can be masked: long and short texts, numbers, containers in containers.
  private static let event =
    #"{"a":"Call +44 20 7946 7056 or write to ana@b.example, Ana. Then wait for 3 days.","b/~":{"#
    + #""é":[1,2.50,"x",{"y":"\"\n1 2 3 four\\ 5"}],"😂":true},"c":[],"d":{},"e":"\#(long)","f":null,"#
    + #""g":{"only":"child 1 and more"}}"#
  private static let long = String(
    repeating: "Ordinary text with é and 😂 that goes on, card 4111 1111 1111 1111 too. ", count: 12)

  private static let seed = Digest128(Array(0..<16))

  private func randomEdit(
    _ editor: EventEditor, _ generator: inout SeededGenerator
  ) throws -> (String, TestEdit) {
    let value = try #require(editor.values.randomElement(using: &generator))
    let choice = Int.random(in: 0..<4, using: &generator)
    if choice == 0 && value.isMember { return (value.pointer, .drop) }
    guard choice > 1, value.node.isString else { return (value.pointer, .hide) }
    let text = Array(editor.text(value.node.value).utf8)
    var ends = (0...text.count).filter { $0 == text.count || text[$0] & 0xC0 != 0x80 }
    var replacements: [(range: Range<Int>, text: String)] = []
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      guard let start = ends.randomElement(using: &generator) else { break }
      let rest = ends.filter { $0 >= start }.prefix(30)
      guard let end = rest.randomElement(using: &generator) else { break }
      let new = ["", "[X]", "€", "a longer text 1 2 3"].randomElement(using: &generator) ?? ""
      replacements.append((start..<end, new))
      ends = ends.filter { $0 > end }
    }
    return (value.pointer, .replace(replacements))
  }

  /// The values that the receipt masks whole, and for each text which of its segments are masked:
  /// a mask, free of what is displayed.
  private func masked(_ editor: EventEditor) throws -> (mask: String, open: String) {
    let receipt = try #require(
      JSONSerialization.jsonObject(with: Data(editor.receipt)) as? [String: Any])
    let mask = receipt["mask"] as? [String: Any] ?? [:]
    let parts = mask.map { pointer, value -> String in
      let zones = (value as? [[Int]])?.map { "\($0[2])" }
      return "\(pointer)=\(zones.map { "zones of " + $0.joined(separator: ",") } ?? "1")"
    }
    return (parts.sorted().joined(separator: " "), receipt["open"] as? String ?? "")
  }

  @Test func furtherRedactionKeepsTheRoot() throws {
    for seed in 0..<150 {
      var generator = SeededGenerator(seed: UInt64(seed))
      var editor = try EventEditor(Self.event, seed: Self.seed)
      let root = try editor.root()
      for _ in 0..<6 where !editor.values.isEmpty {
        let (pointer, edit) = try randomEdit(editor, &generator)
        try editor.apply([pointer: edit])
        #expect(try editor.root() == root, "seed \(seed)")
      }
    }
  }

  @Test func theOrderOfRedactionsDoesNotShow() throws {
    for seed in 0..<150 {
      var generator = SeededGenerator(seed: UInt64(1000 + seed))
      let whole = try EventEditor(Self.event, seed: Self.seed)
      var edits: [String: TestEdit] = [:]
      for _ in 0..<5 {
        let (pointer, edit) = try randomEdit(whole, &generator)
        // Below what is hidden in one go nothing is shown any more that could be hidden later.
        let isNested = edits.keys.contains {
          $0.hasPrefix(pointer + "/") || pointer.hasPrefix($0 + "/")
        }
        if !isNested { edits[pointer] = edit }
      }
      var atOnce = whole
      try atOnce.apply(edits)
      // Elements stay where they are and dropped members are no longer there: any order will do.
      for _ in 0..<3 {
        var stepwise = whole
        for (pointer, edit) in edits.shuffled(using: &generator) {
          try stepwise.apply([pointer: edit])
        }
        #expect(stepwise.line == atOnce.line, "seed \(seed)")
      }
    }
  }

  @Test func aParentMaskedLaterTakesInWhatWasMaskedBelow() throws {
    var first = try EventEditor(Self.event, seed: Self.seed)
    try first.apply([
      "/b~1~0/é/3/y": .replace([(2..<3, "*")]), "/b~1~0/😂": .drop, "/b~1~0/é/1": .hide,
    ])
    try first.apply(["/b~1~0": .hide])
    var second = try EventEditor(Self.event, seed: Self.seed)
    try second.apply(["/b~1~0": .hide])
    #expect(first.line == second.line)
  }

  @Test func aTextMaskedBitByBitEndsAsAMaskedValue() throws {
    var editor = try EventEditor(Self.event, seed: Self.seed)
    let root = try editor.root()
    var rounds = 0
    while try masked(editor).mask != "/a=1" {
      let value = try #require(editor.values.first { $0.pointer == "/a" })
      let text = Array(editor.text(value.node.value).utf8)
      // One more byte that is not of a mark that was put in before.
      let offset = try #require(text.firstIndex { $0 != UInt8(ascii: "#") })
      try editor.apply(["/a": .replace([(offset..<offset + 1, "#")])])
      #expect(try editor.root() == root)
      rounds += 1
      if rounds > 200 { break }
    }
    #expect(rounds > 3 && rounds <= 200)
    var atOnce = try EventEditor(Self.event, seed: Self.seed)
    try atOnce.apply(["/a": .hide])
    #expect(try masked(editor).open == masked(atOnce).open)
  }

  @Test func anInsertionMasksTheSegmentItIsPutInto() throws {
    for (offset, zone) in [(0, "[0,11,1]"), (8, "[8,33,1]"), (9, "[8,33,1]"), (37, "[30,40,1]")] {
      var editor = try EventEditor(
        WorkedExample.line, seed: Vectors.seed("143720b6e8062ef31a03339ca3c70870"))
      let root = try editor.root()
      try editor.apply(["/input": .replace([(offset..<offset, "NEW")])])
      #expect(try editor.root() == root)
      let receipt = String(decoding: editor.receipt, as: UTF8.self)
      #expect(receipt.hasPrefix(#"{"mask":{"/input":[\#(zone)]},"#))
    }
  }

  @Test func whatIsTakenOutLeavesAnEmptyZone() throws {
    var editor = try EventEditor(
      WorkedExample.line, seed: Vectors.seed("143720b6e8062ef31a03339ca3c70870"))
    let root = try editor.root()
    try editor.apply(["/input": .replace([(8..<30, "")])])
    #expect(String(decoding: editor.receipt, as: UTF8.self).contains(#""/input":[[8,8,1]]"#))
    #expect(try editor.root() == root)
    // Both sides of it, later, are one zone with it.
    try editor.apply(["/input": .replace([(0..<1, "*")])])
    #expect(String(decoding: editor.receipt, as: UTF8.self).contains(#""/input":[[0,8,2]]"#))
    #expect(try editor.root() == root)
  }

  @Test func editsOfNothingAreRefused() throws {
    let editor = try EventEditor(#"{"a":"b c 1","d":{"e":1}}"#, seed: Self.seed)
    func refusal(_ tell: (inout ReceiptEdits) -> Void) -> ReceiptRefusal? {
      var edits = ReceiptEdits()
      tell(&edits)
      var puncture = Puncture()
      var output = Output(capacity: 16)
      do throws(ReceiptRefusal) {
        _ = try puncture.append(editor.line.span, &edits, to: &output)
        return nil
      } catch {
        return error
      }
    }
    let text = try #require(String(decoding: editor.line, as: UTF8.self).range(of: "b c 1"))
    let offset = String(decoding: editor.line, as: UTF8.self).utf8.distance(
      from: String(decoding: editor.line, as: UTF8.self).startIndex, to: text.lowerBound)
    #expect(refusal { $0.mask(valueAt: offset) } == nil)
    #expect(refusal { $0.mask(valueAt: offset + 1) } == .edit)
    #expect(refusal { $0.mask(valueAt: 8) } == .edit)
    #expect(refusal { $0.replace(0..<6, inTextAt: offset, by: 1) } == .edit)
    #expect(refusal { $0.replace(0..<1, inTextAt: offset + 12, by: 1) } == .edit)
  }

  @Test func whatTheReceiptSaysOfTheLogStays() throws {
    let path = [Digest256](
      repeating: try Vectors.digest(String(repeating: "ab", count: 32)), count: 2)
    let receipt = collect {
      ReceiptWriter.append(seed: Self.seed, index: 5, size: 9, path: path, to: &$0)
    }
    let line = Array(#"{"_kt":"#.utf8) + receipt + Array(#","a":"b","c":1}"#.utf8)
    var edits = ReceiptEdits()
    edits.mask(valueAt: line.count - 2)
    edits.isStub = true
    var puncture = Puncture()
    let new = try collect { _ = try puncture.append(line.span, &edits, to: &$0) }
    #expect(puncture.receipt.start == 7 && puncture.receipt.end == 7 + receipt.count)
    let masked = Array(#"{"_kt":"#.utf8) + new + Array(#","a":"b"}"#.utf8)
    var verifier = ReceiptVerifier()
    let before = try verifier.root(of: line.span)
    let after = try verifier.root(of: masked.span)
    #expect(before != nil && before == after)
    #expect(verifier.index == 5 && verifier.size == 9 && verifier.path == path)
    #expect(verifier.isStub && verifier.hasMask)
    let plain = try collect { try CanonicalText.append(new, to: &$0) }
    #expect(plain == new)
  }

  @Test func anEventWithoutReceiptHasNothingToPuncture() throws {
    var puncture = Puncture()
    var edits = ReceiptEdits()
    let line = Array(#"{"a":1}"#.utf8)
    var had = true
    let output = try collect { had = try puncture.append(line.span, &edits, to: &$0) }
    #expect(!had && output.isEmpty && puncture.receipt == .absent)
  }
}

/// The canonical form of a text of any JSON.
private enum CanonicalText {
  static func append(_ json: [UInt8], to output: inout Output) throws {
    var form = CanonicalForm()
    try form.append(value: json.span, to: &output)
  }
}
