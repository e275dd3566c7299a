import Bytes
import Digests
import Testing

@testable import Commitments

@Suite struct SeedTreeTests {
  private struct Row: Decodable {
    let seed: String
    let k: Int
    let seeds: [String]
  }

  @Test func theVectorsHold() throws {
    let rows = try Vectors.rows("expand.jsonl", of: Row.self)
    #expect(rows.count == 8)
    for row in rows {
      var commitment = EventCommitment()
      let seeds = commitment.expand(try Vectors.seed(row.seed), count: row.k)
      #expect(seeds.map(\.bytes.hexadecimal) == row.seeds)
    }
  }

  @Test func theLeftHalfIsTheLargestPowerOfTwoBelow() {
    let halves = [2, 3, 4, 5, 8, 9, 16, 17, 1000].map { SeedTree.leftCount(of: $0) }
    #expect(halves == [1, 2, 2, 4, 4, 8, 8, 16, 512])
  }

  @Test func oneSplitIsSpentForEachChildButOne() throws {
    var commitment = EventCommitment()
    _ = commitment.expand(try Vectors.seed("00112233445566778899aabbccddeeff"), count: 11)
    #expect(commitment.hashCount == 10)
    #expect(commitment.hashedByteCount == 10 * 17)
  }
}
