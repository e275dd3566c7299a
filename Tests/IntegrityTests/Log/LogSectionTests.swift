import Digests
import Integrity
import Testing

@Suite struct LogSectionTests {
  @Test func theFrontierOfASectionIsThatOfTheWholeLog() {
    let leaves = LogVectors.leaves(260)
    for first in [0, 1, 5, 63, 64, 65, 100, 127, 128, 192, 200] {
      var section = LogSection(after: LogVectors.frontier(leaves.prefix(first)))
      #expect(section.frontier == section.before)
      for size in (first + 1)...260 {
        section.append(leaves[size - 1])
        #expect(section.size == size)
        #expect(section.frontier == LogVectors.frontier(leaves.prefix(size)))
      }
    }
  }

  @Test(arguments: [(1 << 40) + 3, 1 << 62, (1 << 62) - 100])
  func aSectionWorksBehindAnyHugeLog(size: Int) throws {
    let roots = LogVectors.leaves(size.nonzeroBitCount)
    let before = try #require(Frontier(size: size, roots: roots))
    let leaves = LogVectors.leaves(200)
    var section = LogSection(after: before)
    for leaf in leaves { section.append(leaf) }
    let root = section.frontier.root
    var proofs = LogProofs<Never>(section) { range in
      Array(leaves[(range.lowerBound - before.size)..<(range.upperBound - before.size)])
    }
    var path: [Digest256] = []
    for index in before.size..<section.size {
      proofs.inclusionPath(of: index, into: &path)
      let leaf = leaves[index - before.size]
      #expect(
        InclusionProof.isValid(of: leaf, at: index, size: section.size, path: path, root: root))
    }
    let proof = proofs.consistencyProof(from: before.size)
    #expect(
      ConsistencyProof.isValid(
        from: before.size, before.root, to: section.size, root, proof: proof))
  }
}
