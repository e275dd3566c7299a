import Bytes
import Digests
import Integrity
import Testing

@Suite struct FrontierTests {
  private struct Tree: Decodable {
    let inputs: [String]
    let nodes: [[String]]
    let roots: [String]

    enum CodingKeys: String, CodingKey {
      case inputs = "leaf_inputs"
      case nodes, roots
    }
  }

  @Test func theReferenceTreeHasItsLeavesNodesAndRoots() throws {
    let tree = try LogVectors.document("rfc6962/tree.json", as: Tree.self)
    #expect(tree.roots.count == 9 && tree.inputs.count == 8)
    var frontier = Frontier()
    #expect(frontier.root.bytes.hexadecimal == tree.roots[0])
    var level: [Digest256] = []
    for (number, input) in tree.inputs.enumerated() {
      let entry = LogVectors.bytes(hexadecimal: input)
      let leaf = LogTree.leaf(of: entry.span)
      level.append(leaf)
      frontier.append(leaf)
      #expect(frontier.root.bytes.hexadecimal == tree.roots[number + 1])
      #expect(frontier.size == number + 1)
    }
    for nodes in tree.nodes {
      #expect(level.map { $0.bytes.hexadecimal } == nodes)
      level = stride(from: 0, to: level.count & ~1, by: 2).map {
        LogTree.node(level[$0], level[$0 + 1])
      }
    }
  }

  @Test func everySizeHasTheRootThatTheStandardDefines() {
    let leaves = LogVectors.leaves(200)
    var frontier = Frontier()
    for size in 1...200 {
      frontier.append(leaves[size - 1])
      #expect(frontier.root == LogVectors.root(leaves.prefix(size)))
      #expect(frontier.roots.count == size.nonzeroBitCount)
    }
  }

  @Test func aFrontierThatWasWrittenDownGrowsOn() throws {
    let leaves = LogVectors.leaves(90)
    for size in 0...90 {
      let written = LogVectors.frontier(leaves.prefix(size))
      var again = try #require(Frontier(size: written.size, roots: written.roots))
      for leaf in leaves.dropFirst(size) { again.append(leaf) }
      #expect(again == LogVectors.frontier(leaves[...]))
    }
  }

  @Test func aFrontierHasOneHashForEachBitOfItsSize() {
    let leaves = LogVectors.leaves(3)
    #expect(Frontier(size: 0, roots: []) == Frontier())
    #expect(Frontier(size: 3, roots: Array(leaves.prefix(2))) != nil)
    #expect(Frontier(size: 3, roots: leaves) == nil)
    #expect(Frontier(size: 4, roots: Array(leaves.prefix(2))) == nil)
    #expect(Frontier(size: 0, roots: Array(leaves.prefix(1))) == nil)
    #expect(Frontier(size: -1, roots: leaves) == nil)
    let many = (0..<63).map { _ in leaves[0] }
    #expect(Frontier(size: Int.max, roots: many) == nil)
    #expect(Frontier(size: 1 << 62, roots: Array(leaves.prefix(1))) != nil)
    #expect(Frontier(size: (1 << 62) + 1, roots: Array(leaves.prefix(2))) == nil)
    #expect(Frontier(size: Int.min, roots: Array(leaves.prefix(1))) == nil)
  }

  @Test func theWorkedExampleHasItsRoot() throws {
    let leaves = try [
      "442e0a8511745c8b5aeeaeff02eec2767e31827eeceb47e17117fa216033375f",
      "6fa0c8c4db68176915e510dad34c0d6bb41ce107f8ce5b1df3075b11749cb9db",
    ].map { try #require(LogVectors.digest(hexadecimal: $0)) }
    let root = "03f8857669408f8b9e7efd4fa58961549a286be2b8ee2af847e8e8b1e613949a"
    #expect(LogVectors.frontier(leaves[...]).root.bytes.hexadecimal == root)
  }
}
