public import Bytes
import DecisionEvent
import Digests
import EventJSON
public import Stages

/// Tells people what a checkpoint, a manifest or a receipt says (`kt-hash show`): what stands
/// there, verified or not.
public enum EvidenceText {
  /// Appends what a file says, or the checkpoint and the manifest of a folder.
  ///
  /// - Throws: `failure` where it can't be read; `badInput` or `negative` where it is malformed.
  public static func write(_ path: Path, into output: inout Output) throws(Problem) {
    let isFolder: Bool
    do throws(SystemError) {
      isFolder = try path.status().kind == .folder
    } catch {
      throw Problem(.failure, "\(Quoting.escaped(path.text)): \(error)")
    }
    guard isFolder else {
      return try write(ExportFolder.contents(of: path), path, into: &output)
    }
    let folder = ExportFolder(path)
    for file in [ExportFolder.File.checkpoint, .manifest] {
      try write(folder.require(file), folder.path(of: file), into: &output)
    }
  }

  private static func write(
    _ bytes: [UInt8], _ path: Path, into output: inout Output
  ) throws(Problem) {
    guard bytes.first == .openBrace else { return try writeCheckpoint(bytes, path, into: &output) }
    var number = 0
    for line in bytes.split(separator: .newline, omittingEmptySubsequences: false) {
      number += 1
      let line = Array(line)
      if BlankLine.isBlank(line.span) || FrameLine.isFrame(line.span) { continue }
      try write(line: line, Place(file: path, line: number), into: &output)
    }
  }

  private static func write(
    line: [UInt8], _ place: Place, into output: inout Output
  ) throws(Problem) {
    var object = ObjectReader(["kt"])
    do throws(JSONProblem) {
      try object.read(line.span)
    } catch {
      throw Problem(error, in: line.span, at: place)
    }
    if object.string("kt", of: line.span) == "seal/1" {
      do throws(Seal.Malformed) {
        try SealText.write(Seal(line.span), into: &output)
      } catch {
        throw Problem(.badInput, "\(place.text): \(error.reason)")
      }
    }
    try ReceiptText.write(line, place, into: &output)
  }

  private static func writeCheckpoint(
    _ bytes: [UInt8], _ path: Path, into output: inout Output
  ) throws(Problem) {
    let signed: SignedCheckpoint
    do throws(CheckpointProblem) {
      signed = try SignedCheckpoint(parsing: bytes)
    } catch {
      throw Problem(
        .badInput,
        "\(Quoting.escaped(path.text)): neither a checkpoint, a manifest nor an event: "
          + "\(error.reason)")
    }
    let checkpoint = signed.checkpoint
    var rows = Rows()
    rows.add("checkpoint of", String(decoding: checkpoint.origin, as: UTF8.self))
    rows.add("size", "\(checkpoint.size)")
    rows.add("root", checkpoint.root.bytes.hexadecimal)
    for line in signed.note.signatures {
      rows.add("signature", "\(line.name.text)+\(line.identifier.hexadecimal), not verified here")
    }
    rows.write(into: &output)
  }
}

/// Facts under each other, their names in a column.
struct Rows {
  private var rows: [(name: String, value: String)] = []

  /// Adds a fact; its value is escaped for a terminal.
  mutating func add(_ name: String, _ value: String) {
    rows.append((name, Quoting.escaped(value)))
  }

  /// Appends all facts and an empty line.
  func write(into output: inout Output) {
    let width = rows.map(\.name.utf8.count).max() ?? 0
    for row in rows {
      output.append(row.name)
      for _ in row.name.utf8.count..<width + 2 { output.append(.space) }
      output.append(row.value)
      output.append(.newline)
    }
    output.append(.newline)
  }
}
