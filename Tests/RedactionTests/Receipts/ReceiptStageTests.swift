import Bytes
import Digests
import Foundation
import Stages
import TestSupport
import Testing

@testable import Redaction

/// What a stage does to events that carry receipts (spec/integrity.md, sections 2.4, 5 and 6).
@Suite struct ReceiptStageTests {
  private static let address = "jane.doe@company.com"

  private func rules(_ action: FieldRule.Operator, _ fields: String...) throws -> RedactionRequest {
    var request = RedactionRequest()
    request.fieldRules = try fields.map { FieldRule(try field($0), action) }
    return request
  }

  @Test func theWorkedExampleIsRedactedByteForByte() throws {
    let seed = Digest128([
      0x14, 0x37, 0x20, 0xb6, 0xe8, 0x06, 0x2e, 0xf3, 0x1a, 0x03, 0x33, 0x9c, 0xa3, 0xc7, 0x08,
      0x70,
    ])
    let line = receipted(
      #"{"citations":[],"content_hashes":{"input":"sha256:039cdb909b788620ba27797cbc54c9687227815f"#
        + #"740863f9a37b7c22dae93816"},"cost_usd":0.0047,"event_id":"evt_001","input":"Contact "#
        + #"\#(Self.address), please.","seq":1767225600123456789,"team":"legal"}"#, seed: seed)
    var request = request([.emailAddress])
    request.usualOperator = try HitOperator("replace:[EMAIL]")
    #expect(
      try redacted(line, request)
        == #"{"_kt":{"mask":{"/content_hashes/input":1,"/input":[[8,17,1]]},"open":"#
        + #""En8QnADz0SHr3moltnEVuaHfscYTCNR6B1_YPnQ1wv-nKRi6HzybAj_ZSHY6A6u-IVMsc-oM_VUTYH2wRFbe"#
        + "R1geKb0MkcyXE2ZbDiQpaPdSS1UcHXruRTvJKiVfwB8mYvHTpqnmbfjppXtUXg39D0KvhGa4AGUGOXs4HkMPkj3"
        + "mR7ufEP0nZxMlEOsdJ59mdnu4lx-YVS0F0dgg1g9Ckg"
        + #""},"citations":[],"content_hashes":{"input":"[REDACTED]"},"cost_usd":0.0047,"#
        + #""event_id":"evt_001","input":"Contact [EMAIL], please.","seq":1767225600123456789,"#
        + #""team":"legal"}"#)
  }

  private struct Row: Decodable {
    let original: String
    let redacted: String
    let seed: String
    let hide: [String]
    let drop: [String]
    let spans: [String: [Span]]
    struct Span: Decodable { init(from decoder: any Decoder) throws {} }
  }

  /// The vectors whose edits rules can spell: whole values and members.
  @Test func theVectorsOfWholeValuesHold() throws {
    let file = Locations.repository.appendingPathComponent(
      "Tests/IntegrityTests/Vectors/kt/redact.jsonl")
    var count = 0
    for line in try Data(contentsOf: file).split(separator: 0x0A) {
      let row = try JSONDecoder().decode(Row.self, from: line)
      guard row.spans.isEmpty, row.redacted.contains(#""_kt""#), !(row.hide + row.drop).isEmpty
      else { continue }
      // A hidden text takes its hash with it here, which the vectors leave to other rules.
      guard !row.hide.contains("/input") || !row.original.contains("content_hashes") else {
        continue
      }
      let digits = Array(row.seed)
      let seed = try stride(from: 0, to: 32, by: 2).map {
        try #require(UInt8(String(digits[$0...$0 + 1]), radix: 16))
      }
      var request = RedactionRequest()
      request.fieldRules =
        try row.hide.map { FieldRule(try field($0), .replace(Array("[REDACTED]".utf8))) }
        + row.drop.map { FieldRule(try field($0), .drop) }
      let result = try redacted(receipted(row.original, seed: Digest128(seed)), request)
      #expect(try receipt(of: result) == receipt(of: row.redacted))
      count += 1
    }
    #expect(count > 5)
  }

  private func receipt(of line: String) throws -> NSDictionary {
    let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    return try #require(event?["_kt"] as? NSDictionary)
  }

  @Test func anEventInWhichNothingIsFoundIsKept() throws {
    let line = receipted(#"{"input":"nothing"}"#)
    #expect(try redacted(line, request()) == line)
  }

  @Test func aDroppedMemberIsAnAbsentMaskedOne() throws {
    let line = receipted(#"{"a":1,"user":{"email":"\#(Self.address)","id":7},"z":[]}"#)
    let result = try redacted(line, rules(.drop, "user.email", "/z", "/a"))
    #expect(result.hasSuffix(#","user":{"id":7}}"#))
    #expect(mask(of: result) == #"{"/a":1,"/user/email":1,"/z":1}"#)
    #expect(try root(of: result) == root(of: line))
  }

  @Test func aDroppedElementBecomesNullSoThatTheOthersStayProven() throws {
    let line = receipted(#"{"l":["a","b",null,{"x":1}]}"#)
    let result = try redacted(line, rules(.drop, "/l/1", "/l/2", "/l/3"))
    #expect(result.hasSuffix(#","l":["a",null,null,null]}"#))
    #expect(mask(of: result) == #"{"/l/1":1,"/l/3":1}"#)
    #expect(try root(of: result) == root(of: line))
    #expect(try redacted(result, rules(.drop, "/l/1", "/l/2", "/l/3")) == result)
  }

  @Test func onlyTheSegmentOfAFoundValueIsMasked() throws {
    let text = #"\u0057rite \"\/\ud83d\ude00 to\t\#(Self.address) \u0026 co., é 😀 please"#
    let line = receipted(#"{"input":"\#(text)"}"#)
    let result = try redacted(line, request())
    #expect(result.contains(#"to\t[EMAIL_ADDRESS] \u0026 co."#))
    // Write "/😀 to<tab> has 16 bytes, the address with the space behind it becomes 16.
    #expect(mask(of: result) == #"{"/input":[[16,32,1]]}"#)
    #expect(try root(of: result) == root(of: line))
  }

  @Test func aNumberThatBecomesATextIsMasked() throws {
    let line = receipted(#"{"metadata":{"cpf":52998224725,"n":12}}"#)
    let result = try redacted(line, request())
    #expect(mask(of: result) == #"{"/metadata/cpf":1}"#)
    #expect(try root(of: result) == root(of: line))
  }

  @Test(arguments: [ContentHashRule.withhold, .recompute, .drop])
  func theHashOfAChangedTextIsMasked(_ rule: ContentHashRule) throws {
    var request = request()
    request.contentHashes = rule
    let hash = String(repeating: "0a", count: 32)
    let line = receipted(
      #"{"input":"\#(Self.address) x","prompt_sha256":"\#(hash)","content_hashes":{"input":"#
        + #""sha256:\#(hash)"}}"#)
    let result = try redacted(line, request)
    #expect(!result.contains(hash))
    #expect(
      mask(of: result)
        == #"{"/content_hashes/input":1,"/input":[[0,16,1]],"/prompt_sha256":1}"#)
    #expect(try root(of: result) == root(of: line))
    #expect(try redacted(result, request) == result)
  }

  @Test func aSecondRunMasksMoreAndTheSameRunNothing() throws {
    let line = receipted(
      #"{"input":"call \#(Self.address) or 529.982.247-\#("25") today","team":"legal"}"#)
    let once = try redacted(line, request([.emailAddress]))
    #expect(try redacted(once, request([.emailAddress])) == once)
    let twice = try redacted(once, request([.brCPF]))
    let atOnce = try redacted(line, request([.emailAddress, .brCPF]))
    #expect(twice == atOnce)
    let more = try redacted(twice, rules(.drop, "team", ".input"))
    #expect(mask(of: more) == #"{"/input":1,"/team":1}"#)
    #expect(try root(of: more) == root(of: line))
  }

  @Test func whatIsChangedInsideAZoneMovesIt() throws {
    let line = receipted(#"{"input":"call \#(Self.address) or bob@company.com today"}"#)
    var first = request([.emailAddress])
    first.allowed = [Array("bob@company.com".utf8)]
    first.usualOperator = try HitOperator("replace:jane@x.org")
    let once = try redacted(line, first)
    #expect(mask(of: once) == #"{"/input":[[5,16,1]]}"#)
    let twice = try redacted(once, request([.emailAddress]))
    #expect(twice.contains("call [EMAIL_ADDRESS] or [EMAIL_ADDRESS] today"))
    #expect(mask(of: twice) == #"{"/input":[[5,21,1],[24,40,1]]}"#)
    #expect(try root(of: twice) == root(of: line))
  }
}

/// A receipt is nobody's field.
@Suite struct ReceiptRefusalTests {
  private func problem(_ line: String, _ request: RedactionRequest = request()) -> Problem? {
    do {
      _ = try redacted(line, request)
      return nil
    } catch {
      guard case .stopped(let problem) = error as? EventFailure else { return nil }
      return problem
    }
  }

  @Test func theReceiptIsNeitherSearchedNorRuled() throws {
    var all = request()
    all.fields = [try field("*")]
    all.minimumConfidence = 1
    let line = receipted(#"{"team":"x"}"#, seed: Digest128(Array("AKIA@a.bc0123456".utf8)))
    #expect(try redacted(line, all) == line)
    var ruled = RedactionRequest()
    ruled.fieldRules = [FieldRule(try field("/*"), .null)]
    let result = try redacted(line, ruled)
    #expect(mask(of: result) == #"{"/team":1}"# && result.hasSuffix(#","team":null}"#))
    ruled.fieldRules = [FieldRule(try field("/*/*"), .drop)]
    #expect(try redacted(line, ruled) == line)
  }

  @Test(arguments: ["._kt", "/_kt", "/_kt/open", "._kt.mask"])
  func aRuleForTheReceiptIsRefused(_ name: String) {
    #expect(throws: RuleProblem.self) { try FieldSelector.list(name) }
  }

  @Test(arguments: [
    #"{"input":"x","_kt":{}}"#, #"{"input":"x","_kt":null}"#, #"{"input":"x","_kt":"x"}"#,
    #"{"input":"a@b.example","_kt":{"open":""}}"#,
    #"{"input":"x","_kt":{"open":"AAAAAAAAAAAAAAAAAAAAAA","more":1}}"#,
    #"{"input":"x","_kt":{"open":"AAAAAAAAAAAAAAAAAAAAAA","mask":{"/y/z":1}}}"#,
    #"{"input":"x","_kt":{"open":"AAAAAAAAAAAAAAAAAAAAAAAA"}}"#,
    #"{"input":"x","n":1e400,"_kt":{"open":"AAAAAAAAAAAAAAAAAAAAAA"}}"#,
    #"{"input":"x","o":{"a":1,"a":2},"_kt":{"open":"AAAAAAAAAAAAAAAAAAAAAA"}}"#,
    #"{"input":"\ud800","_kt":{"open":"AAAAAAAAAAAAAAAAAAAAAA"}}"#,
    #"{"input":"x","\u005fkt":{"open":""}}"#,
  ])
  func aReceiptThatCanNotBeFollowedStopsTheRunAsBadInput(_ line: String) {
    let found = problem(line)
    #expect(found?.status == .badInput)
    #expect(found?.message.contains("(_kt) is malformed or does not fit") == true)
  }

  @Test func aReceiptWithAnEscapedNameIsPuncturedToo() throws {
    let line = receipted(#"{"input":"jane@company.com","team":"x"}"#)
    let result = try redacted(
      line.replacing(#"{"_kt""#, with: #"{"_\u006Bt""#), request())
    #expect(mask(of: result) == #"{"/input":1}"#)
    #expect(try root(of: result) == root(of: line))
  }

  @Test func aCheckLooksForNothingInTheReceipt() throws {
    var check = request()
    check.checksOnly = true
    check.fields = [try field("*")]
    let line = receipted(#"{"input":"x"}"#, seed: Digest128(Array("AKIA@a.bc0123456".utf8)))
    #expect(try redacted(line, check) == line)
  }
}
