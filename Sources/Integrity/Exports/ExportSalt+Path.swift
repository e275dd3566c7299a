public import Bytes
public import Commitments
public import Stages

extension ExportSalt {
  /// Reads the file of a salt.
  ///
  /// - Throws: `failure` where it can't be read, `usage` where it is no salt.
  public init(path: Path) throws(Problem) {
    let bytes = try ExportFolder.contents(of: path)
    do throws(SaltFileProblem) {
      self = try Self(file: bytes.span)
    } catch {
      throw Problem(
        .usage,
        "\(Quoting.escaped(path.text)): not the file of a salt, 'kt-salt/1 id base64', or changed")
    }
  }
}
