import Bytes
import DecisionEvent
import EventJSON

/// Makes an event of each record: one JSON object on one line, after the template of its file.
///
/// Invariant: what it writes of a record without a problem is valid JSON, as every cell is either
/// written as a string, or was checked to be a number, a literal or one JSON value.
struct EventComposer: ~Copyable {
  /// The columns' names, for messages.
  private let names: [String]
  private let rules: [CellRule]
  private let template: EventTemplate
  private var cells: CellTexts
  private var lists: [ListCursor]
  private var values = ValueWriter()
  /// The columns of the model and its provider, or -1.
  private let model, provider: Int

  init(_ columns: [InputColumn], _ syntax: TableSyntax) {
    names = columns.map(\.quotedName)
    rules = columns.map(\.rule)
    template = EventTemplate(columns)
    cells = CellTexts(nullText: syntax.nullText, removesGuard: syntax.removesGuard)
    lists = Array(repeating: ListCursor(), count: columns.count)
    model = columns.firstIndex { $0.field == .model } ?? -1
    provider = columns.firstIndex { $0.field == .provider } ?? -1
  }

  /// Appends the event of a record that has as many cells as there are columns, in valid UTF-8.
  mutating func compose(
    _ record: Span<UInt8>, _ scanned: [RecordScanner.Cell], into output: inout Output
  ) throws(RecordProblem) {
    cells.take(scanned, of: record)
    for index in rules.indices { try prepare(index, record) }
    values.begin()
    try object(EventTemplate.root, record, into: &output)
  }

  /// Finds out whether a cell has a value, and checks those that are JSON.
  private mutating func prepare(
    _ index: Int, _ record: Span<UInt8>
  ) throws(RecordProblem) {
    let rule = rules[index]
    let text = cells.texts[index]
    let isEmpty = text.start == text.end
    if isEmpty, rule.type?.hasNoEmptyValue == true || rule.isList && !text.isQuoted {
      cells.dismiss(index)
    }
    guard !cells.texts[index].isNull else {
      lists[index] = ListCursor()
      return
    }
    if rule.type == .json || rule.mayBeJSON && cells.beginsObject(index, record) {
      do throws(JSONProblem) {
        try cells.trimJSON(index, record, depth: rule.depth)
      } catch {
        // Without a type, what is no JSON is a text.
        if rule.mayBeJSON { return }
        throw RecordProblem(.notJSON(column: names[index], error.kind), at: text.offset)
      }
    }
    if rule.isList { try startList(index, record) }
  }

  private mutating func startList(
    _ index: Int, _ record: Span<UInt8>
  ) throws(RecordProblem) {
    let isJSON = rules[index].type == .json
    var cursor = ListCursor()
    var isArray = true
    cells.withText(index, record) { text in
      isArray = !isJSON || ByteScan.byte(text, 0) == .openBracket
      if isArray { cursor = ListCursor(text, isJSON: isJSON) }
    }
    guard isArray else {
      throw RecordProblem(
        .notAList(column: names[index]), at: cells.texts[index].offset)
    }
    lists[index] = cursor
  }
}

// Walking down the template.
extension EventComposer {
  private mutating func object(
    _ node: Int, _ record: Span<UInt8>, inElement: Bool = false, into output: inout Output
  ) throws(RecordProblem) {
    values.json.beginObject(into: &output)
    for index in template.places[node].members {
      let member = template.indexes[index]
      guard hasValue(member, inElement) else { continue }
      Self.writeName(template.places[member].name, template.names, with: &values, into: &output)
      try value(member, record, inElement: inElement, into: &output)
    }
    values.json.endObject(into: &output)
  }

  // Takes its parts one by one, as a span of one keeps the whole from being changed.
  private static func writeName(
    _ range: Range<Int>, _ names: [UInt8], with values: inout ValueWriter,
    into output: inout Output
  ) {
    values.json.key(names.span.extracting(range), into: &output)
  }

  /// Whether any column at or below a place has a value, in this element of a list.
  private func hasValue(_ node: Int, _ inElement: Bool) -> Bool {
    for index in template.places[node].columns
    where hasValue(column: template.indexes[index], inElement) {
      return true
    }
    return false
  }

  @inline(__always)
  private func hasValue(column: Int, _ inElement: Bool) -> Bool {
    inElement ? lists[column].element.kind != .absent : !cells.texts[column].isNull
  }

  /// Whether a column has a value other than JSON's null, which leaves the place to others.
  private func isFilled(column: Int, _ inElement: Bool) -> Bool {
    hasValue(column: column, inElement)
      && (inElement ? lists[column].element.kind != .null : !cells.texts[column].isJSONNull)
  }

  private func isFilled(_ node: Int, _ inElement: Bool) -> Bool {
    for index in template.places[node].columns
    where isFilled(column: template.indexes[index], inElement) {
      return true
    }
    return false
  }

  private mutating func value(
    _ node: Int, _ record: Span<UInt8>, inElement: Bool, into output: inout Output
  ) throws(RecordProblem) {
    let place = template.places[node]
    for index in place.wholes {
      let column = template.indexes[index]
      guard isFilled(column: column, inElement) else { continue }
      return inElement
        ? writeElement(column, record, into: &output) : write(column, record, into: &output)
    }
    if place.element >= 0, !inElement, isFilled(place.element, false) {
      try array(place.element, record, into: &output)
    } else if place.wholes.contains(where: { hasValue(column: template.indexes[$0], inElement) }),
      !place.members.contains(where: { isFilled(template.indexes[$0], inElement) })
    {
      values.json.null(into: &output)
    } else {
      try object(node, record, inElement: inElement, into: &output)
    }
  }

  /// An array whose elements are made of one element each of the columns' lists.
  private mutating func array(
    _ element: Int, _ record: Span<UInt8>, into output: inout Output
  ) throws(RecordProblem) {
    let count = try elementCount(element, record)
    let isObject = !template.places[element].members.isEmpty
    values.json.beginArray(into: &output)
    for _ in 0..<count {
      for index in template.places[element].columns { advance(template.indexes[index], record) }
      if hasValue(element, true) {
        try value(element, record, inElement: true, into: &output)
      } else if isObject {
        values.json.beginObject(into: &output)
        values.json.endObject(into: &output)
      } else {
        values.json.null(into: &output)
      }
    }
    values.json.endArray(into: &output)
  }

  private mutating func advance(_ column: Int, _ record: Span<UInt8>) {
    guard !cells.texts[column].isNull else { return }
    var cursor = lists[column]
    cells.withText(column, record) { text in _ = cursor.advance(text) }
    lists[column] = cursor
  }

  /// How many elements the lists of the columns have, which must be as many in each.
  private mutating func elementCount(
    _ element: Int, _ record: Span<UInt8>
  ) throws(RecordProblem) -> Int {
    var expected = -1
    for index in template.places[element].columns {
      let column = template.indexes[index]
      guard !cells.texts[column].isNull else { continue }
      var found = 0
      let cursor = lists[column]
      cells.withText(column, record) { text in found = cursor.count(text) }
      if expected >= 0, found != expected {
        throw RecordProblem(
          .listLength(column: names[column], found: found, expected: expected),
          at: cells.texts[column].offset)
      }
      expected = found
    }
    return max(expected, 0)
  }
}

// Writing single values.
extension EventComposer {
  private mutating func write(
    _ column: Int, _ record: Span<UInt8>, into output: inout Output
  ) {
    if column == model, joinsProvider(record) { return writeModel(record, into: &output) }
    Self.write(cells, column, record, rules[column].type, with: &values, into: &output)
  }

  private static func write(
    _ cells: borrowing CellTexts, _ column: Int, _ record: Span<UInt8>, _ type: ColumnType?,
    with values: inout ValueWriter, into output: inout Output
  ) {
    let text = cells.texts[column]
    cells.withText(column, record) {
      values.write(
        $0, text.isJSON ? .json : type, isQuoted: text.isQuoted, into: &output)
    }
  }

  /// Whether a model has a slash in its name, and a provider: as the dictionary takes what stands
  /// before the first slash for a provider, that must stand there, too.
  private func joinsProvider(_ record: Span<UInt8>) -> Bool {
    guard provider >= 0, !cells.texts[provider].isNull else { return false }
    var hasSlash = false
    cells.withText(model, record) { text in
      hasSlash = ByteScan.firstIndex(of: .slash, in: text, from: 0) != nil
    }
    return hasSlash
  }

  private mutating func writeModel(_ record: Span<UInt8>, into output: inout Output) {
    values.item.removeAll()
    cells.append(provider, record, to: &values.item)
    values.item.append(.slash)
    cells.append(model, record, to: &values.item)
    values.writeItem(into: &output)
  }

  private mutating func writeElement(
    _ column: Int, _ record: Span<UInt8>, into output: inout Output
  ) {
    Self.writeElement(
      lists[column].element, cells, column, record, rules[column], with: &values,
      into: &output)
  }

  private static func writeElement(
    _ element: Field, _ cells: borrowing CellTexts, _ column: Int, _ record: Span<UInt8>,
    _ rule: CellRule, with values: inout ValueWriter, into output: inout Output
  ) {
    cells.withText(column, record) {
      values.write(
        element, of: $0, rule.type, hasNumbers: rule.hasNumbers, into: &output)
    }
  }
}
