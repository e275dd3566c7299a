import TestSupport
import Testing

@Suite struct DecoderCheckTests {
  @Test func everySplitOfAFileDecodesToTheSame() throws {
    let complaints = try FuzzInputs.complaints(
      of: "decoder", seeds: DecoderCheck.seeds, rounds: 2_000, check: DecoderCheck.complaint)
    #expect(complaints == [])
  }
}
