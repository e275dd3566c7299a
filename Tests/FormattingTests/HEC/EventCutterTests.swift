import Bytes
import Digests
import EventJSON
import Foundation
import TestSupport
import Testing

@testable import Formatting

@Suite struct EventCutterTests {
  private func cut(_ event: String, to limit: Int) -> (text: String, isFitting: Bool) {
    let line = Array(event.utf8)
    var cutter = EventCutter(limit: limit)
    var output = Output(capacity: 1)
    let isFitting = cutter.append(line.span, Skip.bounds(of: line.span), into: &output)
    return (text(output.bytes), isFitting)
  }

  private func mark(of text: String) -> String {
    let bytes = Array(text.utf8)
    var digest = StreamDigest()
    digest.update(bytes.span)
    return "…[cut: \(bytes.count) bytes, sha256:\(digest.finalize().hexadecimal)]"
  }

  private func letters(_ letter: String, _ count: Int) -> String {
    String(repeating: letter, count: count)
  }

  @Test func whatFitsStaysByteForByte() {
    let event = #"{"a" : "\u0041","b":1.10,"b":2}"#
    #expect(cut(" \(event)\r", to: event.utf8.count) == (event, true))
  }

  @Test func theLongestTextIsCutAndTheRestStays() {
    let long = letters("x", 1_000)
    let event = #"{"n":1e400, "k":"short","input":"\#(long)" ,"z":[null,"\u00e9"]}"#
    let result = cut(event, to: 400)
    let expected = event.replacing(
      long,
      with: letters("x", 1_000 - (event.utf8.count - 400) - mark(of: long).utf8.count)
        + mark(of: long))
    #expect(result == (expected, true))
    #expect(result.text.utf8.count == 400)
  }

  @Test func twoLongTextsAreCutToOneLength() throws {
    let first = letters("x", 5_000)
    let second = letters("y", 3_000)
    let event = #"{"a":"\#(first)","b":{"c":["\#(second)"]},"d":"\#(letters("z", 300))"}"#
    let result = cut(event, to: 2_000)
    #expect(result.isFitting && 1_998...2_000 ~= result.text.utf8.count)
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(result.text.utf8)) as? [String: Any])
    let a = try #require(object["a"] as? String)
    let c = try #require(((object["b"] as? [String: Any])?["c"] as? [String])?.first)
    #expect(a.utf8.count == c.utf8.count && a.hasSuffix(mark(of: first)))
    #expect(c.hasPrefix("yyy") && c.hasSuffix(mark(of: second)))
    #expect(object["d"] as? String == letters("z", 300))
  }

  @Test func theHashIsOfTheDecodedText() {
    let decoded = letters("é\n😀", 100)
    let escaped = letters(#"\u00e9\n\ud83d\ude00"#, 100)
    let result = cut(#"{"t":"\#(escaped)"}"#, to: 500)
    #expect(result.isFitting && result.text.hasSuffix(mark(of: decoded) + "\"}"))
    #expect(result.text.utf8.count <= 500 && result.text.utf8.count > 500 - 12)
  }

  @Test func halvesOfPairsAreHashedAsThreeBytesEach() {
    let result = cut(#"{"t":"\#(letters(#"\ud800"#, 100))"}"#, to: 200)
    var digest = StreamDigest()
    let bytes = [[UInt8]](repeating: [0xED, 0xA0, 0x80], count: 100).flatMap { $0 }
    digest.update(bytes.span)
    #expect(
      result.text.hasSuffix(#"…[cut: 300 bytes, sha256:\#(digest.finalize().hexadecimal)]"}"#))
  }

  @Test func whatIsNoTextIsNeverCut() {
    let number = letters("1", 600)
    let key = letters("k", 600)
    let event = #"{"n":\#(number),"\#(key)":{"x":"\#(letters("x", 80))"}}"#
    #expect(cut(event, to: 300) == (event, false))
    let text = letters("x", 600)
    let result = cut(#"{"n":\#(number),"\#(key)":{"x":"\#(text)"}}"#, to: 300)
    #expect(!result.isFitting)
    #expect(result.text == #"{"n":\#(number),"\#(key)":{"x":"x\#(mark(of: text))"}}"#)
  }

  @Test func everyLimitGivesAnEventThatFitsOrIsAsSmallAsItGoes() throws {
    var random = SeededGenerator(for: "EventCutterTests")
    let alphabet = ["x", "é", "😀", #"\n"#, #"\u0000"#, #"\ud83d\ude00"#, #"\\"#, #"\""#]
    for _ in 0..<60 {
      let texts = (0..<4).map { _ in
        (0..<random.below(300)).map { _ in random.pick(alphabet) }.joined()
      }
      let event = #"{"a":"\#(texts[0])","b":["\#(texts[1])",7],"\#(texts[2])":"\#(texts[3])"}"#
      let smallest = cut(event, to: 1).text.utf8.count
      for limit in stride(from: 100, through: event.utf8.count + 10, by: 97) {
        let result = cut(event, to: limit)
        #expect(result.isFitting == (result.text.utf8.count <= limit))
        #expect(result.isFitting || result.text.utf8.count == smallest)
        // Escapes and characters are whole: it is JSON, and the same but for the texts.
        let object = try JSONSerialization.jsonObject(with: Data(result.text.utf8))
        #expect((object as? [String: Any])?.count == 3)
      }
    }
  }

  /// Time that grew with the square of their number would be minutes here.
  @Test func textsWithoutEscapesAreNotSearchedBehindTheirCut() {
    let text = letters("x", 130)
    let texts = repeatElement("\"\(text)\"", count: 100_000).joined(separator: ",")
    let result = cut(#"{"t":[\#(texts)]}"#, to: 1)
    #expect(!result.isFitting && result.text.hasSuffix(mark(of: text) + "\"]}"))
  }
}
