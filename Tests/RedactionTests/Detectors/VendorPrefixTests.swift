import Bytes
import Testing

@testable import Redaction

@Suite struct VendorPrefixTests {
  @Test func aBodyIsSpelledAsItsParts() {
    #expect(
      BodyPart.parse("d{2,4}-b{80,120}") == [
        BodyPart(bytes: .digits, from: 2, to: 4), BodyPart(bytes: ByteSet("-"), from: 1, to: 1),
        BodyPart(bytes: .base64URL, from: 80, to: 120),
      ])
    #expect(
      BodyPart.parse("_eyJ[A-F=]{1}") == [
        BodyPart(bytes: ByteSet("_"), from: 1, to: 1),
        BodyPart(bytes: ByteSet("e"), from: 1, to: 1),
        BodyPart(bytes: ByteSet("y"), from: 1, to: 1),
        BodyPart(bytes: ByteSet("J"), from: 1, to: 1),
        BodyPart(bytes: ByteSet("A-F="), from: 1, to: 1),
      ])
    #expect(BodyPart.parse("") == [])
  }

  @Test func everyPrefixIsReachedFromAWordStart() {
    let filter = PrefixFilter(PrefixedSecrets.prefixes)
    for row in VendorPrefixTable.rows {
      let bytes = Array(row.prefix.utf8)
      #expect(bytes.count >= 3, "\(row.prefix)")
      #expect(Boundary.isWord(bytes[0]), "\(row.prefix)")
      let isReached = filter.mayBegin(bytes.span, at: 0)
      #expect(isReached, "\(row.prefix)")
    }
  }

  @Test func everyRowFindsItsShortestAndLongestToken() {
    for (number, row) in VendorPrefixTable.rows.enumerated() {
      guard row.shape == .parts || row.shape == .gitlabRoutable else { continue }
      for isLongest in [false, true] {
        var maker = SecretMaker(seed: UInt64(number + 1))
        let body = maker.body(BodyPart.parse(row.body), longest: isLongest)
        let token = row.prefix + body
        let scheme = row.needs.contains(.scheme) ? "https://" : ""
        #expect(
          values(of: row.kind, in: "use \(scheme)\(token), please") == [scheme + token],
          "\(row.prefix)")
      }
    }
  }

  @Test func noRowTakesAPlaceholder() {
    for row in VendorPrefixTable.rows {
      for part in ["x", "X", "0", "*", "a1"] {
        let text = row.prefix + String(repeating: part, count: 120 / part.count)
        #expect(values(of: row.kind, in: text) == [], "\(row.prefix)")
      }
      #expect(values(of: row.kind, in: row.prefix) == [], "\(row.prefix)")
      #expect(values(of: row.kind, in: "\(row.prefix)YOUR_KEY_GOES_HERE") == [], "\(row.prefix)")
    }
  }

  @Test func aRowThatCannotBeFoundIsShadowedByNone() {
    // Rows that share three bytes are tried in turn; the same prefix needs another body.
    let spelled = VendorPrefixTable.rows.map { "\($0.prefix) \($0.body)" }
    #expect(Set(spelled).count == spelled.count)
  }
}
