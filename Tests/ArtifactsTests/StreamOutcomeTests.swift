import Bytes
import Compression
import Manifests
import Testing

@testable import Artifacts
@testable import Stages

@Suite struct StreamOutcomeTests {
  private func summary(
    read: Int = 5, malformed: Int = 0, isFramed: Bool = true, incompleteness: String? = nil,
    wasStopped: Bool = false, stages: String = ""
  ) -> RunSummary {
    var counts = Counts()
    (counts.read, counts.malformed, counts.written) = (read, malformed, read - malformed)
    return RunSummary(
      status: wasStopped ? .failure : .success, wasStopped: wasStopped, isContinued: false,
      frames: [],
      counts: counts,
      kept: read, bytesRead: 100, isFramed: isFramed, incompleteness: incompleteness,
      stages: Array(stages.utf8))
  }

  private func outcome(_ summary: RunSummary, allowsPartial: Bool = false) throws -> StreamOutcome {
    try StreamOutcome(
      summary, allowsPartial: allowsPartial, consequence: "; nothing published")
  }

  private func described(_ summary: RunSummary) throws -> ExportManifest {
    var manifest = ManifestSamples.export([])
    let tool = ToolIdentity(name: "kt-sink", version: "7", options: "out.gz")
    try outcome(summary, allowsPartial: true).describe(
      summary, doubting: nil, by: tool, in: &manifest)
    return manifest
  }

  @Test func completeStreamIsPublished() throws {
    #expect(try outcome(summary()).isPublished)
    let manifest = try described(summary())
    #expect(manifest.isFramed && manifest.isComplete == true && manifest.incompleteness == nil)
  }

  // spec/cli.md: "Malformed lines left out make status partial".
  @Test(
    arguments: [
      ("no end frame (3 events read)", 0, "no end frame (3 events read)"),
      (nil, 1, "1 malformed line left out"), (nil, 2, "2 malformed lines left out"),
      ("no end frame", 2, "no end frame"),
    ] as [(String?, Int, String)])
  func incompleteStreamIsPublishedOnlyWhereThatIsAllowed(
    incompleteness: String?, malformed: Int, reason: String
  ) throws {
    let summary = summary(malformed: malformed, incompleteness: incompleteness)
    let problem = #expect(throws: Problem.self) { try outcome(summary) }
    #expect(
      problem
        == Problem(.badInput, "stream not complete: \(reason); nothing published"))
    #expect(try outcome(summary, allowsPartial: true).isPublished)
    let manifest = try described(summary)
    #expect(manifest.isComplete == false && manifest.incompleteness == reason)
  }

  @Test func stoppedRunPublishesNothingAndWasReported() throws {
    let summary = summary(incompleteness: "no end frame", wasStopped: true)
    for allowsPartial in [false, true] {
      #expect(try !outcome(summary, allowsPartial: allowsPartial).isPublished)
    }
  }

  @Test func nobodyKnowsWhetherUnframedInputIsComplete() throws {
    let manifest = try described(summary(isFramed: false))
    #expect(!manifest.isFramed && manifest.isComplete == nil)
    let partial = try described(summary(malformed: 1, isFramed: false))
    #expect(!partial.isFramed && partial.isComplete == false)
  }

  @Test func stagesEndWithTheSinksOwn() throws {
    let stages =
      #"{"tool":"kt-source","version":"1","in":9,"out":5,"dropped":4,"malformed":0,"options":"a"}"#
    let manifest = try described(summary(read: 5, malformed: 1, stages: stages))
    #expect(manifest.stages.map(\.tool) == ["kt-source", "kt-sink"])
    #expect(manifest.stages[0].read == 9 && manifest.stages[0].dropped == 4)
    let own = manifest.stages[1]
    #expect(own.version == "7" && own.options == "out.gz")
    #expect(own.read == 5 && own.written == 4 && own.malformed == 1 && own.isBalanced)
  }

  @Test(arguments: [#"{"tool":"x"}"#, "1", #"{"tool":1,"version":"1","in":1,"out":1}"#])
  func stagesThatCantBeReadAreAProblem(stages: String) {
    let problem = #expect(throws: Problem.self) { try described(summary(stages: stages)) }
    #expect(problem?.status == .badInput)
    #expect(problem?.message.hasSuffix("; nothing published") == true)
  }

  @Test func manifestTellsTheEngine() throws {
    var manifest = ManifestSamples.export([])
    manifest.describe(try CompressionMethod(.gzip, engine: .zlib, level: 4))
    #expect(manifest.contentEncoding == "gzip")
    #expect(
      manifest.compression
        == .init(engine: "zlib", version: BlockDeflater.version, level: 4))
    manifest.describe(try CompressionMethod(.plain, engine: .auto, level: nil))
    #expect(manifest.contentEncoding == nil && manifest.compression == nil)
  }

  // spec/integrity.md, section 6: a foreign filter leaves behind what opens the original.
  @Test(
    arguments: [
      (["kt-source", "kt-check", "kt-hash", "kt-redact"], true, true),
      (["kt-source", "kt-hash", "kt-wrap"], true, false), (["jq"], true, false),
      ([], true, true), (["kt-source", "kt-hash"], false, false),
    ] as [([String], Bool, Bool)])
  func doubtfulReceiptsArePublishedOnlyBehindToolsThatKeepThem(
    tools: [String], isFramed: Bool, isTaken: Bool
  ) throws {
    let stages = tools.map {
      #"{"tool":"\#($0)","version":"1","in":1,"out":1,"dropped":0,"malformed":0,"options":""}"#
    }
    let run = summary(isFramed: isFramed, stages: stages.joined(separator: ","))
    let doubt = Problem(.failure, "cannot tell")
    var manifest = ManifestSamples.export([])
    var problem: Problem?
    let outcome = try outcome(run)
    do throws(Problem) {
      try outcome.describe(
        run, doubting: doubt, by: ToolIdentity(name: "kt-sink", version: "1", options: ""),
        in: &manifest)
    } catch {
      problem = error
    }
    #expect(problem == (isTaken ? nil : doubt))
  }
}
