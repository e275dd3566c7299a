import Foundation
import Stages
import TestSupport
import Testing

@testable import Checking

@Suite struct ProfileReaderTests {
  @Test(arguments: Profile.builtIn.map(\.name))
  func aBuiltInProfileIsItsFileByteForByte(name: String) throws {
    let file = Locations.repository.appendingPathComponent("pipelines/profiles/\(name).json")
    let text = try #require(Profile.builtIn.first { $0.name == name }).text
    #expect(try Data(contentsOf: file) == Data(text.description.utf8))
    let profile = try Profile(named: name)
    #expect(profile.name == name)
    #expect(Set(profile.entries.keys) == Set(Check.allCases))
    #expect(profile.entries.values.allSatisfy { !$0.references.isEmpty })
    #expect(profile.note.contains("It does not prove"))
    guard case .checks(let checks) = profile.requirement else {
      Issue.record("a profile names what it requires")
      return
    }
    #expect(checks.contains(.outcome) && checks.contains(.reasons))
  }

  @Test func everyProfileOfTheFolderIsBuiltIn() throws {
    let folder = Locations.repository.appendingPathComponent("pipelines/profiles")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.sorted() == Profile.builtIn.map { "\($0.name).json" }.sorted())
  }

  @Test(
    arguments: [
      (#"{"name":"a","title":"b"}"#, "expected the members name, title and checks"),
      (#"{"name":"a","title":"b","checks":[]}"#, "checks: expected an object"),
      (#"{"name":1}"#, "name: expected a string"),
      (#"{"nam":"a"}"#, "unknown member 'nam'; expected name, title, note, checks"),
      (#"{"name":"a","name":"b"}"#, ": 'name' stands twice"),
      (
        #"{"checks":{"outcome":{"required":1}}}"#, "checks.outcome.required: expected true or false"
      ),
      (
        #"{"checks":{"outcome":{"serves":[{"title":"x"}]}}}"#,
        "checks.outcome.serves[0]: expected reference and title"
      ),
      (#"{"checks":{"outcome":{"needed":true}}}"#, "checks.outcome: unknown member 'needed'"),
      (#"{"checks":{"outcom":{}}}"#, "checks: unknown check 'outcom'; did you mean 'outcome'?"),
      (#"{"name":"#, "line 1: byte 9:"), ("[]", "line 1: byte 1:"),
    ])
  func aWrongProfileIsToldByItsMember(text: String, expected: String) {
    let reader = ProfileReader(Array(text.utf8), named: "p.json")
    do throws(Problem) {
      _ = try reader.profile()
      Issue.record("a wrong profile is taken")
    } catch {
      #expect(error.status == .usage)
      #expect(error.message.hasPrefix("--profile: p.json: "))
      #expect(error.message.contains(expected), "\(error.message)")
    }
  }
}
