import Bytes
import Commitments
import Digests
import Foundation
import Stages
import TestSupport
import Testing

@testable import Integrity

@Suite struct EvidenceReaderTests {
  private func codes(
    of export: SampleExport, trusting: Bool = true
  ) throws -> [FindingCode] {
    try export.evidence(trusting: trusting).findings.map(\.code)
  }

  @Test func evidenceOfASealedExportIsWhole() throws {
    let export = try SampleExport()
    let (evidence, findings) = try export.evidence()
    #expect(findings.isEmpty)
    #expect(evidence.first == 0 && evidence.count == 8)
    #expect(evidence.logs?.whole.size == 9 && evidence.salt == export.salt)
    #expect(evidence.signatures.map(\.key) == [export.key.verifier])
  }

  @Test func nobodyIsTrustedByTheEvidenceItself() throws {
    let export = try SampleExport()
    #expect(try codes(of: export, trusting: false) == [.untrustedKey])
    var options = export.options()
    options.trust = TrustPolicy(try SampleExport(events: 1).key.verifier)
    #expect(try EvidenceReader.read(options).findings.map(\.code) == [.untrustedKey])
  }

  @Test func everyByteOfTheCheckpointCounts() throws {
    let export = try SampleExport()
    let size = try export.folder.require(.checkpoint).count
    for place in 0..<size {
      try export.edit(.checkpoint) { $0[place] ^= 1 }
      let answer = try answer(of: export)
      #expect(answer != .verified, "byte \(place)")
      try export.edit(.checkpoint) { $0[place] ^= 1 }
    }
    #expect(try codes(of: export).isEmpty)
  }

  @Test func everyByteOfTheManifestCounts() throws {
    let export = try SampleExport()
    let size = try export.folder.require(.manifest).count
    for place in 0..<size - 1 {
      try export.edit(.manifest) { $0[place] ^= 1 }
      let found = try codes(of: export)
      #expect(found.contains(.sealMismatch), "byte \(place): \(found)")
      try export.edit(.manifest) { $0[place] ^= 1 }
    }
  }

  @Test func everyLeafCounts() throws {
    let export = try SampleExport()
    for place in stride(from: 0, to: 9 * 32, by: 31) {
      try export.edit(.leaves) { $0[place] ^= 0x80 }
      #expect(try codes(of: export).contains(.rootMismatch), "byte \(place)")
      try export.edit(.leaves) { $0[place] ^= 0x80 }
    }
    try export.edit(.leaves) { $0.removeLast(32) }
    #expect(try codes(of: export).contains(.rootMismatch))
    try export.edit(.leaves) { $0.removeLast() }
    #expect(try codes(of: export).contains(.rootMismatch))
  }

  @Test func saltOfAnotherExportIsOfNoUse() throws {
    let export = try SampleExport()
    let other = try #require(ExportSalt(bytes: (0..<32).map { UInt8($0 + 1) }))
    var file = Output(capacity: 128)
    other.appendFile(to: &file)
    let text = copy(file.bytes)
    try export.edit(.salt) { $0 = text }
    #expect(try codes(of: export) == [.wrongSalt])
    try export.edit(.salt) { $0[30] ^= 1 }
    #expect(try codes(of: export) == [.wrongSalt])
    #expect(try export.evidence().evidence.salt == nil)
  }

  @Test func whatIsMissingIsNamedOrMissed() throws {
    let export = try SampleExport()
    try export.remove(.salt)
    #expect(try codes(of: export).isEmpty)
    try export.remove(.leaves)
    #expect(try codes(of: export).isEmpty)
    #expect(try export.evidence().evidence.logs == nil)
    try export.remove(.manifest)
    #expect(throws: Problem.self) { try export.evidence() }
    var alone = EvidenceOptions()
    alone.checkpoint = export.folder.path(of: .checkpoint)
    alone.trust = TrustPolicy(export.key.verifier)
    #expect(try EvidenceReader.read(alone).findings.isEmpty)
    try export.remove(.checkpoint)
    #expect(throws: Problem.self) { try EvidenceReader.read(alone) }
  }

  @Test func manifestOfAnotherExportIsNotTheSeal() throws {
    let (one, two) = (try SampleExport(), try SampleExport())
    let manifest = try two.folder.require(.manifest)
    try one.edit(.manifest) { $0 = manifest }
    // The same events under the same salt: only the time of sealing may differ.
    if manifest != (try one.folder.require(.manifest)) { Issue.record("nothing was edited") }
    let leaves = try two.folder.require(.leaves)
    if try one.folder.require(.leaves) != leaves {
      #expect(try codes(of: one).contains(.sealMismatch))
    }
  }

  @Test func logThatIsExtendedBeginsWithTheOldOne() throws {
    let first = try SampleExport()
    let frontier = try PreviousLog.frontier(
      of: first.folder, origin: "log.example/test", trust: TrustPolicy(first.key.verifier))
    let second = try SampleExport(events: 5, after: frontier, key: first.key)
    let (evidence, findings) = try second.evidence()
    #expect(findings.isEmpty && evidence.first == 9 && evidence.count == 5)
    let body = try LogGrowth.proof(
      from: first.folder.path(of: .checkpoint), to: second.options())
    #expect(String(decoding: body, as: UTF8.self).hasPrefix("old 9\n"))
    #expect(throws: Problem.self) {
      try LogGrowth.proof(from: second.folder.path(of: .checkpoint), to: first.options())
    }
  }

  @Test func logOfAnotherKeyIsNotExtended() throws {
    let export = try SampleExport()
    let other = try SampleExport(events: 1)
    #expect(throws: Problem.self) {
      try PreviousLog.frontier(
        of: export.folder, origin: "log.example/test", trust: TrustPolicy(other.key.verifier))
    }
    #expect(throws: Problem.self) {
      try PreviousLog.frontier(
        of: export.folder, origin: "log.example/other", trust: TrustPolicy(export.key.verifier))
    }
  }

  private func answer(of export: SampleExport) throws -> FindingTally.Answer {
    var tally = FindingTally()
    do throws(Problem) {
      for finding in try EvidenceReader.read(export.options()).findings {
        tally.count(finding.code)
      }
    } catch {
      return .cannotTell
    }
    return tally.answer(comparedAnything: true)
  }
}
