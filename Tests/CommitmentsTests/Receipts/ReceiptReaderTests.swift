import Bytes
import Digests
import Foundation
import TestSupport
import Testing

@testable import Commitments

/// What is refused of receipts, and by which code.
@Suite struct ReceiptReaderTests {
  private func code(_ receipt: String, event: String = #""a":"b c 1 d","o":{"x":[1,2]}"#) -> String?
  {
    var verifier = ReceiptVerifier()
    let line = Array(#"{"_kt":\#(receipt),\#(event)}"#.utf8)
    do throws(ReceiptRefusal) {
      _ = try verifier.root(of: line.span)
      return nil
    } catch {
      return error.code
    }
  }

  private static func open(_ count: Int) -> String {
    let bytes = Base64.url.encoded((0..<count).map { UInt8(truncatingIfNeeded: $0) })
    return #""open":"\#(String(decoding: bytes, as: UTF8.self))""#
  }

  @Test(arguments: [
    ("1", "receipt"), ("[]", "receipt"), ("null", "receipt"), ("{}", "receipt"),
    (#"{"mask":{}}"#, "receipt"), (#"{"open":1}"#, "receipt"), (#"{"open":null}"#, "receipt"),
    (#"{"open":"AAAAAAAAAAAAAAAAAAAAAB"}"#, "base64url"),
    (#"{"open":"AAAAAAAAAAAAAAAAAAAAAA=="}"#, "base64url"),
    (#"{"open":"AAAAAAAAAAAAAAAAAAAA+A"}"#, "base64url"),
    (#"{"open":"AAAAAAAAAA\nAAAAAAAAAAA"}"#, "base64url"), (#"{"open":""}"#, "open"),
    (#"{"open":"A"}"#, "base64url"),
  ])
  func whatIsNoReceiptIsRefused(receipt: String, expected: String) {
    #expect(code(receipt) == expected)
  }

  @Test(arguments: [
    #""x":1"#, #""I":1"#, #""i":-1"#, #""i":1.5"#, #""i":"1""#, #""i":1e18"#, #""n":null"#,
    #""i":3,"n":3"#, #""stub":0"#, #""stub":true"#, #""path":1"#, #""path":"AAAA""#,
  ])
  func membersOfAnotherKindAreRefused(member: String) {
    #expect(code("{\(Self.open(16)),\(member)}") == "receipt")
  }

  @Test(arguments: [
    #""i":0"#, #""i":2,"n":3"#, #""stub":1"#, #""path":"""#, #""mask":{}"#, #""i":1.0e0"#,
    #""\u0069":7"#,
  ])
  func membersAsTheyShouldBeAreAccepted(member: String) {
    #expect(code("{\(Self.open(16)),\(member)}") == nil)
  }

  @Test func refusalsOfTheFormReachIntoTheReceipt() {
    #expect(code("{\(Self.open(16)),\(Self.open(16))}") == "duplicate-key")
    #expect(code("{\(Self.open(16)),\"\\ud800\":1}") == "lone-surrogate")
    #expect(code("{\(Self.open(16)),\"i\":1e400}") == "number-range")
    #expect(code("{\(Self.open(16))}", event: #""a":1,"a":1"#) == "duplicate-key")
  }

  @Test(arguments: [
    #""a":1"#, #""/z/y":1"#, #""/a/b":1"#, #""/o/x/2":1"#, #""/o/x/00":1"#, #""/o/x/-":1"#,
    #""/o/x/-1":1"#, #""/o/x/1/":1"#, #""/~":1"#, #""/~2":1"#, #""/a~":1"#,
    #""/o":1,"/o/x":1"#, #""/o/x":1,"/o/x/0":1"#, #""/z":1,"/z/y":1"#, #""":1,"/a":1"#,
    #""/a":2"#, #""/a":true"#, #""/a":null"#, #""/a":{}"#, #""/a":"1""#, #""/a":[]"#, #""/a":[1]"#,
    #""/a":[[]]"#, #""/a":[[0,1]]"#, #""/a":[[0,1,1,1]]"#, #""/a":[[0,1,[1]]]"#,
    #""/a":[[2,1,1]]"#, #""/a":[[0,1,0]]"#, #""/a":[[-1,1,1]]"#, #""/a":[[0,1.5,1]]"#,
    #""/a":[[0,1,1],[1,2,1]]"#, #""/a":[[2,3,1],[0,1,1]]"#, #""/a":[[0,8,1]]"#,
    #""/a":[[0,7,1]]"#, #""/o":[[0,1,1]]"#, #""/o/x":[[0,1,1]]"#, #""/o/x/0":[[0,1,1]]"#,
    #""/z":[[0,1,1]]"#,
  ])
  func masksThatLeadNowhereOrOverlapAreRefused(mask: String) {
    #expect(code("{\(Self.open(320)),\"mask\":{\(mask)}}") == "mask")
  }

  @Test func zonesBeginAndEndBetweenCharacters() {
    for (zone, expected) in [("[1,3,1]", "open"), ("[0,2,1]", "mask"), ("[2,3,1]", "mask")] {
      #expect(
        code("{\(Self.open(320)),\"mask\":{\"/a\":[\(zone)]}}", event: #""a":"xéz""#) == expected)
    }
  }

  /// A count that no opening has tokens for costs neither time nor memory.
  @Test func zonesOfMoreSegmentsThanTokensAreRefusedAtOnce() {
    for count in ["11", "999999999999999999"] {
      #expect(code("{\(Self.open(320)),\"mask\":{\"/a\":[[0,1,\(count)]]}}") == "open")
    }
  }

  @Test func tokensAreUsedUpExactly() {
    // The event: a is a hash of 32 bytes, o a seed of 16.
    for count in [0, 16, 32, 47, 49, 64, 80] {
      #expect(code("{\(Self.open(count)),\"mask\":{\"/a\":1}}") == "open")
    }
    #expect(code("{\(Self.open(48)),\"mask\":{\"/a\":1}}") == nil)
    #expect(code("{\(Self.open(48)),\"mask\":{\"/a\":1}}", event: #""o":{}"#) == nil)
    #expect(code("{\(Self.open(64)),\"mask\":{\"/o/x/0\":1}}") == nil)
  }

  @Test func manyMasksAreFoundInTheirOrder() throws {
    // Pointers sort otherwise than names where those hold a slash or a tilde.
    let names = (0..<300).map {
      ["n\($0)", "n~\($0)", "n/\($0)", "\u{FB33}\($0)", "😂\($0)"][$0 % 5]
    }
    let pointers = names.map {
      $0.replacingOccurrences(of: "~", with: "~0").replacingOccurrences(of: "/", with: "~1")
    }
    let event = names.enumerated().filter { $0.offset % 3 > 0 }.map { "\"\($0.element)\":1" }
    let mask = pointers.enumerated().filter { $0.offset % 3 < 2 }.map { "\"/\($0.element)\":1" }
    // Hashes for 200, and seeds for the runs of others, which nobody knows here.
    #expect(
      code(
        "{\(Self.open(16)),\"mask\":{\(mask.joined(separator: ","))}}",
        event: event.joined(separator: ","))
        == "open")
    let elements = Array(repeating: "1", count: 300).joined(separator: ",")
    let indexes = (0..<300).shuffled().map { "\"/l/\($0)\":1" }.joined(separator: ",")
    #expect(
      code("{\(Self.open(300 * 32)),\"mask\":{\(indexes)}}", event: "\"l\":[\(elements)]") == nil)
  }
}
