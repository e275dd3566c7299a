import EventJSON
import Stages

/// Columns that can't stand in one event together, so that the cells of one would be lost.
enum ColumnConflict {
  /// The first column that conflicts with an earlier one, and why.
  ///
  /// A raw path and a canonical name may lead to one place, as an export may have both; so may a
  /// whole and its parts. Two other names may not, nor a list and an object.
  static func first(in columns: [InputColumn]) -> (index: Int, reason: String)? {
    var names: [FieldPath: String] = [:]
    var branches: [FieldPath: (isList: Bool, name: String)] = [:]
    for (index, column) in columns.enumerated() {
      if column.name.utf8.first != .some(UInt8(ascii: ".")) {
        if let other = names.updateValue(column.name, forKey: column.path) {
          return (index, "it leads to the same place as \(Quoting.quoted(other))")
        }
      }
      let segments = column.path.segments
      for length in segments.indices.dropFirst() {
        let isList = segments[length] == .elements
        let prefix = FieldPath(segments: Array(segments[..<length]))
        if let other = branches[prefix], other.isList != isList {
          return (
            index,
            "a list and an object can't stand in one place: see \(Quoting.quoted(other.name))"
          )
        }
        branches[prefix] = (isList, column.name)
      }
    }
    return nil
  }
}
