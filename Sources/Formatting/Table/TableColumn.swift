import DecisionEvent

/// One column of a table: what it shows, under which heading, and how wide it would like to be.
struct TableColumn: Sendable {
  let column: Column
  /// The heading: a field's name, or a shorter word in the default set.
  let heading: String
  let request: TableLayout.Request
  /// Whether its words have colours.
  let isOutcome: Bool

  /// A column, under its own name unless it has a shorter heading.
  init(_ column: Column, heading: String? = nil) {
    self.column = column
    self.heading = heading ?? column.name
    var request = Self.request(for: column.field)
    request.preferred = max(request.preferred, self.heading.unicodeScalars.count)
    self.request = request
    isOutcome = column.field?.isOutcome ?? false
  }

  /// Whether its values are numbers, so that the heading stands to the right, too.
  var isNumber: Bool { column.type == .number }

  /// The columns that are shown where none are asked for, with the headings that are no names.
  private static let standard: [(field: CanonicalField, heading: String?)] = [
    (.timestamp, "time"), (.user, nil), (.team, nil), (.model, nil), (.outcome, nil),
    (.inputTokens, "in"), (.outputTokens, "out"), (.cost, nil), (.input, nil),
  ]

  /// Standard columns that a narrow window does without, the first one first.
  private static let dispensable: [CanonicalField] = [
    .input, .cost, .outputTokens, .inputTokens, .model, .team, .user, .outcome,
  ]

  /// The columns of `fields`, or the standard ones.
  static func columns(
    _ fields: [String]?, _ query: inout EventQuery
  ) throws(FormatProblem) -> [TableColumn] {
    if let fields {
      return try Column.columns(fields, defaults: [], &query).map { TableColumn($0) }
    }
    return standard.map { field, heading in
      TableColumn(Column(field, &query), heading: heading)
    }
  }

  /// Those of the standard columns that a line of `width` columns has room for.
  static func fitting(_ columns: [TableColumn], width: Int?) -> [TableColumn] {
    var columns = columns
    var dispensable = dispensable[...]
    while let width, least(columns) > width, let field = dispensable.popFirst() {
      columns.removeAll { $0.column.field == field }
    }
    return columns
  }

  /// How wide a line of these columns is at the least.
  private static func least(_ columns: [TableColumn]) -> Int {
    columns.reduce(TableLayout.gap * (columns.count - 1)) { $0 + $1.request.minimum }
  }

  private static func request(for field: CanonicalField?) -> TableLayout.Request {
    switch field {
    case .timestamp, .responseTimestamp, .escalationTime:
      TableLayout.Request(preferred: 24, minimum: 20)
    case .id, .conversation, .requestID: TableLayout.Request(preferred: 36, minimum: 8)
    case .user, .model: TableLayout.Request(preferred: 18, minimum: 8)
    case .userEmail: TableLayout.Request(preferred: 24, minimum: 8)
    case .team, .provider, .userRole: TableLayout.Request(preferred: 12, minimum: 6)
    case .outcome: TableLayout.Request(preferred: 9, minimum: 7)
    case .inputTokens, .outputTokens: TableLayout.Request(preferred: 7, minimum: 5)
    case .cost, .latency: TableLayout.Request(preferred: 10, minimum: 7)
    case .policyName, .policyVerdict, .policyReason, .citations, .escalation, .contentHashes:
      TableLayout.Request(preferred: 28, minimum: 8)
    case .input, .output: TableLayout.Request(preferred: 30, minimum: 10, stretches: true)
    default: TableLayout.Request(preferred: 16, minimum: 8)
    }
  }
}
