import Bytes
import Digests
import Foundation
import Integrity
import Testing

@Suite struct CheckpointTests {
  @Test func theVectorsHold() throws {
    let vectors = try NoteVectors.all().checkpoint
    #expect(vectors.count == 15)
    for vector in vectors {
      let text = Array(vector.text.utf8)
      // What is no checkpoint is what the vectors ask about.
      let found = try? Checkpoint(text: text)
      #expect(found?.origin == vector.want.map { Array($0.origin.utf8) }, "\(vector.name)")
      #expect(found?.size == vector.want?.size, "\(vector.name)")
      if let found, !found.hasExtensionLines { #expect(found.text == text) }
    }
  }

  @Test func theReasonSaysWhatIsWrong() {
    let root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
    let cases: [(String, CheckpointProblem)] = [
      ("", .lines), ("\n", .lines), ("a\n1\n", .lines), ("a\n1\n\(root)", .lines),
      ("\n1\n\(root)\n", .lines), ("a\n1\n\(root)\n\n", .lines), ("a\n\n\(root)\n", .lines),
      ("a\n00\n\(root)\n", .size), ("a\n1 \n\(root)\n", .size),
      ("a\n9223372036854775808\n\(root)\n", .size), ("a\n1\n\(root)=\n", .root),
      ("a\n1\n\(root.dropLast())\n", .root),
      ("a\n1\n\(root.replacing("FU=", with: "FV="))\n", .root),
    ]
    for (text, problem) in cases {
      #expect(throws: problem, "\(text)") { try Checkpoint(text: Array(text.utf8)) }
    }
  }

  @Test func theLargestSizeIsRead() throws {
    let text = "a\n9223372036854775807\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
    #expect(try Checkpoint(text: Array(text.utf8)).size == Int.max)
  }

  @Test func anOriginIsOneLineOfText() {
    let root = LogTree.emptyRoot
    #expect(Checkpoint(origin: Array("a b".utf8), size: 0, root: root) != nil)
    for origin in [[], [.newline], [0x61, .newline], [0xFF], [0x61, 0]] as [[UInt8]] {
      #expect(Checkpoint(origin: origin, size: 0, root: root) == nil)
    }
    #expect(Checkpoint(origin: [0x61], size: -1, root: root) == nil)
  }

  @Test func anOriginIsTheNameOrTheNameAndTheExport() {
    let name = NoteSamples.name("audit.example/acme")
    let q1 = Array("q1".utf8)
    func fits(_ origin: String, _ export: [UInt8]?) -> Bool {
      NoteSamples.checkpoint(origin).isOrigin(of: name, export: export)
    }
    #expect(fits("audit.example/acme", nil) && fits("audit.example/acme", q1))
    #expect(fits("audit.example/acme/q1", nil) && fits("audit.example/acme/q1", q1))
    #expect(fits("audit.example/acme/q2", nil) && !fits("audit.example/acme/q2", q1))
    for origin in [
      "audit.example/acm", "audit.example/acme/", "audit.example/acme2", "audit.example",
      "audit.example/Acme", "x/audit.example/acme", "audit.example/acmeq1",
    ] {
      #expect(!fits(origin, nil) && !fits(origin, q1))
    }
  }
}
