import Testing

@testable import Transcripts

@Suite struct CheckpointSummaryTests {
  private static let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="

  @Test func theFirstThreeLinesAreRead() {
    let found = CheckpointSummary(Array("example.com/log\n42\n\(Self.root)\n\n— sig\n".utf8))
    #expect(found?.origin == "example.com/log")
    #expect(found?.size == "42")
    #expect(found?.root == Self.root)
  }

  @Test(arguments: [
    "", "example.com/log\n42\n", "\n42\n\(root)\n", "o\n\n\(root)\n", "o\n4x\n\(root)\n",
    "o\n123456789012345678901\n\(root)\n", "o\n42\n\(root.dropLast())\n", "o\n42\n\(root)",
    "o\n42\n<script>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n", "{\"id\":\"1\"}\n\n\n\n",
  ])
  func whatIsNoneIsNotRead(text: String) {
    #expect(CheckpointSummary(Array(text.utf8)) == nil)
  }
}
