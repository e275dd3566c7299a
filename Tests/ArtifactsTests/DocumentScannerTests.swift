import Bytes
import TestSupport
import Testing

@testable import Artifacts

@Suite struct DocumentScannerTests {
  private static let id = "0123456789abcdef0123456789abcdef"
  private static func end(_ id: String) -> String {
    #"{"_kt_stream":"end","id":"\#(id)","events":2,"bytes":5,"status":"complete","stages":[]}"#
  }

  /// The document that comes in portions which end at `cuts`; nil where no end is found.
  private func document(_ stream: [UInt8], cutAt cuts: [Int]) -> [UInt8]? {
    let scanner = DocumentScanner(id: Array(Self.id.utf8))
    var found: [UInt8] = []
    var unread: [UInt8] = []
    var start = 0
    for cut in cuts + [stream.count] {
      unread += stream[start..<cut]
      start = cut
      switch scanner.scan(unread.span) {
      case .end(let count): return found + unread[..<count]
      case .document(let count):
        found += unread[..<count]
        unread.removeFirst(count)
        // Never more than the beginning of an end line waits.
        #expect(unread.count < 60)
      }
    }
    return nil
  }

  private static let documents = [
    "", "a,b\r\n1,2\r\n", "no newline", "{", "{\"_kt_stream\":\"end\",\"id\":\"0123",
    "{\"_kt_stream\":{\"_kt_stream\":\"end\",\"id\":\"",
    end("ffffffffffffffffffffffffffffffff") + "\n", "x\n" + end("0123456789abcdef0123456789abcdee"),
    "\(end(id).prefix(57)){\"a\":1}\n",
  ]

  @Test(arguments: documents) func endIsFoundWhereverTheBlocksEnd(text: String) {
    let whole = Array(text.utf8)
    let stream = whole + Array("\(Self.end(Self.id))\n".utf8)
    #expect(document(stream, cutAt: []) == whole)
    #expect(document(stream, cutAt: Array(0..<stream.count)) == whole)
    for first in 0..<stream.count {
      #expect(document(stream, cutAt: [first]) == whole, "cut at \(first)")
      #expect(document(stream, cutAt: [first, min(first + 30, stream.count)]) == whole)
    }
  }

  @Test func documentWithoutTheEndHasNone() {
    let stream = Array((Self.documents[6] + Self.end(Self.id).prefix(57)).utf8)
    #expect(document(stream, cutAt: [3, 50]) == nil)
  }
}
