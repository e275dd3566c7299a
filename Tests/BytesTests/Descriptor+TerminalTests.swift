import TestSupport
import Testing

@testable import Bytes

@Suite struct DescriptorTerminalTests {
  @Test func whatIsNoTerminalHasNoWindow() throws {
    let folder = try TemporaryFolder()
    let file = try Path(folder.path("file")).openForWriting()
    #expect(file.windowWidth == nil && !file.isTerminal)
  }
}
