import Bytes
import Foundation
import TestSupport

/// Where the vectors of digests are: beside those of integrity.
enum DigestVectors {
  static func url(_ name: String) -> URL {
    Locations.repository.appendingPathComponent("Tests/IntegrityTests/Vectors/\(name)")
  }

  static func bytes(hexadecimal text: String) -> [UInt8] {
    let digits = text.utf8.compactMap(\.hexadecimalValue)
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// The paragraphs of `Name = value` lines of a file of NIST's form.
  static func records(_ name: String) throws -> [[String: String]] {
    let text = try String(contentsOf: url(name), encoding: .utf8)
      .replacing("\r\n", with: "\n")
    return text.split(separator: "\n\n").compactMap { paragraph in
      let pairs = paragraph.split(separator: "\n").compactMap { line in
        let parts = line.split(separator: " = ", maxSplits: 1)
        return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
      }
      let record = Dictionary(pairs) { first, _ in first }
      return record["MD"] == nil ? nil : record
    }
  }
}
