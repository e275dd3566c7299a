import EventJSON
import Integrity
import Testing

@Suite struct HashPairTests {
  @Test func pairsOfTheUserAreCheckedToo() throws {
    let event =
      #"{"digests":[{"of":"\#(SampleHash.hi)"},"\#(SampleHash.yo)"],"a/b":{"m~n":"hi"},"7":"yo","messages":[{"t":"x"},{"t":"yo"}]}"#
    #expect(
      try contentChecks(
        event, pairs: ["/digests/0/of=/a~1b/m~0n", "/digests/1=/7", "/digests/1=/messages/1/t"])
        == ["/digests/0/of ok", "/digests/1 ok", "/digests/1 ok"])
    #expect(
      try contentChecks(
        event, pairs: ["/digests/1=/messages/0/t", "/digests/2=/7", "/digests/01=/7"])
        == ["/digests/2 no-hash", "/digests/01 no-hash", "/digests/1 mismatch"])
    #expect(
      try contentChecks(event, pairs: ["/digests/1=/messages/1", "/digests/1=/none"])
        == ["/digests/1 no-text", "/digests/1 no-text"])
  }

  @Test func aPairTakesThePlaceOfTheOrdinaryRuleForItsHash() throws {
    let event =
      #"{"input":"hi","system":"yo","input_hash":"\#(SampleHash.yo)","prompt_hash":"\#(SampleHash.hi)"}"#
    #expect(
      try contentChecks(event, pairs: ["/input_hash=/system"])
        == ["/input_hash ok", "/prompt_hash ok"])
  }

  @Test func masksReachWhatStandsInside() throws {
    let event =
      #"{"_kt":{"mask":{"/messages/1":1}},"messages":["x",{"t":"yo"}],"hash":"\#(SampleHash.yo)"}"#
    #expect(try contentChecks(event, pairs: ["/hash=/messages/1/t"]) == ["/hash leak"])
    #expect(try contentChecks(event, pairs: ["/hash=/messages/0"]) == ["/hash mismatch"])
    #expect(
      try contentChecks(event, pairs: ["/messages/1/h=/messages/0"]) == ["/messages/1/h withheld"])
  }

  @Test func membersThatStandTwiceOnTheWayAreRefused() throws {
    let event = #"{"a":[{"t":"yo","\u0074":"hi"}],"hash":"\#(SampleHash.yo)"}"#
    #expect(throws: JSONProblem.self) { try contentChecks(event, pairs: ["/hash=/a/0/t"]) }
  }

  @Test(arguments: [
    "", "=", "/a", "/a=", "/a=b", "a=/b", "/a=/b=/c", "/a~2=/b", "/a=/b~", "/=/b=/",
  ])
  func whatIsNoPairIsRefused(pair: String) {
    #expect(throws: HashPair.Problem.self) { try HashPair(pair) }
  }

  @Test func namesMayHoldAnEqualsSignAndBeEmpty() throws {
    #expect(
      try contentChecks(#"{"a=b":"\#(SampleHash.hi)","":"hi"}"#, pairs: ["/a=b=/"]) == ["/a=b ok"])
  }
}
