import Bytes
import Commitments
import DecisionEvent
import Digests
import Foundation
import Stages
import TestSupport
import Testing

@testable import Integrity

/// An export of a few events, sealed in a folder of its own.
final class SampleExport {
  let temporary: TemporaryFolder
  let lines: [[UInt8]]
  let leaves: [Digest256]
  let key: SigningKey
  let salt: ExportSalt
  let folder: ExportFolder

  /// Seals `count` events behind the log `previous`.
  init(
    events count: Int = 8, after previous: Frontier = Frontier(), key: SigningKey? = nil
  ) throws {
    temporary = try TemporaryFolder()
    let name = try #require(KeyName(Array("log.example/test".utf8)))
    self.key = key ?? SigningKey(generatingFor: name)
    salt = try #require(ExportSalt(bytes: (0..<32).map { UInt8($0) }))
    lines = (0..<count).map { number in
      Array(
        #"{"event_id":"e\#(number)","team":"\#(number % 3 == 0 ? "legal" : "hr")","n":\#(number)}"#
          .utf8)
    }
    folder = ExportFolder(Path(temporary.path("q.kt")))
    var hasher = EventHasher(salt: salt)
    var leaves: [Digest256] = []
    var part = try PartWriter(in: ExportFolder(Path(temporary.path("part"))))
    var output = Output(capacity: 64)
    for line in lines {
      let leaf = try hasher.hash(line.span).leaf
      leaves.append(leaf)
      output.removeAll()
      output.append(leaf)
      try part.append(output.bytes)
    }
    self.leaves = leaves
    let nothing: [UInt8] = []
    try part.conclude(
      PartRecord(
        count: count, bytes: 0, sha256: Digest256(of: nothing.span), saltID: salt.identifier,
        time: nil, tally: EventTally(fields: []), isFramed: true))
    var request = SealRequest(
      key: self.key, salt: salt, origin: "log.example/test", export: "q", tool: "test")
    request.previous = previous
    _ = try SealedExport(
      merging: [ExportFolder(Path(temporary.path("part")))], files: [], request: request,
      into: folder)
  }

  /// The evidence as `kt-hash verify` reads it, with trust in the key.
  func evidence(trusting: Bool = true) throws -> (evidence: Evidence, findings: [Finding]) {
    try EvidenceReader.read(options(trusting: trusting))
  }

  func options(trusting: Bool = true) -> EvidenceOptions {
    var options = EvidenceOptions()
    options.folder = folder
    options.trust = trusting ? TrustPolicy(key.verifier) : nil
    return options
  }

  /// Changes a file of the evidence.
  func edit(_ file: ExportFolder.File, _ body: (inout [UInt8]) -> Void) throws {
    let url = URL(fileURLWithPath: folder.path(of: file).text)
    var bytes = Array(try Data(contentsOf: url))
    body(&bytes)
    try Data(bytes).write(to: url)
  }

  /// Removes a file of the evidence.
  func remove(_ file: ExportFolder.File) throws {
    try FileManager.default.removeItem(atPath: folder.path(of: file).text)
  }
}
