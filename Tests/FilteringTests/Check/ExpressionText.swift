import Bytes
import EventJSON

@testable import Filtering

/// Writes a compiled selection as an expression that means the same.
enum ExpressionText {
  /// The expression of a node.
  static func text(of node: Int, in compiler: SelectionCompiler) -> String {
    switch compiler.nodes[node] {
    case .test(let test): text(compiler.tests[test], compiler.labels[test])
    case .not(let child): "not \(enclosed(child, compiler))"
    case .all(let children): joined(children, "and", compiler)
    case .any(let children): joined(children, "or", compiler)
    }
  }

  private static func joined(
    _ children: [Int], _ word: String, _ compiler: SelectionCompiler
  ) -> String {
    children.map { enclosed($0, compiler) }.joined(separator: " \(word) ")
  }

  private static func enclosed(_ node: Int, _ compiler: SelectionCompiler) -> String {
    switch compiler.nodes[node] {
    case .test, .not: text(of: node, in: compiler)
    case .all, .any: "(\(text(of: node, in: compiler)))"
    }
  }

  private static func text(_ test: Test, _ label: SelectionLabel) -> String {
    switch test {
    case .compare(_, let comparison, let literals) where literals.count == 1:
      return "\(label.field) \(comparison.rawValue) \(spelled(literals[0]))"
    case .compare(_, _, let literals):
      let values = literals.map(spelled).joined(separator: ", ")
      return "\(label.field) in (\(values))"
    case .contains, .expression:
      return "\(label.field) \(label.comparison) \(quoted(Array(label.values[0].utf8)))"
    case .exists: return "exists \(label.field)"
    default: preconditionFailure("expressions make no other tests")
    }
  }

  private static func spelled(_ literal: Literal) -> String {
    if case .string(let bytes, _) = literal { return quoted(bytes) }
    return literal.description
  }

  private static func quoted(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = [.quote]
    for byte in bytes {
      if byte == .quote || byte == .backslash { text.append(.backslash) }
      text.append(byte)
    }
    return String(decoding: text + [.quote], as: UTF8.self)
  }
}
