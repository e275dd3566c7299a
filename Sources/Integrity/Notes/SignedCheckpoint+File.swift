public import Bytes
public import Stages

extension SignedCheckpoint {
  /// Adds a key's signature to the checkpoint in a file, all of it or nothing; gives the note.
  ///
  /// - Parameter trust: whose signature it must have already; nil where that is not asked for.
  public static func append(
    _ key: SigningKey, to file: Path, trusting trust: TrustPolicy?
  ) throws(Problem) -> [UInt8] {
    let bytes = try ExportFolder.contents(of: file)
    let name = Quoting.escaped(file.text)
    var checkpoint: SignedCheckpoint
    do throws(CheckpointProblem) {
      checkpoint = try SignedCheckpoint(parsing: bytes)
    } catch {
      throw Problem(.negative, "\(name): bad-checkpoint: \(error.reason)")
    }
    do throws(TrustProblem) {
      _ = try trust?.verify(checkpoint)
    } catch {
      throw Problem(
        error.code.meaning == .evidenceOfChange ? .negative : .failure,
        "\(name): \(error.code.rawValue): \(error.reason)")
    }
    guard checkpoint.sign(with: key) else {
      throw Problem(.usage, "\(name): has a line of that key already, or 100 others")
    }
    try replace(file, with: checkpoint.bytes)
    return checkpoint.bytes
  }

  private static func replace(_ file: Path, with bytes: [UInt8]) throws(Problem) {
    do throws(SystemError) {
      let mode = try file.status().permissions & 0o777
      let folder = try Folder(opening: file.folder)
      try folder.lock()
      try folder.replace(Path(bytes: file.lastComponent), mode: mode, content: bytes.span)
      try folder.synchronize()
    } catch {
      throw Problem(.failure, "\(Quoting.escaped(file.text)): \(error)")
    }
  }
}
