import Bytes
import DecisionEvent
import EventJSON
import Stages

/// How the cells of a column are taken: numbers alone, which are copied for each cell.
struct CellRule {
  /// The type that the header or the user states; nil where each cell's spelling decides.
  let type: ColumnType?
  /// Whether a cell holds the values of many elements.
  let isList: Bool
  /// Whether a cell that is the JSON of an object is one, though no header says so.
  let mayBeJSON: Bool
  /// Whether elements that look like numbers are: events have versions as numbers.
  let hasNumbers: Bool
  /// How many containers the cell's value stands in.
  let depth: Int
}

/// A column of the file that is read: where its cells go, and how they are taken.
struct InputColumn {
  /// Its name in the header, without a type.
  let name: String
  /// The type that the header or the user states; nil where each cell's spelling decides.
  var type: ColumnType?
  /// The canonical field that it is, or nil for a raw path or another name.
  let field: CanonicalField?
  /// Where its cells go in the event.
  var path: FieldPath

  /// The name, fit for messages.
  var quotedName: String { Quoting.quoted(name) }

  /// Whether its cells hold the values of many elements.
  var isList: Bool { path.hasElements }

  /// How its cells are taken.
  var rule: CellRule {
    CellRule(
      type: type, isList: isList, mayBeJSON: type == nil && field?.columnType == .json,
      hasNumbers: field == .citationVersion, depth: path.segments.count)
  }

  /// Among columns of one place, which has its say: raw paths before canonical names.
  var rank: Int { field == nil ? 0 : 1 }

  /// A column by its name: a canonical name, a raw path with a dot before it, or another name,
  /// whose dots lead down, too, and which is taken whole where it is no path.
  init(
    name: String, type: ColumnType?, _ dictionary: EventDictionary
  ) throws(FieldPath.Problem) {
    self.name = name
    let isRaw = name.utf8.first == .dot
    field = isRaw ? nil : CanonicalField(name: name) ?? Self.plainNames[name]
    self.type = type ?? (field?.columnType == .list ? .list : nil)
    if let canonical = field.flatMap({ dictionary.paths(of: $0).first }) {
      path = canonical
      return
    }
    do throws(FieldPath.Problem) {
      path = try FieldPath(name)
    } catch {
      if isRaw { throw error }
      path = FieldPath(segments: [.member(Array(name.utf8))])
    }
  }

  /// The canonical fields by the names of `--underscores`.
  private static let plainNames = Dictionary(
    uniqueKeysWithValues: CanonicalField.allCases.map { (Column.plainName($0.rawValue), $0) })
}

extension InputColumn {
  /// How deep a column may lead into an event: what it holds must find room, too.
  static let maximumDepth = 64

  /// Why nothing can be written where the column leads, or nil.
  var refusal: String? {
    if case .member(let first)? = path.segments.first, first == Array("_kt_stream".utf8) {
      return "'_kt_stream' is reserved for frames"
    }
    if path.segments.count > Self.maximumDepth { return "deeper than \(Self.maximumDepth)" }
    if path.segments.count(where: { $0 == .elements }) > 1 {
      return "lists inside of lists can't be read back; export the outer one whole"
    }
    if let type, isList, type != .list, type != .json {
      return "a column of lists can't have the type \(type.rawValue)"
    }
    return nil
  }
}
