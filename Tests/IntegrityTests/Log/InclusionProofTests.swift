import Digests
import Foundation
import Integrity
import Testing

@Suite struct InclusionProofTests {
  private struct Row: Decodable {
    let desc: String
    let leafHash: Data
    let leafIdx: UInt64
    let proof: [Data]?
    let root: Data
    let treeSize: UInt64
    let wantErr32: Bool
  }

  /// Hashes of another size are refused before a proof is looked at, as all readers here do.
  private func isValid(_ row: Row) -> Bool {
    let path = (row.proof ?? []).compactMap { LogVectors.digest([UInt8]($0)) }
    guard path.count == row.proof?.count ?? 0, let size = Int(exactly: row.treeSize),
      let index = Int(exactly: row.leafIdx), let leaf = LogVectors.digest([UInt8](row.leafHash)),
      let root = LogVectors.digest([UInt8](row.root))
    else { return false }
    return InclusionProof.isValid(of: leaf, at: index, size: size, path: path, root: root)
  }

  @Test func theVectorsHold() throws {
    let rows = try LogVectors.rows("rfc6962/inclusion.jsonl", as: Row.self)
    #expect(rows.count == 98)
    #expect(rows.contains { !$0.wantErr32 })
    for row in rows { #expect(isValid(row) == !row.wantErr32, "\(row.desc)") }
  }

  @Test func anIndexOutsideOfTheLogIsRefused() {
    let leaves = LogVectors.leaves(2)
    for index in [-1, 2, Int.max, Int.min] {
      #expect(InclusionProof.root(of: leaves[0], at: index, size: 2, path: [leaves[1]]) == nil)
    }
    #expect(InclusionProof.root(of: leaves[0], at: 0, size: 0, path: []) == nil)
    #expect(InclusionProof.root(of: leaves[0], at: 0, size: 1, path: []) == leaves[0])
    #expect(InclusionProof.root(of: leaves[0], at: 0, size: Int.max, path: []) == nil)
  }

  @Test func aPathTooLongOrTooShortIsRefused() throws {
    let leaves = LogVectors.leaves(70)
    var proofs = LogProofs(after: 0, leaves)
    var path: [Digest256] = []
    for index in 0..<70 {
      proofs.inclusionPath(of: index, into: &path)
      let valid = InclusionProof.root(of: leaves[index], at: index, size: 70, path: path)
      #expect(valid == LogVectors.root(leaves[...]))
      let long = path + [leaves[0]]
      #expect(InclusionProof.root(of: leaves[index], at: index, size: 70, path: long) == nil)
      let short = Array(path.dropLast())
      #expect(InclusionProof.root(of: leaves[index], at: index, size: 70, path: short) == nil)
    }
  }
}
