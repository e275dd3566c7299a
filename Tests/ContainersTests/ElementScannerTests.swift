import Bytes
import Testing

@testable import Containers

@Suite struct ElementScannerTests {
  /// The length of the value at the beginning of each text, which goes on behind it.
  private static let values: [(text: String, length: Int)] = [
    ("{},", 2), ("[] ]", 2), (#"{"a":[1,{"b":"}]"}]}]"#, 20), (#""x,]}" ,"#, 6), (#""a\"b",1"#, 6),
    (#""\\",1"#, 4), (#""\\\"",1"#, 6), ("12,", 2), ("-1.5e3]", 6), ("true }", 4), ("null\n", 4),
    (#"{"k":"\u005D"}x"#, 14), ("{\n \"a\" : 1\r\n},", 13), (#"{"é":"😀"},"#, 13),
    (#"{"a":"long enough for a whole vector of plain bytes"},"#, 53), (#"[[[["]"]]]],"#, 11),
  ]

  @Test func valueEndsWhereItsBracketsAndQuotesDo() {
    for (text, length) in Self.values {
      var scanner = ElementScanner()
      let bytes = Array(text.utf8)
      let end = scanner.scan(bytes.span)
      #expect(end == length, "\(text)")
    }
  }

  @Test func splitAtAnyByteEqualsOneScan() {
    for (text, length) in Self.values {
      let bytes = Array(text.utf8)
      for first in 0...length {
        for second in first...length {
          var scanner = ElementScanner()
          var end: Int?
          for cut in [first, second, bytes.count] where end == nil {
            let part = bytes.span.extracting(0..<cut)
            end = scanner.scan(part)
            // Brackets and quotes end a value by themselves; words and numbers need what follows.
            if cut < length { #expect(end == nil, "\(text) cut at \(cut)") }
          }
          #expect(end == length, "\(text) cut at \(first) and \(second)")
        }
      }
    }
  }

  @Test func rebasedScannerGoesOnInTheRest() {
    let bytes = Array(#"{"a":"x\"y","b":[1,2]},"#.utf8)
    for cut in 1..<22 {
      var scanner = ElementScanner()
      let head = bytes.span.extracting(0..<cut)
      let early = scanner.scan(head)
      #expect(early == nil)
      let dropped = scanner.offset
      scanner.rebase(by: dropped)
      let tail = bytes.span.extracting(dropped..<bytes.count)
      let end = scanner.scan(tail)
      #expect(end.map { $0 + dropped } == 22)
    }
  }

  @Test func scannerInsideBracketsEndsWithThem() {
    let bytes = Array(#"  , "x": {"]": 1}, 2 } ]"#.utf8)
    var scanner = ElementScanner(depth: 1)
    let end = scanner.scan(bytes.span)
    #expect(end == 22)
  }
}
