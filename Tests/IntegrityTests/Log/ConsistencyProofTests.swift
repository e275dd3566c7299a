import Digests
import Foundation
import Integrity
import Testing

@Suite struct ConsistencyProofTests {
  private struct Row: Decodable {
    let desc: String
    let proof: [Data]?
    let root1: Data
    let root2: Data
    let size1: UInt64
    let size2: UInt64
    let wantErr32: Bool
  }

  private func isValid(_ row: Row) -> Bool {
    let proof = (row.proof ?? []).compactMap { LogVectors.digest([UInt8]($0)) }
    guard proof.count == row.proof?.count ?? 0, let old = Int(exactly: row.size1),
      let new = Int(exactly: row.size2), let oldRoot = LogVectors.digest([UInt8](row.root1)),
      let newRoot = LogVectors.digest([UInt8](row.root2))
    else { return false }
    return ConsistencyProof.isValid(from: old, oldRoot, to: new, newRoot, proof: proof)
  }

  @Test func theVectorsHold() throws {
    let rows = try LogVectors.rows("rfc6962/consistency.jsonl", as: Row.self)
    #expect(rows.count == 98)
    #expect(rows.contains { !$0.wantErr32 })
    for row in rows { #expect(isValid(row) == !row.wantErr32, "\(row.desc)") }
  }

  @Test func nothingIsConsistentWithAnEmptyLog() {
    let root = LogVectors.leaves(1)[0]
    let empty = LogTree.emptyRoot
    for proof in [[], [root]] {
      for size in [-1, 0] {
        #expect(!ConsistencyProof.isValid(from: size, empty, to: 1, root, proof: proof))
        #expect(!ConsistencyProof.isValid(from: size, empty, to: size, empty, proof: proof))
      }
    }
  }

  @Test func theSameSizeHasTheSameRootAndNoProof() {
    let leaves = LogVectors.leaves(3)
    #expect(ConsistencyProof.isValid(from: 5, leaves[0], to: 5, leaves[0], proof: []))
    #expect(!ConsistencyProof.isValid(from: 5, leaves[0], to: 5, leaves[1], proof: []))
    #expect(!ConsistencyProof.isValid(from: 5, leaves[0], to: 5, leaves[0], proof: leaves))
    #expect(!ConsistencyProof.isValid(from: 5, leaves[0], to: 4, leaves[0], proof: []))
  }
}
