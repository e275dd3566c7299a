import Bytes
import Compression
import Digests
import Stages

/// Compares stored files with what the seal says of them, byte for byte (spec/integrity.md,
/// section 2.6).
enum StoredFileCheck {
  /// What is wrong with those files that the seal names.
  static func findings(_ files: [Path], _ seal: Seal) throws(Problem) -> [Finding] {
    var findings: [Finding] = []
    for file in files {
      guard let record = record(of: file, in: seal) else { continue }
      let stored = try content(of: file)
      if stored.bytes != record.bytes {
        findings.append(
          finding(file, "\(stored.bytes) bytes, and \(record.bytes) were sealed"))
      } else if stored.sha256 != record.sha256.bytes {
        findings.append(finding(file, "its SHA-256 is not the one that was sealed"))
      }
    }
    return findings
  }

  /// The record that a path is named by: the one whose name is the longest end of it.
  private static func record(of file: Path, in seal: Seal) -> FileRecord? {
    let parts = file.bytes.split(separator: .slash).map(Array.init)
    let named = seal.files.filter { record in
      let name = Array(record.name.utf8).split(separator: .slash).map(Array.init)
      return name.count <= parts.count && Array(parts.suffix(name.count)) == name
    }
    return named.max { $0.name.utf8.count < $1.name.utf8.count }
  }

  private static func content(of file: Path) throws(Problem) -> StoredContent {
    do throws(SystemError) {
      var descriptor = try file.openForReading()
      return try StoredContent.read(&descriptor)
    } catch {
      throw Problem(reading: file, .system(error))
    }
  }

  private static func finding(_ file: Path, _ reason: String) -> Finding {
    Finding(.fileMismatch, file: file.text, reason: reason)
  }
}
