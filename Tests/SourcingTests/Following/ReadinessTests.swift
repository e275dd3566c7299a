import Bytes
import Foundation
import TestSupport
import Testing

@testable import Sourcing

@Suite struct ReadinessTests {
  private func isReady(_ content: Data) throws -> Bool {
    let folder = try TemporaryFolder()
    let url = folder.url.appendingPathComponent("events")
    try content.write(to: url)
    var pump = quietPump()
    return try Readiness.isReady(Path(url.path), &pump, maximumLine: 1000)
  }

  @Test(arguments: ["", "{", "{\"id\":1}\n{\"id\"", "{\"id\":1}\n{}\n", "nothing at all"])
  func linesAreReadAsTheyCome(text: String) throws {
    #expect(try isReady(Data(text.utf8)))
  }

  @Test func documentsAreReadWhenTheyAreWhole() throws {
    let array = "[{\"id\":1},{\"id\":2}]"
    for length in 1...array.utf8.count {
      let part = Data(array.utf8.prefix(length))
      #expect(try isReady(part) == (length == array.utf8.count), "cut at \(length)")
    }
    // Up to its first event nobody can tell that it is an envelope, and as a line it is half.
    let envelopes = "{\"events\":[{\"id\":1}],\"next\":null}\n[{}]"
    let whole = Set(1...11).union([33, 34, 38])
    for length in 1...envelopes.utf8.count {
      let part = Data(envelopes.utf8.prefix(length))
      #expect(try isReady(part) == whole.contains(length), "cut at \(length)")
    }
  }

  @Test func compressedFilesAreReadWhenTheyAreWhole() throws {
    let folder = try TemporaryFolder()
    _ = try runScript("echo '{\"id\":1}' | gzip > events.gz", in: folder.url)
    let content = try Data(contentsOf: folder.url.appendingPathComponent("events.gz"))
    for length in 2...content.count {
      #expect(try isReady(content.prefix(length)) == (length == content.count), "\(length)")
    }
  }
}
