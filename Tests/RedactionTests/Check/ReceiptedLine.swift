import Bytes
import Commitments
import Digests
import EventJSON

/// Events with receipts, whose root no redaction changes.
enum ReceiptedLine {
  /// A line with its receipt before its other members; nil where it can have none.
  static func line(_ line: [UInt8]) -> [UInt8]? {
    guard let salt = ExportSalt(bytes: Array(0..<32)) else { return nil }
    var hasher = EventHasher(salt: salt)
    // Half a surrogate pair, or a member that stands twice, has no canonical form.
    guard let hashes = try? hasher.hash(line.span) else { return nil }
    var receipt = Output(capacity: 128)
    ReceiptWriter.append(seed: hashes.seed, to: &receipt)
    return Array("{\"_kt\":".utf8) + Array(copying: receipt.bytes) + [.comma] + line.dropFirst()
  }

  /// The root that a line proves, or nil.
  static func root(_ line: [UInt8]) -> Digest256? {
    var verifier = ReceiptVerifier()
    return (try? verifier.root(of: line.span)) ?? nil
  }
}
