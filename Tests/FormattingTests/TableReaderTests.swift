import Bytes
import EventJSON
import Foundation
import Stages
import TestSupport
import Testing

@testable import Formatting

@Suite struct TableReaderTests {
  /// Keeps the events that it is given.
  struct CollectingStage: ~Copyable, Stage {
    var events: [String] = []

    mutating func process(_ line: Span<UInt8>, into output: inout Output) -> Verdict {
      events.append(text(line))
      return .replaced
    }
  }

  /// What reading a file gives: its events, how it ended, and the messages.
  private func read(
    _ content: [UInt8], _ syntax: TableSyntax = .csv, maximumLine: Int = 1 << 20,
    onError: ErrorPolicy = .skip
  ) throws -> (events: [String], summary: RunSummary) {
    let folder = try TemporaryFolder()
    try Data(content).write(to: URL(fileURLWithPath: folder.path("t.csv")))
    var options = PumpOptions()
    options.emission = .nothing
    options.framing = .strip
    options.onError = onError
    options.maximumLine = maximumLine
    var pump = Pump(
      CollectingStage(), options: options,
      tool: ToolIdentity(name: "kt-test", version: "0", options: ""))
    let summary = pump.run { pump throws(Problem) in
      try TableInput.read(
        [folder.path("t.csv")], syntax, maximumLine: maximumLine, &pump)
    }
    return (pump.takeStage().events, summary)
  }

  private func events(_ text: String, _ syntax: TableSyntax = .csv) throws -> [String] {
    let result = try read(Array(text.utf8), syntax)
    #expect(result.summary.status == .success, "\(text)")
    return result.events
  }

  private func status(_ text: String) throws -> Stages.ExitStatus {
    try read(Array(text.utf8)).summary.status
  }

  @Test func theSpellingOfACellDecidesItsType() throws {
    #expect(
      try events("a,b,c,d,e,f\r\n\"1\",1.10,true,x,,\"\"\r\n") == [
        #"{"a":"1","b":1.10,"c":true,"d":"x","f":""}"#
      ])
    #expect(
      try events("a,b,c,d\n-0,1e400,01,+1\n") == [#"{"a":-0,"b":1e400,"c":"01","d":"+1"}"#])
  }

  @Test func recordsMayHaveLineBreaksAndQuotesInCells() throws {
    #expect(
      try events("a,b\r\n\"x\r\ny\",\"say \"\"hi\"\"\"\r\n1,2") == [
        #"{"a":"x\r\ny","b":"say \"hi\""}"#, #"{"a":1,"b":2}"#,
      ])
    #expect(try events("a,b\n\"\"\"\",\"\"\"\"\"\"\n") == [#"{"a":"\"","b":"\"\""}"#])
  }

  @Test func canonicalNamesGoWhereTheDictionaryLooksFirst() throws {
    #expect(
      try events(
        "id,user,user.email,tokens.input,org,outcome\n\"e\",\"u\",\"u@x\",5,\"o\",\"blocked\"\n")
        == [
          #"{"event_id":"e","user":{"id":"u","email":"u@x"},"usage":{"input_tokens":5},"#
            + #""org_id":"o","policy_outcome":"blocked"}"#
        ])
    #expect(try events("user,user.email\n,\n") == ["{}"])
  }

  @Test func listsThatGoTogetherMakeObjects() throws {
    #expect(
      try events(
        "policies[].name,policies[].verdict,policies[].reason\n\"a;b\\;c;\\\\\",\"pass;;block\",\n")
        == [
          #"{"policies_evaluated":[{"name":"a","verdict":"pass"},{"name":"b;c"},"#
            + #"{"name":"\\","verdict":"block"}]}"#
        ])
    #expect(
      try events("citations[],citations[].version\n\"a;b\",\"3;\"\n\"a\",\\\n\"\",\"\"\n") == [
        #"{"citations":[{"asset":"a","version":3},{"asset":"b"}]}"#,
        #"{"citations":[{"asset":"a"}]}"#, #"{"citations":[]}"#,
      ])
    #expect(
      try events("policies[].name,policies[].verdict\n\"\\e;a;\",\"x;\\e;\"\n") == [
        #"{"policies_evaluated":[{"name":"","verdict":"x"},{"name":"a","verdict":""},{}]}"#
      ])
    #expect(
      try events("citations[]\n\"a;;b\"\n\"\\\"\n\"\"\n\n") == [
        #"{"citations":["a",null,"b"]}"#, #"{"citations":[null]}"#, #"{"citations":[]}"#, "{}",
      ])
  }

  @Test func aTypedHeaderKeepsTypes() throws {
    #expect(
      try events(
        "id:string,tokens.input:number,.a.b:json,.a.c:json,.t:list\n"
          + "7,\"5\",\"\"\"x\"\"\",\"{\"\"k\"\": [1,\n null]}\",p;q\n,,null,,\n") == [
          #"{"event_id":"7","usage":{"input_tokens":5},"a":{"b":"x","c":{"k": [1, null]}},"#
            + #""t":["p","q"]}"#, #"{"a":{"b":null}}"#,
        ])
    // One name without a type, and the header has none.
    #expect(try events("id:string,a\n1,2\n") == [#"{"id:string":1,"a":2}"#])
  }

  @Test func theWholeWinsOverItsPartsUnlessItIsNull() throws {
    let header = "user:string,user.email:string,.user:json\n"
    #expect(try events(header + "u,e,\"\"\"x\"\"\"\n") == [#"{"user":"x"}"#])
    #expect(try events(header + "u,e,null\n") == [#"{"user":{"id":"u","email":"e"}}"#])
    #expect(try events(header + ",,null\n") == [#"{"user":null}"#])
  }

  @Test func aModelWithASlashGetsItsProviderBack() throws {
    #expect(
      try events("provider,model\n\"p\",\"m\"\n\"p\",\"a/m\"\n,\"a/m\"\n") == [
        #"{"provider":"p","model":"m"}"#, #"{"provider":"p","model":"p/a/m"}"#,
        #"{"model":"a/m"}"#,
      ])
  }

  @Test func theGuardIsTakenAwayWhereItStands() throws {
    #expect(
      try events("a,b,c,d\n\"'=1\",\"''=1\",\"'x\",\"' \u{3000}\u{FF1D}\"\n") == [
        "{\"a\":\"=1\",\"b\":\"'=1\",\"c\":\"'x\",\"d\":\" \u{3000}\u{FF1D}\"}"
      ])
    var syntax = TableSyntax.csv
    syntax.removesGuard = false
    #expect(try events("a\n\"'=1\"\n", syntax) == [#"{"a":"'=1"}"#])
  }

  @Test func theNullTextIsBare() throws {
    var syntax = TableSyntax.csv
    syntax.nullText = Array("NULL".utf8)
    #expect(
      try events("a,b,c\nNULL,\"NULL\",\n", syntax) == [#"{"b":"NULL","c":""}"#])
    #expect(try events("a:string,b:number,c:json\n,,\n", syntax) == [#"{"a":""}"#])
  }

  @Test func overridesStateTypes() throws {
    var syntax = TableSyntax.csv
    syntax.overrides = [
      try #require(ColumnOverride("a=string")), try #require(ColumnOverride("b=json")),
    ]
    #expect(try events("a,b,c\n1,\"[1,2]\",3\n", syntax) == [#"{"a":"1","b":[1,2],"c":3}"#])
    #expect(ColumnOverride("a") == nil)
    #expect(ColumnOverride("=json") == nil)
    #expect(ColumnOverride("a=text") == nil)
  }

  @Test func tabsSeparateCellsOfTSV() throws {
    #expect(try events("a\tb\n\"x\ty\"\t1,5\n", .tsv) == [#"{"a":"x\ty","b":"1,5"}"#])
  }

  @Test(arguments: [
    "x\"y,1\n", "\"x\"y,1\n", "\"x\" ,1\n", "1\n", "1,2,3\n", "1,2\r3\n", "1,2\r", "1,\"2",
  ])
  func aRecordThatBreaksARuleIsLeftOutAlone(record: String) throws {
    let before = "a,b\n7,8\n"
    let result = try read(Array((before + record).utf8))
    #expect(result.events == [#"{"a":7,"b":8}"#])
    #expect(result.summary.status == .badInput)
    #expect(result.summary.counts.malformed == 1)
    if record.hasSuffix("\n") {
      let result = try read(Array((before + record + "5,6\n").utf8))
      #expect(result.events == [#"{"a":7,"b":8}"#, #"{"a":5,"b":6}"#])
    }
  }

  @Test func aCellOfJSONIsOneValueAndNoMore() throws {
    for cell in ["1,\"\"x\"\":2", "{", "", "[1]]", "nul", "\u{1}", "\"\"\u{1}\"\""] {
      let text = ".a:json\n\"\(cell)\"\n"
      let result = try read(Array(text.utf8))
      #expect(result.events == (cell.isEmpty ? ["{}"] : []), "\(cell)")
    }
    let deep = String(repeating: "[", count: 600) + String(repeating: "]", count: 600)
    #expect(try status(".a:json\n\(deep)\n") == .badInput)
  }

  @Test(arguments: [
    "\n", "a,a\n", "a,\n", "policies,policies[].name\n", "\"a\n", "_kt_stream\n", "._kt_stream.x\n",
    ".a[].b[]\n", ". a\n", "é,e\u{301},é\n", "citations[]:string\n",
    String(repeating: "a.", count: 70) + "a\n",
  ])
  func aHeaderThatCanNotBeUsedIsBadInput(header: String) throws {
    #expect(try status(header + "1,2\n") == .badInput)
  }

  @Test func anEmptyFileHasNoHeader() throws {
    #expect(try status("") == .badInput)
    #expect(try status("\u{FEFF}") == .badInput)
    #expect(try events("a,b\n") == [])
  }

  @Test func invalidUTF8IsMalformed() throws {
    let result = try read(Array("a\nx".utf8) + [0xC3, 0x28, 0x0A] + Array("\u{1F600}\n".utf8))
    #expect(result.events == ["{\"a\":\"\u{1F600}\"}"])
    #expect(result.summary.counts.malformed == 1)
  }

  @Test func aByteOrderMarkIsDroppedAtTheStart() throws {
    #expect(try events("\u{FEFF}a\n\"\u{FEFF}\"\n") == ["{\"a\":\"\u{FEFF}\"}"])
  }

  @Test func aRecordOverTheLimitHarmsNoOther() throws {
    let long = String(repeating: "x", count: 700_000)
    for middle in ["\"\(long)\n\"\"\n\"", long] {
      let text = "a\n1\n\(middle)\n2\n\"\(long)"
      let result = try read(Array(text.utf8), maximumLine: 1000)
      #expect(result.events == [#"{"a":1}"#, #"{"a":2}"#])
      #expect(result.summary.counts.malformed == 2)
    }
  }

  @Test func allStatesOfARunAreTold() throws {
    let result = try read(Array("a\n1\n\"x\n".utf8), onError: .fail)
    #expect(result.events == [#"{"a":1}"#])
    #expect(result.summary.wasStopped)
    #expect(result.summary.status == .badInput)
  }
}
