import Bytes
import Digests
import Foundation
import Integrity
import TestSupport

/// Where the vectors of integrity are, and the digests that they spell.
enum LogVectors {
  static func url(_ name: String) -> URL {
    Locations.repository.appendingPathComponent("Tests/IntegrityTests/Vectors/\(name)")
  }

  static func rows<Row: Decodable>(_ name: String, as type: Row.Type) throws -> [Row] {
    try Data(contentsOf: url(name)).split(separator: 0x0A).map {
      try JSONDecoder().decode(Row.self, from: $0)
    }
  }

  static func document<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(contentsOf: url(name)))
  }

  static func bytes(hexadecimal text: String) -> [UInt8] {
    let digits = text.utf8.compactMap(\.hexadecimalValue)
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  static func digest(_ bytes: [UInt8]) -> Digest256? { Digest256(bytes.span) }

  static func digest(hexadecimal text: String) -> Digest256? {
    digest(bytes(hexadecimal: text))
  }

  /// The leaf hashes of the numbers from 0 on.
  static func leaves(_ count: Int) -> [Digest256] {
    (0..<count).map { number in
      let entry = Array("leaf \(number)".utf8)
      return LogTree.leaf(of: entry.span)
    }
  }

  /// RFC 6962, section 2.1, as it is written there.
  static func root(_ leaves: ArraySlice<Digest256>) -> Digest256 {
    guard leaves.count > 1 else { return leaves.first ?? LogTree.emptyRoot }
    var half = 1
    while half * 2 < leaves.count { half *= 2 }
    return LogTree.node(root(leaves.prefix(half)), root(leaves.dropFirst(half)))
  }

  static func frontier(_ leaves: ArraySlice<Digest256>) -> Frontier {
    var frontier = Frontier()
    for leaf in leaves { frontier.append(leaf) }
    return frontier
  }
}
