import Digests
import Integrity
import TestSupport
import Testing

extension LogProofs where Failure == Never {
  /// Proofs about all leaves, of which those before `first` are known by their frontier only.
  init(after first: Int, _ leaves: [Digest256]) {
    var section = LogSection(after: LogVectors.frontier(leaves.prefix(first)))
    for leaf in leaves.dropFirst(first) { section.append(leaf) }
    self.init(section) { range in
      precondition(range.lowerBound >= first, "only leaves of the section are read")
      return Array(leaves[range])
    }
  }
}

@Suite struct LogProofsTests {
  /// RFC 6962, section 2.1.1, as it is written there.
  private func path(_ index: Int, _ leaves: ArraySlice<Digest256>) -> [Digest256] {
    guard leaves.count > 1 else { return [] }
    var half = 1
    while half * 2 < leaves.count { half *= 2 }
    let (left, right) = (leaves.prefix(half), leaves.dropFirst(half))
    return index < half
      ? path(index, left) + [LogVectors.root(right)]
      : path(index - half, right) + [LogVectors.root(left)]
  }

  /// RFC 6962, section 2.1.2, as it is written there.
  private func proof(
    _ size: Int, _ leaves: ArraySlice<Digest256>, isWhole: Bool = true
  ) -> [Digest256] {
    guard size < leaves.count else { return isWhole ? [] : [LogVectors.root(leaves)] }
    var half = 1
    while half * 2 < leaves.count { half *= 2 }
    let (left, right) = (leaves.prefix(half), leaves.dropFirst(half))
    return size <= half
      ? proof(size, left, isWhole: isWhole) + [LogVectors.root(right)]
      : proof(size - half, right, isWhole: false) + [LogVectors.root(left)]
  }

  @Test func pathsOutOfAFrontierAndLeavesAreThoseOfTheWholeLog() {
    let all = LogVectors.leaves(150)
    for size in Array(1...70) + [127, 128, 129, 150] {
      let leaves = Array(all.prefix(size))
      let expected = leaves.indices.map { path($0, leaves[...]) }
      for first in 0..<size {
        var proofs = LogProofs(after: first, leaves)
        var path: [Digest256] = []
        for index in first..<size {
          proofs.inclusionPath(of: index, into: &path)
          #expect(path == expected[index], "index \(index) of \(size) after \(first)")
        }
      }
    }
  }

  @Test func pathsInAnyOrderAreTheSame() {
    var generator = SeededGenerator(for: "LogProofs.order")
    let leaves = LogVectors.leaves(300)
    var proofs = LogProofs(after: 77, leaves)
    var found: [Digest256] = []
    for _ in 0..<200 {
      let index = 77 + generator.below(223)
      proofs.inclusionPath(of: index, into: &found)
      #expect(found == path(index, leaves[...]), "seed \(generator.seed)")
    }
  }

  @Test func everyPrefixProvesAndVerifies() {
    let all = LogVectors.leaves(70)
    for new in 1...70 {
      let leaves = Array(all.prefix(new))
      let root = LogVectors.root(leaves[...])
      var proofs = LogProofs(after: 0, leaves)
      for old in 1...new {
        let proof = proofs.consistencyProof(from: old)
        #expect(proof == self.proof(old, leaves[...]), "from \(old) to \(new)")
        let oldRoot = LogVectors.root(leaves.prefix(old))
        #expect(ConsistencyProof.isValid(from: old, oldRoot, to: new, root, proof: proof))
        if old < new {
          #expect(!ConsistencyProof.isValid(from: old, root, to: new, root, proof: proof))
          #expect(
            !ConsistencyProof.isValid(from: old, oldRoot, to: new, root, proof: proof + [root]))
          let short = Array(proof.dropLast())
          #expect(!ConsistencyProof.isValid(from: old, oldRoot, to: new, root, proof: short))
        }
      }
    }
  }

  @Test func consistencyOutOfAFrontierAndLeavesIsThatOfTheWholeLog() {
    let leaves = LogVectors.leaves(135)
    for first in 1..<135 {
      var proofs = LogProofs(after: first, leaves)
      for old in [first, first + 1, (first + 135) / 2, 128, 134] where old >= first {
        #expect(proofs.consistencyProof(from: old) == proof(old, leaves[...]))
      }
    }
  }

  @Test func everyFlippedBitOfAProofIsSeen() {
    let leaves = LogVectors.leaves(21)
    let root = LogVectors.root(leaves[...])
    var proofs = LogProofs(after: 0, leaves)
    var path: [Digest256] = []
    for index in [0, 7, 15, 16, 20] {
      proofs.inclusionPath(of: index, into: &path)
      #expect(
        InclusionProof.isValid(of: leaves[index], at: index, size: 21, path: path, root: root))
      for flipped in flips(path) {
        #expect(
          !InclusionProof.isValid(of: leaves[index], at: index, size: 21, path: flipped, root: root)
        )
      }
    }
    for old in [1, 6, 8, 13, 20] {
      let oldRoot = LogVectors.root(leaves.prefix(old))
      for flipped in flips(proofs.consistencyProof(from: old)) {
        #expect(!ConsistencyProof.isValid(from: old, oldRoot, to: 21, root, proof: flipped))
      }
    }
  }

  private func flips(_ hashes: [Digest256]) -> [[Digest256]] {
    hashes.indices.flatMap { place in
      (0..<256).compactMap { bit in
        var bytes = hashes[place].bytes
        bytes[bit / 8] ^= 1 << UInt8(bit % 8)
        var flipped = hashes
        guard let digest = LogVectors.digest(bytes) else { return nil }
        flipped[place] = digest
        return flipped
      }
    }
  }
}
