import Bytes
import DecisionEvent
import EventJSON
import Stages

/// Parses `--where` and compiles it as it goes.
///
/// ```
/// or      = and { "or" and }
/// and     = not { "and" not }
/// not     = "not" not | "(" or ")" | "exists" field | test
/// test    = field ( operator value | "in" "(" value { "," value } ")"
///                 | "contains" text | "~" text | "exists" )
/// field   = canonical name | "." raw path
/// value   = text | number | date | "true" | "false" | "null"
/// ```
struct ExpressionParser {
  private var lexer: ExpressionLexer
  private var token = Token.end
  private var offset = 0
  private var depth = 0

  /// Parses a whole expression into nodes of `compiler`; gives the root.
  static func parse(
    _ text: String, into compiler: inout SelectionCompiler
  ) throws(SelectionProblem) -> Int {
    var parser = ExpressionParser(lexer: ExpressionLexer(text))
    try parser.advance()
    let root = try parser.disjunction(&compiler)
    guard parser.token == .end else {
      throw parser.problem("expected 'and', 'or' or the end")
    }
    return root
  }

  private init(lexer: ExpressionLexer) { self.lexer = lexer }

  private func problem(_ reason: String) -> SelectionProblem {
    lexer.problem(reason, at: offset)
  }

  private mutating func advance() throws(SelectionProblem) {
    (token, offset) = try lexer.next()
  }

  private mutating func accept(_ expected: Token) throws(SelectionProblem) -> Bool {
    guard token == expected else { return false }
    try advance()
    return true
  }

  private mutating func expect(_ symbol: String) throws(SelectionProblem) {
    guard try accept(.symbol(symbol)) else { throw problem("expected '\(symbol)'") }
  }

  private mutating func disjunction(
    _ compiler: inout SelectionCompiler
  ) throws(SelectionProblem) -> Int {
    var nodes = [try conjunction(&compiler)]
    while try accept(.word("or")) { nodes.append(try conjunction(&compiler)) }
    return nodes.count == 1 ? nodes[0] : compiler.add(.any(nodes))
  }

  private mutating func conjunction(
    _ compiler: inout SelectionCompiler
  ) throws(SelectionProblem) -> Int {
    var nodes = [try negation(&compiler)]
    while try accept(.word("and")) { nodes.append(try negation(&compiler)) }
    return nodes.count == 1 ? nodes[0] : compiler.add(.all(nodes))
  }

  private mutating func negation(
    _ compiler: inout SelectionCompiler
  ) throws(SelectionProblem) -> Int {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 200 else { throw problem("nested deeper than 200") }
    if try accept(.word("not")) {
      let node = try negation(&compiler)
      return compiler.add(.not(node))
    }
    if try accept(.symbol("(")) {
      let node = try disjunction(&compiler)
      try expect(")")
      return node
    }
    if try accept(.word("exists")) {
      let isBracketed = try accept(.symbol("("))
      let field = try field(&compiler)
      if isBracketed { try expect(")") }
      return compiler.add(.exists(field.operand), SelectionLabel(field.name, "exists", []))
    }
    return try test(&compiler)
  }

  private mutating func test(
    _ compiler: inout SelectionCompiler
  ) throws(SelectionProblem) -> Int {
    let field = try field(&compiler)
    switch token {
    case .word("exists"):
      try advance()
      return compiler.add(.exists(field.operand), SelectionLabel(field.name, "exists", []))
    case .word("contains"):
      try advance()
      let text = try text("contains")
      return compiler.addContains(field, text)
    case .symbol("~"):
      try advance()
      let start = offset
      let pattern = String(decoding: try text("~"), as: UTF8.self)
      do throws(PosixExpression.Problem) {
        let expression = try PosixExpression(pattern)
        return compiler.add(
          .expression(field.operand, expression), SelectionLabel(field.name, "~", [pattern]))
      } catch {
        throw lexer.problem(error.reason, at: start)
      }
    case .word("in"):
      try advance()
      try expect("(")
      var literals = [try literal(field)]
      while try accept(.symbol(",")) { literals.append(try literal(field)) }
      try expect(")")
      return compiler.addComparison(field, .equal, literals)
    case .symbol(let symbol):
      guard let comparison = Comparison(rawValue: symbol) else { fallthrough }
      try advance()
      return compiler.addComparison(field, comparison, [try literal(field)])
    default:
      throw problem("expected ==, !=, <, <=, >, >=, in, contains, ~ or exists")
    }
  }

  private mutating func field(
    _ compiler: inout SelectionCompiler
  ) throws(SelectionProblem) -> SelectedField {
    let field: SelectedField
    switch token {
    case .path(let text):
      do throws(FieldPath.Problem) {
        field = compiler.field(try FieldPath(text))
      } catch {
        throw lexer.problem(error.reason, at: offset + error.offset)
      }
    case .word(let name):
      guard let canonical = CanonicalField(name: name) else {
        let near = NearestName.find(name, among: CanonicalField.allCases.map(\.rawValue))
        let hint = near.map { "; did you mean '\($0)'?" } ?? "; a raw path begins with a dot"
        throw problem("unknown field \(name)\(hint)")
      }
      field = compiler.field(canonical)
    default: throw problem("expected a field")
    }
    try advance()
    return field
  }

  private mutating func text(_ purpose: String) throws(SelectionProblem) -> [UInt8] {
    guard case .string(let bytes) = token else {
      throw problem("expected a text in quotes after \(purpose)")
    }
    guard !bytes.isEmpty else { throw problem("expected a text that is not empty") }
    try advance()
    return bytes
  }

  /// A value to compare `field` with; times are only compared with times.
  private mutating func literal(_ field: SelectedField) throws(SelectionProblem) -> Literal {
    let literal: Literal
    switch token {
    case .string(let bytes):
      literal = try string(String(decoding: bytes, as: UTF8.self), bytes, field)
    case .number(let text):
      let digits = Array(text.utf8)
      if !field.isTime, Skip.isNumber(digits.span) {
        literal = .number(digits)
      } else {
        guard let time = Timestamp(bound: text, now: .now) else {
          throw problem("expected a number, or a time such as 2026-01-31 or 7d")
        }
        literal = .time(time)
      }
    case .word("true"): literal = .boolean(true)
    case .word("false"): literal = .boolean(false)
    case .word("null"): literal = .null
    case .word: throw problem("expected a value; a text stands in quotes")
    default: throw problem("expected a value")
    }
    try advance()
    return literal
  }

  private func string(
    _ text: String, _ bytes: [UInt8], _ field: SelectedField
  ) throws(SelectionProblem) -> Literal {
    if field.isTime {
      guard let time = Timestamp(bound: text, now: .now) else {
        throw problem("expected a time such as \"2026-01-31\" or \"2026-01-31T12:00:00Z\"")
      }
      return .time(time)
    }
    if field.isOutcome, let outcome = Outcome(text) {
      return .string(Array(outcome.name.utf8), nil)
    }
    return .string(bytes, field.isRaw ? Timestamp(text) : nil)
  }
}
