import Bytes

@testable import Formatting

/// Reads the events of a table in memory, as `TableReader` does from a file.
enum TableEvents {
  /// The events of those records that are right; nil where the header is not.
  static func read(_ table: [UInt8], _ syntax: TableSyntax) -> [[UInt8]]? {
    var scanner = RecordScanner(delimiter: syntax.delimiter, maximumCells: 10_001)
    var composer: EventComposer?
    var columns = 0
    var events: [[UInt8]] = []
    var offset = 0
    while true {
      let unread = table.span.extracting(offset...)
      // First as much as there is at half of the bytes: it goes on where it stopped.
      var step = scanner.scan(unread.extracting(..<(unread.count / 2)), isAtEnd: false)
      if step == .more { step = scanner.scan(unread, isAtEnd: true) }
      guard case .record(let length, let next) = step else {
        return composer == nil ? nil : events
      }
      let record = unread.extracting(..<length)
      if composer == nil {
        guard scanner.problem == nil,
          let header = try? ColumnHeader(scanner.cells, in: record, overrides: [])
        else { return nil }
        columns = header.columns.count
        composer = EventComposer(header.columns, syntax)
      } else if scanner.problem == nil, scanner.cellCount == columns,
        !record.isEmpty || columns == 1
      {
        if let event = compose(record, scanner.cells, &composer) { events.append(event) }
      }
      offset += next
      scanner.reset()
    }
  }

  /// The event of a record, or nil where a cell is refused.
  private static func compose(
    _ record: Span<UInt8>, _ cells: [RecordScanner.Cell], _ composer: inout EventComposer?
  ) -> [UInt8]? {
    guard String(validating: Array(copying: record), as: UTF8.self) != nil else { return nil }
    var event = Output(capacity: 256)
    do throws(RecordProblem) {
      try composer?.compose(record, cells, into: &event)
    } catch {
      return nil
    }
    return Array(copying: event.bytes)
  }
}

/// A second reader of tables that takes only what RFC 4180 has, with a line break behind each record.
enum PlainTable {
  /// What is wrong with a table of so many records, or nil.
  static func complaint(
    about table: [UInt8], delimiter: UInt8, records: Int, lineBreak: [UInt8]
  ) -> String? {
    var rest = table[...]
    var counts: [Int] = []
    while !rest.isEmpty {
      var cells = 1
      while true {
        guard takeCell(&rest, delimiter) else { return "a cell that is not RFC 4180" }
        if rest.first != delimiter { break }
        rest.removeFirst()
        cells += 1
      }
      guard rest.starts(with: lineBreak) else { return "a record without its line break" }
      rest.removeFirst(lineBreak.count)
      counts.append(cells)
    }
    guard counts.count == records else { return "\(counts.count) records of \(records)" }
    return Set(counts).count == 1 ? nil : "records of different lengths"
  }

  /// Takes `"..."` with doubled quotes, or bytes without any that mean something.
  private static func takeCell(_ rest: inout ArraySlice<UInt8>, _ delimiter: UInt8) -> Bool {
    guard rest.first == 0x22 else {
      rest = rest.drop { $0 != delimiter && $0 != 0x0D && $0 != 0x0A && $0 != 0x22 }
      return rest.first != 0x22
    }
    rest.removeFirst()
    while let quote = rest.firstIndex(of: 0x22) {
      rest = rest[(quote + 1)...]
      if rest.first != 0x22 { return true }
      rest.removeFirst()
    }
    return false
  }
}
