import Testing

@testable import Redaction

@Suite struct DetectionTermsTests {
  private static func terms(_ texts: [String]) throws -> DetectionTerms {
    var terms = DetectionTerms()
    for text in texts { try terms.add(text) }
    return terms
  }

  private static func names(_ bits: UInt64) -> Set<String> {
    Set(KindTable.entries.filter { bits & 1 << UInt64($0.kind.rawValue) != 0 }.map(\.name))
  }

  @Test func groupsAreAllKindsOfTheirClass() throws {
    let pii = try Self.terms(["pii"]).kinds(besides: nil)
    let secrets = try Self.terms(["secrets"]).kinds(besides: nil)
    #expect(pii & secrets == 0)
    #expect(pii | secrets == DetectionTerms.everything)
    #expect(Self.names(pii).contains("EMAIL_ADDRESS"))
    #expect(Self.names(secrets).contains("JWT"))
  }

  @Test func whatIsLeftOutIsLeftOutWhereverItStands() throws {
    let first = try Self.terms(["-IP_ADDRESS,pii"])
    let last = try Self.terms(["pii", "-IP_ADDRESS"])
    #expect(first == last)
    #expect(!Self.names(first.kinds(besides: nil)).contains("IP_ADDRESS"))
  }

  @Test func leavingOutAloneIsLeavingOutOfAll() throws {
    let kinds = try Self.terms(["-secrets"]).kinds(besides: nil)
    #expect(try kinds == Self.terms(["pii"]).kinds(besides: nil))
  }

  @Test func anotherSourceIsAddedTo() throws {
    let policy = try Self.terms(["JWT,VIN,-VIN"]).kinds(besides: nil)
    #expect(Self.names(policy) == ["JWT"])
    let options = try Self.terms(["VIN", "-JWT"])
    #expect(Self.names(options.kinds(besides: policy)) == ["VIN"])
    #expect(Self.names(try Self.terms(["-JWT"]).kinds(besides: policy)).isEmpty)
    #expect(try Self.terms(["none"]).kinds(besides: policy) == 0)
  }

  @Test(arguments: ["", " ", ","])
  func nothingIsNotEverything(text: String) {
    #expect(throws: RuleProblem.self) { try Self.terms([text]) }
  }

  @Test func noneStandsAlone() {
    #expect(throws: RuleProblem.self) { try Self.terms(["none,pii"]) }
    #expect(throws: RuleProblem.self) { try Self.terms(["-JWT", "none"]) }
  }

  @Test(arguments: [
    ("EMIAL_ADDRESS", "unknown kind; did you mean EMAIL_ADDRESS?"),
    ("jwt", "unknown kind; did you mean JWT?"), ("secret", "unknown kind; did you mean secrets?"),
    ("whatever", "unknown kind; 'kt-redact kinds' lists them"),
  ])
  func anUnknownKindIsRefusedWithTheNearest(name: String, reason: String) {
    #expect(throws: RuleProblem(reason, about: name)) { try Self.terms(["pii,\(name)"]) }
  }
}
