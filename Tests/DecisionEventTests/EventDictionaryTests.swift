import DecisionEvent
import EventJSON
import Testing

@Suite struct EventDictionaryTests {
  private func problem(_ map: String) -> EventDictionary.Problem? {
    var dictionary = EventDictionary()
    do throws(EventDictionary.Problem) {
      try dictionary.add(map: map)
      return nil
    } catch {
      return error
    }
  }

  @Test func everyFieldHasAPath() {
    let dictionary = EventDictionary()
    for field in CanonicalField.allCases { #expect(!dictionary.paths(of: field).isEmpty) }
  }

  @Test func mappedPathsAreTriedAfterTheBuiltInOnes() throws {
    let map = "team = department, .unit.name\ntokens.input = n\n"
    #expect(try values("team", of: #"{"department":"d"}"#, map: map) == ["d"])
    #expect(try values("team", of: #"{"unit":{"name":"u"}}"#, map: map) == ["u"])
    #expect(try values("team", of: #"{"unit":{"name":"u"},"department":"d"}"#, map: map) == ["d"])
    #expect(try values("team", of: #"{"department":"d","team_id":"t"}"#, map: map) == ["t"])
    #expect(try values("tokens.input", of: #"{"n":5}"#, map: map) == ["5"])
    #expect(try values("team", of: #"{"department":"team_d"}"#, map: map) == ["team_d", "d"])
    #expect(try values("timestamp", of: #"{"ts":"x"}"#, map: "timestamp=ts") == ["x"])
    #expect(try outcome(of: #"{"state":"deny"}"#, map: "outcome = state") == "blocked")
  }

  @Test(arguments: [
    "", "\n\n", "# nothing\n", "   # nothing", "team=a", "team = a ,b", "\tteam\t=\ta\t",
    "team = a\n\nuser = b", #"team = "a b""#, "policies[].name = p[].n", "citations = c[]",
    "team = a\r\nuser = b\r\n", "\r\n", "# nothing\r\nteam = a\r\n",
  ])
  func wellFormedMapsAreTaken(map: String) { #expect(problem(map) == nil) }

  @Test func linesThatEndWithCRLFAreLines() throws {
    let map = "team = a\r\nuser.role = b\r\n"
    #expect(try values("team", of: #"{"a":"x","b":"y"}"#, map: map) == ["x"])
    #expect(try values("user.role", of: #"{"a":"x","b":"y"}"#, map: map) == ["y"])
  }

  @Test(arguments: [
    ("team", 1), ("team a", 1), ("\n\nteam", 3), ("tem = a", 1), ("user = b\nnothing = a", 2),
    ("team = ", 1), ("team = a,", 1), ("team = ,a", 1), ("team = a b", 1), ("= a", 1),
    ("team = a[", 1), ("# x\nteam = a..b", 2), ("team == a", 1), ("Team = a", 1),
  ])
  func brokenMapIsAProblemWithItsLine(map: String, line: Int) {
    let found = problem(map)
    #expect(found?.line == line)
    #expect(found?.reason.isEmpty == false)
  }
}
