import Bytes
import DecisionEvent
import EventJSON
import Stages

/// What the values of a column are, whatever the event: the fixed types of `--canonical` and of
/// `--typed-header`.
enum ColumnType: String, CaseIterable, Sendable {
  /// A text; a number or boolean is taken as it is spelled, a container as its JSON.
  case string
  /// A time, as it is spelled: a text.
  case time
  /// A number of RFC 8259, as it is spelled.
  case number
  /// Texts.
  case list
  /// Any JSON value, byte for byte.
  case json
}

/// A column: one field of every event, under one name.
///
/// A class, as every cell of every event looks at one: a copy would count references to its lists.
final class Column: Sendable {
  /// The name as it was asked for: a canonical name or a short form of it, or a raw path.
  let name: String
  /// What its values are.
  let type: ColumnType
  /// What is read.
  let operand: Operand
  /// The canonical field, or nil for a raw path.
  let field: CanonicalField?
  /// Whether its value, where it is a scalar, is all of what stands at one place of the event.
  let isVerbatim: Bool

  /// Whether an array becomes a list; in a column of texts it is JSON, as it is in `--canonical`.
  var mayBeList: Bool { field == nil || type == .list }

  /// The column of a canonical field.
  convenience init(_ field: CanonicalField, _ query: inout EventQuery) {
    self.init(field.rawValue, field.columnType, query.operand(field), field)
  }

  private init(
    _ name: String, _ type: ColumnType, _ operand: Operand, _ field: CanonicalField? = nil
  ) {
    self.name = name
    self.type = type
    self.operand = operand
    self.field = field
    isVerbatim = !operand.isList && (field?.isVerbatim ?? true)
  }

  /// The column that `text` names: a canonical name, or a raw path that begins with a dot.
  ///
  /// `option` is what messages name.
  convenience init(
    _ text: String, option: String = "--fields", _ query: inout EventQuery
  ) throws(FormatProblem) {
    if text.utf8.first == .dot {
      do throws(FieldPath.Problem) {
        self.init(text, .json, query.operand(try FieldPath(text)))
      } catch {
        throw FormatProblem("\(option): \(Quoting.quoted(text)): \(error.reason)")
      }
      return
    }
    guard let canonical = CanonicalField(name: text) else {
      let names = CanonicalField.allCases.map(\.rawValue)
      let hint =
        NearestName.find(text, among: names).map { "did you mean '\($0)'?" }
        ?? "the fields are \(names.joined(separator: ", ")), and raw .paths"
      throw FormatProblem("\(option): unknown field \(Quoting.quoted(text)); \(hint)")
    }
    self.init(text, canonical.columnType, query.operand(canonical), canonical)
  }

  /// The columns of `--fields`, or where it is not given the canonical fields `defaults`.
  static func columns(
    _ fields: [String]?, defaults: [CanonicalField], _ query: inout EventQuery
  ) throws(FormatProblem) -> [Column] {
    guard let fields else { return defaults.map { Column($0, &query) } }
    var columns: [Column] = []
    for text in fields {
      let column = try Column(text, &query)
      guard !columns.contains(where: { $0.name == column.name }) else {
        throw FormatProblem("--fields: \(Quoting.quoted(text)) stands there twice")
      }
      columns.append(column)
    }
    guard !columns.isEmpty else { throw FormatProblem("--fields: expected a field") }
    return columns
  }

  /// The names that the columns are written under; plain ones may be equal, or empty, where the
  /// columns' own are not.
  static func names(of columns: [Column], plain: Bool) throws(FormatProblem) -> [String] {
    guard plain else { return columns.map(\.name) }
    var names: [String] = []
    for column in columns {
      let name = column.plainName
      guard !name.isEmpty else {
        throw FormatProblem("--underscores: \(Quoting.quoted(column.name)) has no letter or digit")
      }
      guard !names.contains(name) else {
        throw FormatProblem(
          "--underscores: two of --fields become \(Quoting.quoted(name)); leave one of them out")
      }
      names.append(name)
    }
    return names
  }

  /// The name in letters, digits and underscores, as warehouses take it: `tokens_input`.
  var plainName: String { Self.plainName(name) }

  /// The same of any name.
  static func plainName(_ name: String) -> String {
    var plain: [UInt8] = []
    for byte in name.utf8 {
      if byte.isLetter || byte.isDigit || byte >= 0x80 {
        plain.append(byte)
      } else if !plain.isEmpty, plain.last != UInt8(ascii: "_") {
        plain.append(UInt8(ascii: "_"))
      }
    }
    while plain.last == UInt8(ascii: "_") { plain.removeLast() }
    return String(decoding: plain, as: UTF8.self)
  }
}

extension CanonicalField {
  /// The default columns of tables: every fact of an event once, in the dictionary's order.
  static let columns: [CanonicalField] = CanonicalField.allCases.filter { field in
    switch field {
    // Their parts are columns.
    case .contentHashes, .escalation: false
    default: true
    }
  }

  /// The fixed type of the field's column.
  var columnType: ColumnType {
    switch self {
    case .inputTokens, .outputTokens, .cost, .latency: .number
    case .policyName, .policyVerdict, .policyReason, .citations, .citationVersion: .list
    case .contentHashes, .escalation: .json
    case .timestamp, .responseTimestamp, .escalationTime: .time
    default: .string
    }
  }
}
