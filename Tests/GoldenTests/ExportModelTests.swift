import Foundation
import TestSupport
import Testing

/// Random sequences of exports, through the executables, against a list of events (issue 3): runs
/// that replace, repeat, add, are refused, are cut off and are killed at any moment.
///
/// After each of them the export is the one that was there or the new one, whole, or for as long as
/// changed files are being replaced it has no manifest; then the next run leaves old or new.
@Suite struct ExportModelTests {
  /// KT_MODEL_RUNS sequences, each with the seed behind that of the one before.
  static let runs: Int = {
    let given = ProcessInfo.processInfo.environment["KT_MODEL_RUNS"].flatMap { Int($0) }
    return given ?? 32
  }()
  static let firstSeed = SeededGenerator(for: "ExportModelTests").seed

  @Test(arguments: 0..<runs)
  func everySequenceLeavesTheEventsOfTheModel(number: Int) throws {
    let seed = Self.firstSeed &+ UInt64(number)
    var sequence = try ModelSequence(seed: seed)
    for _ in 0..<8 {
      let objection = try sequence.step()
      guard objection.isEmpty else {
        Issue.record("\(objection)\n\(sequence.story)\nKT_SEED=\(seed) KT_MODEL_RUNS=1")
        return
      }
    }
    let objection = try sequence.end()
    #expect(
      objection.isEmpty, "\(objection)\n\(sequence.story)\nKT_SEED=\(seed) KT_MODEL_RUNS=1")
  }
}
