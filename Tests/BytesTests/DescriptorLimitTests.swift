import Bytes
import Testing

@Suite struct DescriptorLimitTests {
  @Test func limitIsRaisedOnceAndForAll() {
    let limit = DescriptorLimit.raise()
    #expect(limit >= 20)
    #expect(DescriptorLimit.raise() == limit)
  }
}
