import Bytes
public import DecisionEvent
import EventJSON
import Stages

extension Selection {
  /// Compiles a request; `now` is what spans of time count back from.
  ///
  /// - Throws: the option, and what of it can't be understood: a pattern, a time, an expression.
  public init(_ request: SelectionRequest, now: Timestamp) throws(SelectionProblem) {
    self = try Self.compile(request, now: now).selection
  }

  /// Compiles a request, and keeps the words to explain it in.
  static func compile(
    _ request: SelectionRequest, now: Timestamp
  ) throws(SelectionProblem) -> (selection: Selection, compiler: SelectionCompiler, root: Int) {
    var compiler = SelectionCompiler(request.dictionary)
    var parts = FilterParts(request)
    try parts.add(filters: request.filters, now: now, &compiler)
    var nodes: [Int] = []
    if !parts.window.isUnbounded {
      let operand = compiler.query(.timestamp)
      let bounds = [parts.window.since, parts.window.until].map { $0?.description ?? "" }
      nodes.append(
        compiler.add(
          .window(operand, parts.window), SelectionLabel("timestamp", "since, until", bounds)))
    }
    for criterion in Criterion.allCases {
      guard let given = parts.values[criterion] else { continue }
      let values = try Self.split(given, option: "--\(criterion.rawValue)")
      if let node = try compiler.add(criterion, values) { nodes.append(node) }
    }
    nodes += parts.nodes
    for text in request.expressions {
      nodes.append(try ExpressionParser.parse(text, into: &compiler))
    }
    if !request.words.isEmpty || !request.regularExpressions.isEmpty {
      nodes += try compiler.addTextSearches(request)
    }
    let root = nodes.count == 1 ? nodes[0] : compiler.add(.all(nodes))
    let selection = Selection(
      tests: compiler.tests, nodes: compiler.nodes, root: root, query: compiler.query)
    return (selection, compiler, root)
  }

  /// The parts of lists; an empty one, such as an unset variable's, must not select everything.
  fileprivate static func split(
    _ lists: [String], option: String
  ) throws(SelectionProblem) -> [String] {
    var values: [String] = []
    for list in lists {
      let parts = Pattern.list(list)
      guard !parts.isEmpty else {
        throw SelectionProblem(option: option, "expected a value that is not empty")
      }
      values += parts
    }
    return values
  }
}

/// The request with what `--filter` adds to it.
private struct FilterParts {
  var values: [Criterion: [String]]
  var window: TimeWindow
  var nodes: [Int] = []

  init(_ request: SelectionRequest) {
    values = request.values
    window = request.window
  }

  /// Adds `KEY=VALUE` filters: a key is a criterion, a bound of time, a canonical name or a raw
  /// path; `_` and `-` are the same in the first two.
  mutating func add(
    filters: [String], now: Timestamp, _ compiler: inout SelectionCompiler
  ) throws(SelectionProblem) {
    var others: [(key: String, values: [String])] = []
    for filter in filters {
      guard let equals = filter.firstIndex(of: "="), equals > filter.startIndex else {
        throw SelectionProblem(option: "--filter", "expected KEY=VALUE, not '\(filter)'")
      }
      let key = String(filter[..<equals])
      let value = String(filter[filter.index(after: equals)...])
      let name = String(key.map { $0 == "_" ? "-" : $0 }).lowercased()
      if let criterion = Criterion(rawValue: Self.aliases[name] ?? name) {
        _ = try Selection.split([value], option: "--filter")
        values[criterion, default: []].append(value)
      } else if try !addBound(name, value, now) {
        let parts = try Selection.split([value], option: "--filter")
        if let index = others.firstIndex(where: { $0.key == key }) {
          others[index].values += parts
        } else {
          others.append((key, parts))
        }
      }
    }
    for (key, values) in others {
      nodes.append(compiler.addPatterns(try Self.field(key, &compiler), values))
    }
  }

  private static let aliases = [
    "outcome": "verdict", "decision": "verdict", "user.role": "role", "organization": "org",
    "conversation-id": "conversation", "gateway-id": "gateway", "event-id": "id",
    "org-id": "org", "team-id": "team", "user-id": "user", "reason-code": "reason",
    "event-type": "type", "policy-outcome": "verdict",
  ]

  private mutating func addBound(
    _ name: String, _ value: String, _ now: Timestamp
  ) throws(SelectionProblem) -> Bool {
    let bound: Timestamp?
    switch name {
    case "since", "from", "date-from", "until", "to": bound = Timestamp(bound: value, now: now)
    case "date-to": bound = Timestamp(endOfDay: value)
    default: return false
    }
    guard let bound else {
      throw SelectionProblem(option: "--filter", "\(name): '\(value)' is not a time")
    }
    if ["since", "from", "date-from"].contains(name) {
      window.since = max(window.since ?? bound, bound)
    } else {
      window.until = min(window.until ?? bound, bound)
    }
    return true
  }

  private static func field(
    _ key: String, _ compiler: inout SelectionCompiler
  ) throws(SelectionProblem) -> SelectedField {
    if let field = CanonicalField(name: key) { return compiler.field(field) }
    guard key.hasPrefix(".") else {
      let names = Criterion.allCases.map(\.rawValue) + CanonicalField.allCases.map(\.rawValue)
      let hint = NearestName.find(key, among: names).map { "; did you mean '\($0)'?" } ?? ""
      throw SelectionProblem(option: "--filter", "unknown key '\(key)'\(hint)")
    }
    do throws(FieldPath.Problem) {
      return compiler.field(try FieldPath(key))
    } catch {
      throw SelectionProblem(option: "--filter", error.reason, in: key, at: error.offset)
    }
  }
}

extension SelectionCompiler {
  /// The operand of a canonical field.
  mutating func query(_ field: CanonicalField) -> Operand { self.field(field).operand }

  /// Adds a criterion's test; nil where its values let everything through.
  mutating func add(
    _ criterion: Criterion, _ values: [String]
  ) throws(SelectionProblem) -> Int? {
    if let field = criterion.field { return addPatterns(self.field(field), values) }
    let label = SelectionLabel(criterion.rawValue, "matches", values)
    switch criterion {
    case .user:
      let address = addPatterns(field(.userEmail), values)
      return join([addPatterns(field(.user), values), address])
    case .verdict:
      let set = OutcomeSet(values, wording: .console)
      _ = query(.outcome)
      return set.isEverything ? nil : add(.outcome(set), label)
    case .policyVerdict:
      let set = OutcomeSet(values, wording: .exact)
      _ = query(.policyVerdict)
      return set.isEverything ? nil : add(.policyVerdict(set), label)
    default:
      _ = query(.policyName)
      var patterns: [PolicyPattern] = []
      for value in values { patterns.append(try Self.policyPattern(value)) }
      return add(.policy(patterns), label)
    }
  }

  /// `NAME` or `NAME=VERDICT`.
  private static func policyPattern(
    _ value: String
  ) throws(SelectionProblem) -> PolicyPattern {
    let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty }) else {
      throw SelectionProblem(option: "--policy", "expected NAME or NAME=VERDICT")
    }
    let verdict = parts.count == 2 ? OutcomeSet([String(parts[1])], wording: .exact) : nil
    return PolicyPattern(name: Pattern(String(parts[0])), verdict: verdict)
  }

  /// Adds the searches in texts: any word, and any regular expression.
  mutating func addTextSearches(
    _ request: SelectionRequest
  ) throws(SelectionProblem) -> [Int] {
    let comparison = request.ignoresCase ? " in any case" : ""
    let texts = [query(.input), query(.output)]
    var nodes: [Int] = []
    if !request.words.isEmpty {
      guard !request.words.contains("") else {
        throw SelectionProblem(option: "--text", "expected a word that is not empty")
      }
      let search = TextSearch(
        words: request.words.map { Array($0.utf8) }, expressions: [],
        ignoringCase: request.ignoresCase, in: texts)
      let label = SelectionLabel("input, output", "contains\(comparison)", request.words)
      nodes.append(add(.text(search), label))
    }
    if !request.regularExpressions.isEmpty {
      guard !request.regularExpressions.contains("") else {
        throw SelectionProblem(option: "--regex", "expected an expression that is not empty")
      }
      var expressions: [PosixExpression] = []
      for pattern in request.regularExpressions {
        do throws(PosixExpression.Problem) {
          expressions.append(try PosixExpression(pattern, ignoringCase: request.ignoresCase))
        } catch {
          throw SelectionProblem(option: "--regex", error.reason)
        }
      }
      let search = TextSearch(words: [], expressions: expressions, ignoringCase: false, in: texts)
      let label = SelectionLabel(
        "input, output", "~\(comparison)", request.regularExpressions)
      nodes.append(add(.text(search), label))
    }
    return nodes
  }
}
