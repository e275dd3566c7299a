import Digests
import EventJSON
import Foundation
import Integrity
import TestSupport
import Testing

@Suite struct ContentHashCheckTests {
  private struct Row: Decodable {
    let event: String
    let checks: [[String]]
  }

  @Test func theVectorsHaveTheirStatuses() throws {
    let file = Locations.repository
      .appendingPathComponent("Tests/IntegrityTests/Vectors/kt/content.jsonl")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 10)
    for line in lines {
      let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
      #expect(
        try contentChecks(row.event) == row.checks.map { "\($0[0]) \($0[1])" }, "\(row.event)")
    }
  }

  @Test func everyNameOfAFamilyFindsItsTextInAllForms() throws {
    for family in [["input", "prompt", "request"], ["output", "response", "completion"]] {
      for hash in family {
        for text in family {
          let event = #""\#(text)":"hi""#
          #expect(
            try contentChecks(
              #"{\#(event),"content_hashes":{"\#(hash)":"sha256:\#(SampleHash.hi)"}}"#)
              == ["/content_hashes/\(hash) ok"])
          #expect(
            try contentChecks(#"{\#(event),"\#(hash)_hash":"\#(SampleHash.hi)"}"#) == [
              "/\(hash)_hash ok"
            ])
          #expect(
            try contentChecks(#"{\#(event),"\#(hash)_sha256":"\#(SampleHash.yo)"}"#)
              == ["/\(hash)_sha256 mismatch"])
        }
      }
    }
  }

  @Test func theMemberOfThatNameGoesBeforeOthersOfTheFamily() throws {
    let hashes = #""content_hashes":{"prompt":"\#(SampleHash.hi)"}"#
    #expect(
      try contentChecks(#"{"input":"yo","prompt":"hi",\#(hashes)}"#) == [
        "/content_hashes/prompt ok"
      ])
    #expect(
      try contentChecks(#"{"input":"yo","prompt":["hi"],\#(hashes)}"#)
        == ["/content_hashes/prompt mismatch"])
    #expect(
      try contentChecks(#"{"input":{},"request":"hi","output":"hi",\#(hashes)}"#)
        == ["/content_hashes/prompt ok"])
    #expect(try contentChecks(#"{"output":"hi",\#(hashes)}"#) == ["/content_hashes/prompt no-text"])
  }

  @Test func textsAreHashedAsTheyReadAndNotAsTheyAreSpelled() throws {
    for spelled in ["hi", #"\u0068i"#, #"\u0068\u0069"#] {
      for hash in [
        SampleHash.hi, SampleHash.hi.uppercased(), "SHA256:\(SampleHash.hi)",
        #"sha256\u003a\#(SampleHash.hi)"#,
      ] {
        #expect(
          try contentChecks(#"{"\u0069nput":"\#(spelled)","input_hash":"\#(hash)"}"#)
            == ["/input_hash ok"])
      }
    }
    #expect(
      try contentChecks(#"{"output":"","output_hash":"\#(SampleHash.empty)"}"#) == [
        "/output_hash ok"
      ])
    // The three bytes that a lone surrogate would have are no text: no hash is its hash.
    #expect(
      try contentChecks(#"{"output":"\ud800","output_hash":"\#(SampleHash.empty)"}"#) == [
        "/output_hash mismatch"
      ])
  }

  @Test func longHashesAreComparedToo() throws {
    let long = [
      "sha384:0791006df8128477244f53d0fdce210db81f55757510e26acee35c18a6bceaa28dcdbbfd6dc041b9b4dc7b1b54e37f52",
      "SHA512:150a14ed5bea6cc731cf86c41566ac427a8db48ef1b9fd626664b3bfbb99071fa4c922f33dde38719b8c8354e2b7ab9d77e0e67fc12843920a712e73d558e197",
    ]
    for hash in long {
      #expect(try contentChecks(#"{"input":"hi","input_hash":"\#(hash)"}"#) == ["/input_hash ok"])
      #expect(
        try contentChecks(#"{"input":"ho","input_hash":"\#(hash)"}"#) == ["/input_hash mismatch"])
      #expect(
        try contentChecks(#"{"input":"hi","input_hash":"\#(hash.dropLast())"}"#)
          == ["/input_hash malformed"])
    }
  }

  @Test(arguments: [
    (#""sha256:""#, "malformed"), (#""""#, "malformed"), (#"":\#(SampleHash.hi)""#, "malformed"),
    (#""\#(SampleHash.hi)0""#, "malformed"), (#""\#(SampleHash.hi.dropLast())g""#, "malformed"),
    (#""sha256: \#(SampleHash.hi)""#, "malformed"), (#""sha512:\#(SampleHash.hi)""#, "malformed"),
    ("1", "malformed"),
    (#"{"sha256":"\#(SampleHash.hi)"}"#, "malformed"),
    (#""md5:49f68a5c8493ec2c0bf489821c21fc3b""#, "unsupported"),
    (#""sha-256:\#(SampleHash.hi)""#, "unsupported"), ("null", "no-hash"),
    (#""[REDACTED]""#, "withheld"),
  ])
  func valuesThatAreNoDigestSayWhatTheyAre(value: String, status: String) throws {
    #expect(
      try contentChecks(#"{"input":"hi","input_hash":\#(value)}"#) == ["/input_hash \(status)"])
    #expect(
      try contentChecks(#"{"input":"hi","content_hashes":{"input":\#(value)}}"#)
        == ["/content_hashes/input \(status)"])
  }

  @Test func everyByteOfAHashCounts() throws {
    let digits = Array(SampleHash.hi.utf8)
    for offset in digits.indices {
      var changed = digits
      changed[offset] = changed[offset] == 0x30 ? 0x31 : 0x30
      let hash = String(decoding: changed, as: UTF8.self)
      #expect(
        try contentChecks(#"{"input":"hi","input_hash":"\#(hash)"}"#) == ["/input_hash mismatch"])
    }
  }

  @Test func whateverTheSpellingOfATextItsHashIsTheSame() throws {
    var generator = SeededGenerator(for: "ContentHashCheckTests.spelling")
    let scalars: [Unicode.Scalar] = [
      "a", "\"", "\\", "/", "\n", "\u{1}", "\u{7F}", "é", "\u{2028}", "🙏",
    ]
    for _ in 0..<300 {
      let text = (0..<generator.below(200)).map { _ in generator.pick(scalars) }
      let plain = Array(text.map { String($0) }.joined().utf8)
      var digest = StreamDigest()
      digest.update(plain.span)
      let hash = digest.finalize().map { String($0 / 16, radix: 16) + String($0 % 16, radix: 16) }
      let spelled = text.map { Self.spelled($0, generator.below(2) == 0) }.joined()
      let event = #"{"x":"{\"input\":1}","input":"\#(spelled)","input_sha256":"\#(hash.joined())"#
      #expect(try contentChecks(event + #""}"#) == ["/input_sha256 ok"])
      let longer = #"{"input":"\#(spelled) ","input_sha256":"\#(hash.joined())"}"#
      #expect(try contentChecks(longer) == ["/input_sha256 mismatch"])
    }
  }

  private static func spelled(_ scalar: Unicode.Scalar, _ isEscaped: Bool) -> String {
    guard isEscaped || scalar.value < 0x20 || scalar == "\"" || scalar == "\\" else {
      return String(scalar)
    }
    return String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  @Test func resultsStandInTheOrderOfTheLine() throws {
    #expect(
      try contentChecks(
        #"{"response_hash":"\#(SampleHash.hi)","content_hashes":{"output":"\#(SampleHash.yo)","input":"\#(SampleHash.hi)"},"input":"hi","output":"yo"}"#
      ) == ["/response_hash mismatch", "/content_hashes/output ok", "/content_hashes/input ok"])
    #expect(try contentChecks(#"{"input":"hi"}"#) == [])
    #expect(try contentChecks(#"{"input":"hi","content_hashes":["x"]}"#) == [])
    #expect(try contentChecks(#"{"input":"hi","content_hashes":{"system":"x"}}"#) == [])
  }

  @Test func aLineThatSaysAHashOrATextTwiceIsRefused() {
    for line in [
      #"{"input":"hi","input":"yo","input_hash":"\#(SampleHash.hi)"}"#,
      #"{"input":"hi","input_hash":"\#(SampleHash.hi)","input_hash":"\#(SampleHash.hi)"}"#,
      #"{"input":"hi","\u0069nput":"hi"}"#, #"{"_kt":{},"_kt":{}}"#, "{", "[]", "",
    ] {
      #expect(throws: JSONProblem.self, "\(line)") { try contentChecks(line) }
    }
  }
}
