import ArgumentParser
import Artifacts
import Bytes
import Integrity
import Manifests
import Stages

/// What events that carry receipts are compared with, and the checkpoint that the manifest lists.
struct ReceiptOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      The folder of evidence that receipts (_kt) are compared with; the manifest lists its \
      checkpoint.
      """, valueName: "name.kt"))
  var log: String?
  @Option(
    help: ArgumentHelp(
      """
      The checkpoint that the manifest lists, and without --log the one that receipts are compared \
      with. It is read when the stream has ended.
      """, valueName: "file"))
  var checkpoint: String?

  var inspection: ReceiptInspection.Options {
    var options = ReceiptInspection.Options()
    options.log = log.map { ExportFolder(Path(argument: $0)) }
    options.checkpoint = checkpoint.map { Path(argument: $0) }
    return options
  }
}

/// Has receipts inspected before the sink publishes.
struct ReceiptCheck: ~Copyable, PublicationCheck {
  private var inspection: ReceiptInspection

  init(_ options: ReceiptInspection.Options) { inspection = ReceiptInspection(options) }

  mutating func check(_ line: Span<UInt8>, event number: Int) throws(Problem) {
    try inspection.check(line, event: number)
  }

  var doubt: Problem? { inspection.doubt }

  mutating func conclude() throws(Problem) -> CheckpointEntry? {
    guard let listed = try inspection.conclude() else { return nil }
    return CheckpointEntry(
      path: listed.file, bytes: listed.bytes, sha256: listed.sha256, origin: listed.origin,
      size: listed.size, root: listed.root)
  }
}
