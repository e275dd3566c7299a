import Bytes
import Digests
import TestSupport
import Testing

@testable import Artifacts

@Suite struct NameEscapingTests {
  private func name(
    _ value: [UInt8], delimiter: UInt8? = nil, limit: Int = 200
  ) -> String {
    let name = collect {
      NameEscaping.append(value.span, delimiter: delimiter, limit: limit, to: &$0)
    }
    return String(decoding: name, as: UTF8.self)
  }

  private func name(_ value: String, delimiter: UInt8? = nil, limit: Int = 200) -> String {
    name(Array(value.utf8), delimiter: delimiter, limit: limit)
  }

  private func word(_ word: NameEscaping.Word) -> String {
    String(decoding: collect { NameEscaping.appendWord(word, to: &$0) }, as: UTF8.self)
  }

  // spec/cli.md: "escaped injectively (all but a-z 0-9 _ - as %XX, case included)".
  @Test(arguments: [
    ("legal", "legal"), ("a-z_09", "a-z_09"), ("Legal", "%4Cegal"), ("a b", "a%20b"),
    (".", "%2E"), ("..", "%2E%2E"), ("../../etc", "%2E%2E%2F%2E%2E%2Fetc"), ("\u{0}", "%00"),
    ("é", "%C3%A9"), ("e\u{301}", "e%CC%81"), ("%4C", "%254%43"), ("a%h", "a%25h"),
    ("a=b", "a%3Db"), ("__none__", "%5F_none__"), ("__empty__", "%5F_empty__"), ("", "__empty__"),
    ("__none", "__none"), ("__none__x", "__none__x"), ("_none_", "_none_"),
  ])
  func everyOtherByteIsEscaped(value: String, expected: String) {
    #expect(name(value) == expected)
  }

  @Test func absentIsDistinctFromItsWord() {
    #expect(word(.none) == "__none__" && word(.empty) == "__empty__")
    #expect(name("__none__") != word(.none) && name("__empty__") != word(.empty))
  }

  @Test func delimiterIsEscapedInTheValue() {
    #expect(name("a-b-c", delimiter: UInt8(ascii: "-")) == "a%2Db%2Dc")
    #expect(name("a_b", delimiter: UInt8(ascii: "_")) == "a%5Fb")
    #expect(name("a.b", delimiter: UInt8(ascii: ".")) == "a%2Eb")
  }

  @Test func longValuesEndInTheirDigest() {
    let longest = [UInt8](repeating: UInt8(ascii: "a"), count: 200)
    #expect(name(longest) == String(repeating: "a", count: 200))
    let long = longest + [UInt8(ascii: "b")]
    var digest = StreamDigest()
    digest.update(long.span)
    let sum = Array(digest.finalize().prefix(16)).hexadecimal
    #expect(name(long) == String(repeating: "a", count: 166) + "%h" + sum)
    // No escape is cut in two.
    let escaped = [UInt8](repeating: UInt8(ascii: "A"), count: 5_000)
    let short = name(escaped, limit: 66)
    #expect(short.hasPrefix(String(repeating: "%41", count: 10) + "%h") && short.count == 64)
  }

  /// What the escaping of a value may look like.
  private func isName(_ name: [UInt8], delimiter: UInt8?) -> Bool {
    var offset = 0
    while offset < name.count {
      let byte = name[offset]
      if byte == UInt8(ascii: "%") {
        let rest = name[(offset + 1)...]
        if rest.first == UInt8(ascii: "h") {
          let digits = rest.dropFirst()
          let hexadecimal = Array("0123456789abcdef".utf8)
          return digits.count == 32 && digits.allSatisfy { hexadecimal.contains($0) }
        }
        let isEscape = rest.prefix(2).allSatisfy { Array("0123456789ABCDEF".utf8).contains($0) }
        guard rest.count >= 2, isEscape else { return false }
        offset += 3
      } else {
        guard Array("abcdefghijklmnopqrstuvwxyz0123456789_-".utf8).contains(byte),
          byte != delimiter
        else { return false }
        offset += 1
      }
    }
    return !name.isEmpty
  }

  /// Random values: any bytes, and bytes that make words, escapes and digests.
  private func randomValue(_ random: inout SeededGenerator) -> [UInt8] {
    let alphabets = [
      Array(0...255), Array("_none".utf8), Array("_empty%h".utf8), Array("%hA4".utf8),
    ]
    let length = random.below(8) == 0 ? random.below(400) : random.below(12)
    return random.bytes(length, of: random.pick(alphabets))
  }

  @Test(arguments: ["", "-", "_", ".", "=", "~"], [40, 66, 100, 200])
  func noTwoValuesHaveOneName(delimiters: String, limit: Int) {
    var random = SeededGenerator(for: "NameEscapingTests.injective")
    let delimiter = delimiters.utf8.first
    var values: [[UInt8]] = [[]]
    for byte in UInt8.min...UInt8.max { values.append([byte]) }
    for _ in 0..<1_500 {
      let value = randomValue(&random)
      // Neighbours: one byte more, and one that differs at the end.
      values += [value, value + [UInt8(ascii: "a")]]
      if let last = value.last { values.append(value.dropLast() + [last ^ 0x20]) }
    }
    var named: [String: [UInt8]] = [:]
    for value in values {
      let name = name(value, delimiter: delimiter, limit: limit)
      #expect(name.utf8.count <= limit)
      #expect(name != word(.none) && (name == word(.empty)) == value.isEmpty)
      let isName = value.isEmpty || isName(Array(name.utf8), delimiter: delimiter)
      #expect(isName, "\(name), seed \(random.seed)")
      let other = named.updateValue(value, forKey: name)
      #expect(other == nil || other == value, "\(name), seed \(random.seed)")
    }
  }
}
