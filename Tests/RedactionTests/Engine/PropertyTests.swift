import TestSupport
import Testing

@testable import Redaction

/// What holds of every kind under every operator.
@Suite struct PropertyTests {
  /// The operators by their spellings, odd ones too.
  private static let operators = [
    "replace", "replace:1", "replace:@", "replace:+1", "replace:[{kind}]", "replace:",
    "replace:{kind}@{kind}.com", "replace:\"\\", "replace:\u{1}é😀", "replace:{kind}={kind}1",
    "replace:4111 1111 1111 1111", "replace:-----BEGIN PRIVATE KEY-----", "mask",
    "mask:first=1", "mask:last=4", "mask:first=2,last=2,char=#", "mask:char=█,last=3",
    "mask:char=x", "mask:char=@", "mask:char=-", "mask:char=😀,first=3", "pseudonym", "remove",
    "truncate", "keep",
  ]

  /// A kind's example among neighbours of all sorts.
  private static func lines(_ entry: KindEntry) -> [String] {
    (texts(around: entry.example) + texts(gluedTo: entry.example)
      + texts(numberedWith: entry.example) + [entry.example + " " + entry.example]).map { text in
        #"{"input":""# + Self.plain(text) + #"","n":1.50,"metadata":{"password":""#
          + Self.plain(text) + #"","phone":[12,"x"]}}"#
      }
  }

  private static func plain(_ text: String) -> String {
    var spelling = Spelling()
    var random = SeededGenerator(seed: 1)
    spelling.append(text, escapes: 0, &random)
    return String(decoding: spelling.raw, as: UTF8.self)
  }

  @Test(arguments: KindTable.entries.map(\.kind))
  func redactingTwiceIsRedactingOnceAndEachRunTheSame(_ kind: Kind) throws {
    let lines = Self.lines(KindTable.entry(kind))
    for (index, spelled) in Self.operators.enumerated() {
      var request = request()
      request.usualOperator = try HitOperator(spelled)
      request.folds = index % 2 == 0
      // Every neighbour meets every fifth operator: the product of all takes minutes.
      let some = lines.indices.filter { ($0 + index) % 5 == 0 }.map { lines[$0] }
      let once = try redacted(some, request)
      let twice = try redacted(once, request)
      #expect(twice == once, "\(spelled)")
      #expect(try redacted(some + once, request) == once + once, "\(spelled)")
    }
  }

  @Test(arguments: KindTable.entries.map(\.kind))
  func noOperatorButKeepLeavesTheValue(_ kind: Kind) throws {
    let entry = KindTable.entry(kind)
    let value = try #require(values(of: kind, in: entry.example).first)
    let line = #"{"input":"\#(Self.plain(entry.example))"}"#
    for spelled in Self.operators where spelled != "keep" && !spelled.contains("4111") {
      var request = request([kind])
      request.usualOperator = try HitOperator(spelled)
      #expect(!(try redacted(line, request).contains(Self.plain(value))), "\(spelled)")
    }
  }

  @Test(arguments: KindTable.entries.map(\.kind))
  func onlyTheHitChangesHoweverTheTextIsSpelled(_ kind: Kind) throws {
    var random = SeededGenerator(for: "spelled \(kind)")
    let entry = KindTable.entry(kind)
    for round in 0..<24 {
      var text = Spelling()
      text.append("é\\\"/\n😀 ", escapes: 5, &random)
      if round % 3 == 0 { text.append([0xED, 0xA0, 0xBD], written: Array("\\uD83d".utf8)) }
      text.append(" ", escapes: 0, &random)
      text.append(entry.example, escapes: [0, 1, 5, 10][round % 4], &random)
      text.append(" ", escapes: 0, &random)
      if round % 3 == 1 { text.append([0xED, 0xB8, 0x80], written: Array("\\ude00".utf8)) }
      text.append(" \u{2028}\t😀", escapes: 5, &random)
      try expectSplice(of: kind, in: text, folding: false)
    }
  }

  /// Expects that the hits of `text`, and nothing else of a line with it, are replaced.
  private func expectSplice(of kind: Kind, in text: Spelling, folding: Bool) throws {
    var scanner = Scanner(wanted: 1 << UInt64(kind.rawValue), minimumConfidence: 2)
    let key = Array("input".utf8)
    scanner.scan(text.decoded.span, key: key.span)
    #expect(!scanner.hits.found.isEmpty, "\(String(decoding: text.raw, as: UTF8.self))")
    var expected: [UInt8] = []
    var end = 0
    for hit in scanner.hits.found {
      expected += text.raw(end..<hit.start) + Array("[\(KindTable.entry(kind).name)]".utf8)
      end = hit.end
    }
    expected += text.raw(end..<text.decoded.count)
    #expect(
      try redacted(Self.line(with: text.raw), request([kind])) == Self.line(with: expected))
  }

  /// A line with odd spaces, escaped and doubled names, and a carriage return.
  private static func line(with inside: [UInt8]) -> String {
    "  { \"x\" : 1e400 ,\t\"\\u0069nput\":\"" + String(decoding: inside, as: UTF8.self)
      + "\" ,\"x\":[ -0, \"\\/\\u00E9\" ,{}], \"y\":null } \r"
  }

  @Test(arguments: KindTable.entries.filter { !$0.kind.isSecret }.map(\.kind))
  func foldedSpellingsAreFoundAndTakenOutWhole(_ kind: Kind) throws {
    var random = SeededGenerator(for: "folded \(kind)")
    let entry = KindTable.entry(kind)
    let value = Array(try #require(values(of: kind, in: entry.example).first))
    let context = entry.example.components(around: String(value))
    var request = request([kind])
    request.folds = true
    let expected = try redacted(#"{"input":"\#(entry.example)"}"#, request)
    var lines: [String] = []
    for _ in 0..<40 {
      let folded = value.enumerated().map { offset, character in
        Self.unfolded(character, &random)
          + (offset < value.count - 1 && random.below(8) == 0 ? "\u{200B}" : "")
      }.joined()
      var text = Spelling()
      text.append(folded, escapes: random.below(4), &random)
      let inside = [context.before, String(decoding: text.raw, as: UTF8.self), context.behind]
      lines.append(#"{"input":"\#(inside.joined())"}"#)
    }
    for (line, result) in zip(lines, try redacted(lines, request)) {
      #expect(result == expected, "\(line)")
    }
  }

  private static func unfolded(
    _ character: Character, _ random: inout SeededGenerator
  ) -> String {
    switch character {
    case "0"..."9" where random.below(2) == 0:
      let digit = character.wholeNumberValue ?? 0
      return Unicode.Scalar(0xFF10 + UInt32(digit)).map { String($0) } ?? ""
    case "-": return random.pick(["-", "‐", "‑", "‒", "–", "—", "―"])
    case " ": return random.pick([" ", "\u{A0}", "\u{2009}", "\u{202F}"])
    default: return String(character)
    }
  }
}

extension String {
  /// What stands before the first occurrence of a part, and behind it.
  fileprivate func components(around part: String) -> (before: String, behind: String) {
    let bytes = Array(utf8)
    let part = Array(part.utf8)
    for start in 0...max(0, bytes.count - part.count)
    where bytes[start...].starts(with: part) {
      return (
        String(decoding: bytes[..<start], as: UTF8.self),
        String(decoding: bytes[(start + part.count)...], as: UTF8.self)
      )
    }
    return (self, "")
  }
}
