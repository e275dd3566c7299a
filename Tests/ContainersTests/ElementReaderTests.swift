import Bytes
import EventJSON
import TestSupport
import Testing

@testable import Containers

@Suite struct ElementReaderTests {
  /// The elements and faults of what stands behind an array's bracket, given in portions.
  private func read(
    _ text: String, cutAt cut: Int = 0, maximumLine: Int = 100
  ) -> (elements: [String], faults: [JSONProblem.Kind], isClosed: Bool) {
    let bytes = Array(text.utf8)
    var reader = ElementReader(maximumLine: maximumLine)
    var elements: [String] = []
    var faults: [JSONProblem.Kind] = []
    var start = 0
    var end = cut
    while true {
      let part = Array(bytes[start..<max(start, end)])
      switch reader.next(part.span) {
      case .more:
        if end == bytes.count { return (elements, faults, false) }
        end = bytes.count
      case .skip(let count): start += count
      case .element(let count):
        elements.append(String(decoding: part[..<count], as: UTF8.self))
        start += count
      case .fault(let kind): faults.append(kind)
      case .end: return (elements, faults, true)
      }
    }
  }

  private static let arrays: [(text: String, elements: [String], faults: [JSONProblem.Kind])] = [
    ("]", [], []), ("{\"a\":1}]", ["{\"a\":1}"], []),
    (" {} ,\r\n\t{\"b\":\"],\"} ] x", ["{}", "{\"b\":\"],\"}"], []),
    ("1,\"x\",[2]]", ["1", "\"x\"", "[2]"], []), ("{},]", ["{}"], [.expectedValue]),
    (",{}]", ["{}"], [.expectedValue]), ("{},,{}]", ["{}", "{}"], [.expectedValue]),
    ("{} {}]", ["{}", "{}"], [.expectedCommaOrBracket]),
    (",]", [], [.expectedValue, .expectedValue]),
    ("}]", ["}"], []),
  ]

  @Test func elementsStandBetweenCommasWhereverTheBytesAreCut() {
    for (text, elements, faults) in Self.arrays {
      for cut in 0...text.utf8.count {
        let result = read(text, cutAt: cut)
        #expect(result.elements == elements, "\(text) cut at \(cut)")
        #expect(result.faults == faults, "\(text) cut at \(cut)")
        #expect(result.isClosed, "\(text) cut at \(cut)")
      }
    }
  }

  @Test(arguments: ["", " ", "{}", "{},", "{\"a\":[", "{\"a\":\"]"])
  func arrayThatIsNotClosedAsksForMore(text: String) {
    #expect(!read(text).isClosed)
  }

  @Test func elementOverTheLimitGoesByAndHarmsNoOther() {
    let text = "{\"a\":\"\(String(repeating: "x", count: 50))\"},{\"b\":1}]"
    for cut in 0..<55 {
      let result = read(text, cutAt: cut, maximumLine: 10)
      // One that is there as a whole is told by who takes it.
      #expect(result.elements.last == "{\"b\":1}")
      #expect(result.faults == (cut > 10 ? [.tooLong(limit: 10)] : []))
    }
  }
}
