public import Bytes
import Stages

extension UserPattern {
  /// Parses `NAME=ERE`, and compiles it once to see that it can be.
  ///
  /// - Throws: a name that is none, or a pattern that can't be compiled, costs too much, or fits an
  ///   empty text.
  public init(_ text: String) throws(RuleProblem) {
    guard let (name, expression) = RuleText.assignment(text) else {
      throw RuleProblem("expected NAME=EXPRESSION", about: text)
    }
    try self.init(checking: name, expression: expression)
  }

  /// A pattern whose name and expression are checked.
  init(checking name: String, expression: String) throws(RuleProblem) {
    try KindName.check(name)
    let nothing: [UInt8] = []
    let fitsNothing: Bool
    do throws(PosixExpression.Problem) {
      fitsNothing = try PosixExpression(expression).matches(nothing.span)
      _ = try ExpressionSearch(expression)
    } catch {
      throw RuleProblem(error.reason, about: name)
    }
    guard !fitsNothing else {
      throw RuleProblem("the expression fits an empty text, so it fits everywhere", about: name)
    }
    self.init(name: name, expression: expression)
  }
}

extension UserWords {
  /// Parses `NAME=FILE`, and reads the file.
  ///
  /// - Throws: a name that is none, or a file that can't be read or has no words.
  public init(_ text: String) throws(RuleProblem) {
    guard let (name, file) = RuleText.assignment(text), !file.isEmpty else {
      throw RuleProblem("expected NAME=FILE", about: text)
    }
    try KindName.check(name)
    try self.init(checking: name, words: try RuleFile.lines(Path(file)), from: file)
  }

  /// A list whose name is checked, and that has a word.
  init(checking name: String, words: [[UInt8]], from place: String) throws(RuleProblem) {
    try KindName.check(name)
    guard !words.isEmpty else { throw RuleProblem("\(Quoting.escaped(place)): no words") }
    guard words.allSatisfy({ $0.count <= WordIndex.entryLimit }) else {
      throw RuleProblem(
        "\(Quoting.escaped(place)): an entry is longer than \(WordIndex.entryLimit) bytes")
    }
    self.init(name: name, words: words)
  }
}

/// Values that are left alone.
public enum AllowedValues {
  /// Reads a file of them, one a line.
  ///
  /// - Throws: a file that can't be read, is not UTF-8, or has more than 64 MiB.
  public static func read(_ file: Path) throws(RuleProblem) -> [[UInt8]] {
    try checked(try RuleFile.lines(file))
  }

  /// Entries none of which lets everything pass.
  static func checked(_ entries: [[UInt8]]) throws(RuleProblem) -> [[UInt8]] {
    for entry in entries {
      guard !entry.isEmpty, entry != [UInt8(ascii: "@")], entry != [.dot] else {
        throw RuleProblem("an entry is a value, or a suffix such as @company.com")
      }
    }
    return entries
  }
}
