import Bytes
import Stages

/// Finds the user's own patterns (`--pattern NAME=ERE`; spec/redaction.md, section 4), wherever the
/// expression says: it sets its own boundaries.
struct PatternDetector: Sendable {
  private struct Pattern: Sendable {
    var search: ExpressionSearch
    let prefilter: LiteralPrefilter
  }

  private var patterns: [Pattern] = []

  /// A detector of patterns; they have the kinds from `Hit.firstUserKind` on, in order.
  init(_ patterns: [UserPattern]) throws(Problem) {
    for pattern in patterns {
      do throws(PosixExpression.Problem) {
        let search = try ExpressionSearch(pattern.expression)
        self.patterns.append(
          Pattern(search: search, prefilter: LiteralPrefilter(search.requiredLiteral)))
      } catch {
        throw Problem(.usage, "--pattern: \(pattern.name): \(error.reason)")
      }
    }
  }

  /// Notes every match that has a byte; a match that cuts a character takes the whole of it.
  mutating func find(_ text: Span<UInt8>, into hits: inout Hits) {
    for index in patterns.indices where patterns[index].prefilter.mayMatch(text) {
      let kind = Hit.firstUserKind + UInt8(index)
      patterns[index].search.eachMatch(in: text) { start, end in
        let (start, end) = Self.wholeCharacters(text, start, end)
        hits.found.append(Hit(start: start, end: end, kind: kind, confidence: 3))
      }
    }
  }

  /// Widens a range by the other bytes of the characters at its ends: a dot is one byte.
  private static func wholeCharacters(
    _ text: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (start: Int, end: Int) {
    var (first, behind) = (start, end)
    while first > 0, start - first < 3, text[first] & 0xC0 == 0x80 { first -= 1 }
    while behind < text.count, behind - end < 3, text[behind] & 0xC0 == 0x80 { behind += 1 }
    return (first, behind)
  }
}
