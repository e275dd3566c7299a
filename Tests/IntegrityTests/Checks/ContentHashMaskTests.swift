import Testing

@Suite struct ContentHashMaskTests {
  private func event(mask: String, hash: String, input: String?) -> String {
    let text = input.map { #","input":\#($0)"# } ?? ""
    return #"{"_kt":{"open":"","mask":{\#(mask)}},"content_hashes":{"input":\#(hash)}\#(text)}"#
  }

  @Test(arguments: [
    "\"/content_hashes/input\":1", "\"/content_hashes\":1", "\"\":1",
    "\"/content_hashes/input\":[[0,4,1]]", "\"\\u002fcontent_hashes\":1",
  ])
  func aHashThatTheReceiptMasksIsWithheld(mask: String) throws {
    for hash in [#""\#(SampleHash.hi)""#, #""[REDACTED]""#, "null", "0"] {
      #expect(
        try contentChecks(event(mask: mask, hash: hash, input: #""hi""#))
          == ["/content_hashes/input withheld"])
      #expect(
        try contentChecks(event(mask: "\(mask),\"/input\":1", hash: hash, input: #""[X]""#))
          == ["/content_hashes/input withheld"])
    }
  }

  @Test(arguments: ["\"/input\":1", "\"/input\":[[0,4,1]]", "\"\\u002finput\":1"])
  func aPlainHashOfAMaskedTextIsALeak(mask: String) throws {
    for text in [#""hi""#, #""[X]""#, "null", "0", nil] {
      for hash in [
        "sha256:\(SampleHash.hi)", SampleHash.hi, "md5:49f68a5c8493ec2c0bf489821c21fc3b",
      ] {
        #expect(
          try contentChecks(event(mask: mask, hash: #""\#(hash)""#, input: text))
            == ["/content_hashes/input leak"])
      }
    }
    #expect(
      try contentChecks(event(mask: mask, hash: #""[REDACTED]""#, input: #""x""#))
        == ["/content_hashes/input withheld"])
    #expect(
      try contentChecks(event(mask: mask, hash: #""sha256:zz""#, input: #""x""#))
        == ["/content_hashes/input malformed"])
  }

  @Test func theMaskOfAnotherTextOrMemberHidesNothing() throws {
    for mask in [
      "\"/output\":1", "\"/input/x\":1", "\"/content_hashes/inputs\":1", "\"/content\":1",
      "\"input\":1", "\"/team\":1",
    ] {
      #expect(
        try contentChecks(event(mask: mask, hash: #""\#(SampleHash.hi)""#, input: #""hi""#))
          == ["/content_hashes/input ok"], "\(mask)")
    }
  }

  @Test func hashesThatAreGoneCountWhereTheReceiptMasksThem() throws {
    let mask = #""_kt":{"mask":{"/input":1,"/content_hashes/input":1,"/output_hash":1}}"#
    #expect(
      try contentChecks(#"{\#(mask),"content_hashes":{},"input":"[X]"}"#)
        == ["/content_hashes/input withheld", "/output_hash withheld"])
    let whole = #""_kt":{"mask":{"/content_hashes":1}}"#
    for hashes in ["", #","content_hashes":null"#, #","content_hashes":"[REDACTED]""#] {
      #expect(try contentChecks("{\(whole)\(hashes)}") == ["/content_hashes withheld"])
    }
    #expect(try contentChecks(#"{"content_hashes":"[REDACTED]"}"#) == ["/content_hashes withheld"])
  }
}
