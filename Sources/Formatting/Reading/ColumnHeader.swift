import Bytes
import DecisionEvent
import EventJSON
import Stages

/// What the header of a CSV or TSV file says: the columns.
struct ColumnHeader {
  /// More columns than that are no export.
  static let maximumColumns = 10_000

  /// A header that can't be used, and where.
  struct Fault: Error {
    let reason: String
    let offset: Int
  }

  /// The columns, in the order of the file.
  private(set) var columns: [InputColumn] = []

  /// The columns that the cells of the first record name.
  init(
    _ cells: [RecordScanner.Cell], in record: Span<UInt8>, overrides: [ColumnOverride]
  ) throws(Fault) {
    var names: [[UInt8]] = []
    for cell in cells { names.append(try Self.name(cell, in: record)) }
    let types = Self.types(endingIn: names)
    var seen: Set<[UInt8]> = []
    let dictionary = EventDictionary()
    for (index, spelled) in names.enumerated() {
      let type = types?[index]
      let name = String(
        decoding: spelled.dropLast(type.map { $0.rawValue.utf8.count + 1 } ?? 0), as: UTF8.self)
      do throws(ColumnRefusal) {
        let column = try Self.column(index, name, type, overrides, dictionary)
        // Bytes, as canonically equivalent names are different members.
        guard seen.insert(Array((column.field?.rawValue ?? name).utf8)).inserted else {
          throw ColumnRefusal(reason: "it stands twice")
        }
        columns.append(column)
      } catch {
        throw Fault(
          reason: "column \(index + 1), \(Quoting.quoted(name)): \(error.reason)",
          offset: cells[index].start)
      }
    }
    joinCitations(dictionary)
    if let (index, reason) = ColumnConflict.first(in: columns) {
      throw Fault(
        reason: "column \(index + 1), \(columns[index].quotedName): \(reason)",
        offset: cells[index].start)
    }
  }

  private static func column(
    _ index: Int, _ name: String, _ type: ColumnType?, _ overrides: [ColumnOverride],
    _ dictionary: EventDictionary
  ) throws(ColumnRefusal) -> InputColumn {
    guard !name.isEmpty else { throw ColumnRefusal(reason: "it has no name") }
    let override = overrides.last { $0.name.utf8.elementsEqual(name.utf8) }
    let column: InputColumn
    do throws(FieldPath.Problem) {
      column = try InputColumn(name: name, type: override?.type ?? type, dictionary)
    } catch {
      throw ColumnRefusal(reason: error.reason)
    }
    if let reason = column.refusal { throw ColumnRefusal(reason: reason) }
    return column
  }

  /// Citations with versions are objects; without, the strings that they are in a list.
  private mutating func joinCitations(_ dictionary: EventDictionary) {
    guard columns.contains(where: { $0.field == .citationVersion }),
      let index = columns.firstIndex(where: { $0.field == .citations }),
      let asset = dictionary.paths(of: .citations).first(where: { $0.segments.last != .elements })
    else { return }
    columns[index].path = asset
  }

  private static func name(
    _ cell: RecordScanner.Cell, in record: Span<UInt8>
  ) throws(Fault) -> [UInt8] {
    let text = record.extracting(cell.start..<cell.end)
    if let offset = UTF8Check.firstInvalid(in: text) {
      throw Fault(reason: RecordProblem(.invalidUTF8, at: 0).reason, offset: cell.start + offset)
    }
    var name: [UInt8] = []
    var offset = 0
    while offset < text.count {
      name.append(text[offset])
      offset += text[offset] == .quote ? 2 : 1
    }
    return name
  }

  /// The types of a typed header: one in which every name ends in one.
  private static func types(endingIn names: [[UInt8]]) -> [ColumnType]? {
    var types: [ColumnType] = []
    for name in names {
      guard let colon = name.lastIndex(of: .colon),
        let type = ColumnType(rawValue: String(decoding: name[(colon + 1)...], as: UTF8.self))
      else { return nil }
      types.append(type)
    }
    return types
  }
}

/// Why a column can't be taken.
private struct ColumnRefusal: Error {
  let reason: String
}
