import Foundation
import TestSupport
import Testing

/// The golden case of planted values, over as many events as the issue asks for.
@Suite struct PlantedValuesTests {
  private static let name = "kt-redact/every-planted-value-goes-and-nothing-else-changes"

  @Test func ofAHundredThousandEventsEveryPlantedValueGoesAndNothingElseChanges() throws {
    guard ProcessInfo.processInfo.environment["KT_HEAVY"] == "1" else {
      print("skipped: 100,000 events take a minute; KT_HEAVY=1 runs them")
      return
    }
    let golden = GoldenCase(
      folder: GoldenCase.root.appendingPathComponent(Self.name), name: Self.name)
    let missing = try golden.missingCommands()
    guard missing.isEmpty else {
      print("skipped: \(golden.name) needs \(missing.joined(separator: ", "))")
      return
    }
    let result = try golden.run(timeout: 900, environment: ["KT_EVENTS": "100000"])
    #expect(result.outputText == (try golden.expected().outputText))
    #expect(result.errorText.isEmpty)
    #expect(result.status == 0)
  }
}
