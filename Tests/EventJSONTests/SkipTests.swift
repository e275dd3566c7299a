import Bytes
import EventJSON
import TestSupport
import Testing

/// Every rule of RFC 8259, broken at a known byte; the member `a` is read in one run and only
/// stepped over in the other, which must make no difference.
@Suite struct SkipTests {
  private func expect(_ line: [UInt8], _ expected: JSONProblem?) {
    for paths in [[], ["a"], ["a[]"], ["a.b", "a[].c"]] {
      let found = problem(line, paths)
      #expect(found == expected, "\(String(decoding: line, as: UTF8.self)), read: \(paths)")
    }
  }

  @Test(arguments: [
    #"{}"#, #"{"a":{}}"#, #"{"a":[]}"#, "\t{\r\n\"a\" :\t[ 1 , 2 ] }\n", #"{"a":[[],[[]]]}"#,
    #"{"a":0}"#, #"{"a":-0}"#, #"{"a":-0.0}"#, #"{"a":10}"#, #"{"a":1.10}"#, #"{"a":1e400}"#,
    #"{"a":1E+2}"#, #"{"a":0e-0}"#, #"{"a":[1e1,0E0]}"#, #"{"a":12345678901234567890123456789}"#,
    #"{"a":[true,false,null]}"#, #"{"a":"\"\\\/\b\f\n\r\t"}"#, #"{"a":"\u0000\uFFFF\uabCD"}"#,
    #"{"a":"\uD800"}"#, #"{"a":"\uDC00\uD800"}"#, "{\"a\":\"\u{7F}\u{2028}\u{FEFF}\u{FFFF}\"}",
    #"{"a":"// no comment /* */"}"#, #"{"":""}"#, #"{"a":{"c":1,"c":2}}"#,
  ])
  func validDocumentsPass(line: String) { expect(Array(line.utf8), nil) }

  @Test(
    arguments: [
      ("", .unexpectedEnd, 0), ("  ", .unexpectedEnd, 2), ("[]", .arrayInsteadOfEvent, 0),
      (" [{}]", .arrayInsteadOfEvent, 1), ("1", .expectedObject, 0), (#""a""#, .expectedObject, 0),
      ("null", .expectedObject, 0), ("\u{FEFF}{}", .expectedObject, 0),
      ("\0{}", .expectedObject, 0),
      ("}", .expectedObject, 0), ("\u{B}{}", .expectedObject, 0), ("\u{A0}{}", .expectedObject, 0),
    ] as [(String, JSONProblem.Kind, Int)])
  func eventBeginsWithABrace(line: String, kind: JSONProblem.Kind, offset: Int) {
    expect(Array(line.utf8), JSONProblem(kind, at: offset))
  }

  @Test(arguments: [
    ("{}x", 2), ("{} {}", 3), ("{}}", 2), ("{},", 2), ("{}\0", 2), (#"{"a":1}#"#, 7),
    ("{}//", 2), ("{}\u{C}", 2), ("{}]", 2),
  ])
  func nothingFollowsTheEvent(line: String, offset: Int) {
    expect(Array(line.utf8), JSONProblem(.trailingBytes, at: offset))
  }

  @Test(
    arguments: [
      ("{a:1}", .expectedKey, 1), ("{'a':1}", .expectedKey, 1), ("{1:1}", .expectedKey, 1),
      ("{,}", .expectedKey, 1), (#"{"a":1,}"#, .expectedKey, 7),
      (#"{"a":1,,"b":2}"#, .expectedKey, 7),
      ("{null:1}", .expectedKey, 1), (#"{"a" 1}"#, .expectedColon, 5),
      (#"{"a"}"#, .expectedColon, 4),
      (#"{"a",1}"#, .expectedColon, 4), (#"{"a"="b"}"#, .expectedColon, 4),
      (#"{"a"::1}"#, .expectedValue, 5), (#"{"a":}"#, .expectedValue, 5),
      (#"{"a":,}"#, .expectedValue, 5), (#"{"a":'b'}"#, .expectedValue, 5),
      (#"{"a":b}"#, .expectedValue, 5), (#"{"a":1 "b":2}"#, .expectedCommaOrBrace, 7),
      (#"{"a":1]"#, .expectedCommaOrBrace, 6), (#"{"a":1;"b":2}"#, .expectedCommaOrBrace, 6),
      (#"{"a":"x"y}"#, .expectedCommaOrBrace, 8), (#"{"a":{}{}}"#, .expectedCommaOrBrace, 7),
      (#"{"a":1/**/}"#, .expectedCommaOrBrace, 6), ("{\"a\":1\0}", .expectedCommaOrBrace, 6),
      ("{\"a\"\0:1}", .expectedColon, 4), ("{\"a\":\0}", .expectedValue, 5),
      ("{\0\"a\":1}", .expectedKey, 1),
    ] as [(String, JSONProblem.Kind, Int)])
  func objectsKeepToTheirGrammar(line: String, kind: JSONProblem.Kind, offset: Int) {
    expect(Array(line.utf8), JSONProblem(kind, at: offset))
  }

  @Test(
    arguments: [
      (#"{"a":[1,]}"#, .expectedValue, 8), (#"{"a":[,1]}"#, .expectedValue, 6),
      (#"{"a":[1,,2]}"#, .expectedValue, 8), (#"{"a":[1 2]}"#, .expectedCommaOrBracket, 8),
      (#"{"a":[1}"#, .expectedCommaOrBracket, 7), (#"{"a":["x":1]}"#, .expectedCommaOrBracket, 9),
      (#"{"a":[}"#, .expectedValue, 6), (#"{"a":[[]"#, .unexpectedEnd, 8),
      (#"{"a":[1"#, .unexpectedEnd, 7), (#"{"a":["#, .unexpectedEnd, 6),
      (#"{"a":[1,"#, .unexpectedEnd, 8), (#"{"a":[...]}"#, .expectedValue, 6),
    ] as [(String, JSONProblem.Kind, Int)])
  func arraysKeepToTheirGrammar(line: String, kind: JSONProblem.Kind, offset: Int) {
    expect(Array(line.utf8), JSONProblem(kind, at: offset))
  }

  @Test(
    arguments: [
      ("01", .badNumber, 1), ("-01", .badNumber, 2), ("00", .badNumber, 1), ("-", .badNumber, 1),
      ("--1", .badNumber, 1), ("-a", .badNumber, 1), ("-Infinity", .badNumber, 1),
      ("1.", .badNumber, 2), ("1.e1", .badNumber, 2), ("1.a", .badNumber, 2),
      ("-.5", .badNumber, 1),
      ("1e", .badNumber, 2), ("1e+", .badNumber, 3), ("1E-x", .badNumber, 3),
      ("1ee1", .badNumber, 2),
      ("1e1.5", .expectedCommaOrBrace, 3), ("1.2.3", .expectedCommaOrBrace, 3),
      ("0x1F", .expectedCommaOrBrace, 1), ("1_000", .expectedCommaOrBrace, 1),
      ("1-2", .expectedCommaOrBrace, 1), ("0e1a", .expectedCommaOrBrace, 3),
      ("+1", .expectedValue, 0), (".5", .expectedValue, 0), ("NaN", .expectedValue, 0),
      ("Infinity", .expectedValue, 0), ("\u{FF11}", .expectedValue, 0),
      ("0.0.", .expectedCommaOrBrace, 3),
    ] as [(String, JSONProblem.Kind, Int)])
  func numbersKeepToTheirGrammar(number: String, kind: JSONProblem.Kind, offset: Int) {
    expect(Array("{\"a\":\(number)}".utf8), JSONProblem(kind, at: 5 + offset))
  }

  @Test(
    arguments: [
      ("True", .expectedValue, 0), ("NULL", .expectedValue, 0), ("tru ", .badLiteral, 0),
      ("nul}", .badLiteral, 0), ("falsy", .badLiteral, 0), ("t", .badLiteral, 0),
      ("nil ", .badLiteral, 0), ("truex", .expectedCommaOrBrace, 4),
      ("nullnull", .expectedCommaOrBrace, 4), ("false1", .expectedCommaOrBrace, 5),
      ("undefined", .expectedValue, 0),
    ] as [(String, JSONProblem.Kind, Int)])
  func literalsAreSpelledOut(word: String, kind: JSONProblem.Kind, offset: Int) {
    expect(Array("{\"a\":\(word)}".utf8), JSONProblem(kind, at: 5 + offset))
  }

  @Test(
    arguments: [
      (#"\x"#, .badEscape, 1), (#"\'"#, .badEscape, 1), (#"\a"#, .badEscape, 1),
      (#"\U0041"#, .badEscape, 1), (#"\0"#, .badEscape, 1), ("\\\n", .badEscape, 1),
      ("\\é", .badEscape, 1), (#"ab\ "#, .badEscape, 3), (#"\u12"#, .badUnicodeEscape, 4),
      (#"\u"#, .badUnicodeEscape, 2), (#"\u12G4"#, .badUnicodeEscape, 4),
      (#"\u 123"#, .badUnicodeEscape, 2), (#"\u-123"#, .badUnicodeEscape, 2),
      (#"\ud83d\u"#, .badUnicodeEscape, 8), (#"\u{41}"#, .badUnicodeEscape, 2),
      ("\u{0}", .controlCharacter, 0), ("x\u{1F}", .controlCharacter, 1),
      ("\t", .controlCharacter, 0),
      ("\n", .controlCharacter, 0), ("a long plain run first\r", .controlCharacter, 22),
      ("\\\\\u{1}", .controlCharacter, 2),
    ] as [(String, JSONProblem.Kind, Int)])
  func stringsKeepToTheirGrammar(inside: String, kind: JSONProblem.Kind, offset: Int) {
    expect(Array("{\"a\":\"\(inside)\"}".utf8), JSONProblem(kind, at: 6 + offset))
    // A key is a string like others.
    expect(Array("{\"\(inside)\":1}".utf8), JSONProblem(kind, at: 2 + offset))
  }

  @Test func onlyEightCharactersAndTheUnicodeEscapeFollowABackslash() {
    for byte in UInt8(0)...0x7F {
      // Once in the first bytes of a string and once far behind them.
      for run in ["", String(repeating: "x", count: 40)] {
        let line = Array(#"{"a":"\#(run)\#u{5C}"#.utf8) + [byte] + Array(#"0041"}"#.utf8)
        let isEscape = "\"\\/bfnrtu".utf8.contains(byte)
        // A quote ends no string here, as its backslash belongs to it.
        let expected = JSONProblem(.badEscape, at: 7 + run.utf8.count)
        expect(line, isEscape ? nil : expected)
      }
    }
  }

  @Test func everyBeginningOfADocumentEndsInsideAValue() {
    let line = Array(#" {"a":[{"c":"é\u00e9\\"},-12.5e+3,"x"],"b":{"a":0}}"#.utf8)
    for length in 0..<line.count {
      let cut = Array(line.prefix(length))
      let found = problem(cut, ["a[].c", "b"])
      // Half a character is no UTF-8, which says more than that the line ends.
      if found?.kind == .invalidUTF8 {
        #expect(String(validating: cut, as: UTF8.self) == nil)
      } else {
        #expect(found == JSONProblem(.unexpectedEnd, at: length))
      }
    }
    #expect(problem(line, ["a[].c", "b"]) == nil)
  }
}
