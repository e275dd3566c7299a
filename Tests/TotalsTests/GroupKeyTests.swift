import Bytes
import EventJSON
import TestSupport
import Testing

@testable import Totals

@Suite struct GroupKeyTests {
  private func key(_ texts: [String?], isLiteral: Bool = false) -> [UInt8] {
    collect { output in
      for text in texts {
        guard let text else {
          GroupKey.appendNone(to: &output)
          continue
        }
        let bytes = Array(text.utf8)
        GroupKey.append(isLiteral ? .number : .string, bytes.span, to: &output)
      }
    }
  }

  @Test func valuesAreReadBack() {
    let bytes = key(["a", nil, "", "\u{0}b"])
    var offset = 0
    var texts: [String?] = []
    while offset < bytes.count {
      switch GroupKey.next(in: bytes.span, &offset) {
      case .none: texts.append(nil)
      case .text(let range), .literal(let range):
        texts.append(String(decoding: bytes[range], as: UTF8.self))
      }
    }
    #expect(texts == ["a", nil, "", "\u{0}b"])
  }

  @Test func differentValuesHaveDifferentKeys() {
    let keys = [
      key(["ab", "c"]), key(["a", "bc"]), key(["abc", ""]), key(["abc", nil]), key([nil, "abc"]),
      key(["1"]), key(["1"], isLiteral: true), key(["(none)"]), key([nil]),
    ]
    #expect(Set(keys).count == keys.count)
  }

  @Test func keysAreOrderedValueByValue() {
    let ordered = [
      key([nil, "z"]), key(["a", nil]), key(["a", "b"]), key(["ab", "a"]), key(["b", "a"]),
      key(["0", "0"], isLiteral: true),
    ]
    for (index, left) in ordered.enumerated() {
      for (other, right) in ordered.enumerated() {
        let order = GroupKey.compare(left.span, right.span)
        #expect(order.signum() == (index - other).signum())
      }
    }
  }
}
