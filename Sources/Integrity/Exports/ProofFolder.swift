import Bytes
import Digests
import Stages

/// A folder of C2SP tlog-proof files, one for each event, named by its index
/// (spec/integrity.md, section 2.5).
struct ProofFolder: ~Copyable {
  private let path: Path
  private let folder: Folder
  private var text = Output(capacity: 4096)

  /// Opens a folder, which is made where it is missing.
  init(_ path: Path) throws(Problem) {
    do throws(SystemError) {
      folder = try Folder(creating: path)
    } catch {
      throw Problem(.failure, "\(Quoting.escaped(path.text)): \(error)")
    }
    self.path = path
  }

  /// Writes the proof of an event with this index: `extra` opens its commitment.
  mutating func write(
    _ index: Int, path hashes: [Digest256], extra: Span<UInt8>, checkpoint: [UInt8]
  ) throws(Problem) {
    text.removeAll()
    ProofFile.append(
      entry: index, path: hashes, extra: extra, checkpoint: checkpoint, to: &text)
    let name = Path("\(index).tlog-proof")
    do throws(SystemError) {
      try folder.create(name, mode: 0o600, content: text.bytes)
    } catch {
      throw Problem(.failure, "\(Quoting.escaped(path.appending(name.bytes).text)): \(error)")
    }
  }

  /// Brings the names to their disk.
  borrowing func synchronize() throws(Problem) {
    do throws(SystemError) {
      try folder.synchronize()
    } catch {
      throw Problem(.failure, "\(Quoting.escaped(path.text)): \(error)")
    }
  }
}
