import Bytes
import DecisionEvent
import EventJSON

/// Writes the fields of a document group by group, and no group without a field.
struct ECSWriter {
  /// Writes the value that comes next.
  var json = JSONWriter()
  private var current = ECSGroup.document

  /// Begins the document.
  init(_ output: inout Output) { json.beginObject(into: &output) }

  /// Begins a field, whose value comes next; fields of one group stand together.
  mutating func field(_ group: ECSGroup, _ name: StaticString, _ output: inout Output) {
    move(to: group, &output)
    json.key(name, into: &output)
  }

  /// A field whose value is a word that needs no escape.
  mutating func word(
    _ group: ECSGroup, _ name: StaticString, _ value: StaticString, _ output: inout Output
  ) {
    field(group, name, &output)
    json.string(constant: value, into: &output)
  }

  /// A field whose value is a time.
  mutating func date(
    _ group: ECSGroup, _ name: StaticString, _ value: Timestamp, _ output: inout Output
  ) {
    field(group, name, &output)
    json.compose(into: &output) { output in
      output.append(.quote)
      output.append(rfc3339: value, fraction: .upTo(9))
      output.append(.quote)
    }
  }

  /// A text, or a number or truth as it is spelled.
  mutating func scalar(_ kind: Field.Kind, _ text: Span<UInt8>, _ output: inout Output) {
    if kind == .string {
      json.string(text, into: &output)
    } else {
      json.raw(text, into: &output)
    }
  }

  /// Ends all that is open.
  mutating func end(_ output: inout Output) {
    move(to: .document, &output)
    json.endObject(into: &output)
  }

  private mutating func move(to group: ECSGroup, _ output: inout Output) {
    while !Self.contains(current, group), let parent = current.parent {
      json.endObject(into: &output)
      current = parent
    }
    open(group, &output)
  }

  private mutating func open(_ group: ECSGroup, _ output: inout Output) {
    guard group != current, let parent = group.parent else { return }
    open(parent, &output)
    json.key(group.name, into: &output)
    json.beginObject(into: &output)
    current = group
  }

  /// Whether `group` is `outer` or stands inside of it.
  private static func contains(_ outer: ECSGroup, _ group: ECSGroup) -> Bool {
    group == outer || group.parent.map { contains(outer, $0) } ?? false
  }
}
