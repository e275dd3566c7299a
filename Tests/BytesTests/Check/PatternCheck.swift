@testable import Bytes

/// What must hold of every POSIX expression and text: tests of random ones and the fuzzer share it.
///
/// The first line of an input is an expression, and the rest a text.
enum PatternCheck {
  /// Expressions to begin with, each with a text.
  static let seeds =
    [
      ("[0-9]{3}-[0-9]{2}", "is 123-45"), ("(^|,)x|b+$", "x,x,yxb"),
      ("\\<c[a-z]*\\>", "cat 1cat c"),
      ("\\bcat\\b|\\Bb\\B", "cat abc"), ("[[:upper:]]{2}[.]|[]a-]+", "ABC.x]a]"),
      ("(a|ab|abc)*d?", "abcabd"), ("a{,2}(b|c){1,}", "aabcbc"), ("\\w+@\\w+\\.", "jo@ex.a"),
      ("x\\'|\\`a", "axax"), ("(a+)+b|(a|aa)+$c", "aaaaaaaa"), ("[^a]|\\W\\.", "a\0b."),
      ("a*|b", "baac"), ("(()|x)+y", "xxy"),
    ].map { Array("\($0)\n\($1)".utf8) }

  /// What does not hold of an input, or nil.
  static func complaint(about input: [UInt8]) -> String? {
    let parts = input.split(separator: .newline, maxSplits: 1, omittingEmptySubsequences: false)
    let pattern = String(decoding: parts.first ?? [], as: UTF8.self)
    let text = Array((parts.count > 1 ? parts[1] : []).prefix(maximumText))
    do throws(PosixExpression.Problem) {
      let library = try PosixExpression(pattern)
      _ = try PosixExpression(pattern, ignoringCase: true)
      let fits = library.matches(text.span)
      var search = try ExpressionSearch(pattern)
      let found = matches(&search, text)
      if !found.isEmpty, !fits { return "a match where the C library has none" }
      if found != matches(&search, text) { return "other matches the second time" }
      if let literal = search.requiredLiteral, !found.allSatisfy({ holds(text[$0], literal) }) {
        return "a match without what every match holds"
      }
      let naive = try NaiveSearch(pattern)
      let expected = naive.matches(text)
      return found == expected ? nil : "matches \(found) in place of \(expected)"
    } catch {
      return error.reason.isEmpty ? "a refusal without a reason" : nil
    }
  }

  /// The naive search takes time in the cube of the text.
  private static let maximumText = 40

  private static func matches(_ search: inout ExpressionSearch, _ text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    search.eachMatch(in: text.span) { found.append($0..<$1) }
    return found
  }

  private static func holds(_ text: ArraySlice<UInt8>, _ literal: [UInt8]) -> Bool {
    text.indices.contains { text[$0...].starts(with: literal) }
  }
}
