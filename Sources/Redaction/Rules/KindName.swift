import Bytes
import Stages

/// The names of kinds: the built-in ones, and those that users give to kinds of their own.
enum KindName {
  private static let maximumLength = 64

  /// Checks the name of a user's own kind: `[A-Z][A-Z0-9_]*`, and no built-in one.
  static func check(_ name: String) throws(RuleProblem) {
    let bytes = Array(name.utf8)
    let isName =
      isUpper(bytes.first ?? 0)
      && bytes.allSatisfy { isUpper($0) || $0.isDigit || $0 == UInt8(ascii: "_") }
    guard isName, bytes.count <= maximumLength else {
      throw RuleProblem(
        "expected a name of capital letters, digits and '_', such as EMPLOYEE_ID", about: name)
    }
    guard KindTable.entry(named: name) == nil else {
      throw RuleProblem("the name of a built-in kind; choose another one", about: name)
    }
  }

  private static func isUpper(_ byte: UInt8) -> Bool { byte.isLetter && byte.lowercased != byte }

  /// The sentence for a name that nothing has, and what may have been meant.
  static func unknown(_ name: String, besides others: [String]) -> String {
    let names = KindTable.entries.map(\.name) + others
    let nearest =
      NearestName.find(name, among: names) ?? NearestName.find(name.uppercased(), among: names)
    guard let nearest else { return "unknown kind; 'kt-redact kinds' lists them" }
    return "unknown kind; did you mean \(nearest)?"
  }
}
