import Bytes
import EventJSON
import TestSupport
import Testing

@testable import Formatting

@Suite struct ListCursorTests {
  private func join(_ elements: [String?]) -> String {
    let bytes = collect { output in
      var list = ListText()
      for element in elements {
        guard let element else {
          list.appendNull(into: &output)
          continue
        }
        let text = Array(element.utf8)
        list.append(text.span, into: &output)
      }
      list.finish(into: &output)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func split(_ text: String) -> [String?] {
    let bytes = Array(text.utf8)
    var cursor = ListCursor(bytes.span, isJSON: false)
    var elements: [String?] = []
    while cursor.advance(bytes.span) {
      let element = cursor.element
      if element.kind == .absent {
        elements.append(nil)
      } else {
        let text = collect { ListCursor.appendText(bytes.span, element, into: &$0) }
        elements.append(String(decoding: text, as: UTF8.self))
      }
    }
    return elements
  }

  @Test func whatIsJoinedIsTakenApartAgain() {
    let pieces: [String?] = [nil, "", "a", ";", "\\", "\\e", "e", "\\;", "a;b\\"]
    var lists: [[String?]] = [[]]
    for _ in 0..<3 { lists += lists.flatMap { list in pieces.map { list + [$0] } } }
    var joined: [String: [String?]] = [:]
    for list in lists {
      let text = join(list)
      #expect(split(text) == list, "\(list)")
      #expect(joined[text] == nil || joined[text] == list, "\(text)")
      joined[text] = list
    }
  }

  @Test func elementsOfJSONComeAsTheyAre() {
    let text = Array(#"["a;b", null,{"k":[1]} ]"#.utf8)
    var cursor = ListCursor(text.span, isJSON: true)
    #expect(cursor.count(text.span) == 3)
    var kinds: [Field.Kind] = []
    while cursor.advance(text.span) { kinds.append(cursor.element.kind) }
    #expect(kinds == [.string, .null, .object])
  }

  @Test func aLoneSurrogateIsWrittenAsItsEscape() {
    let bytes = collect { output in
      var list = ListText()
      let text: [UInt8] = [0xED, 0xA0, 0x80]
      list.append(text.span, into: &output)
    }
    #expect(bytes == Array(#"\\ud800"#.utf8))
  }
}
