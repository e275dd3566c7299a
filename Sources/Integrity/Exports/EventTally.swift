import Bytes
import Digests
import EventJSON

/// How many events have each value of the fields asked for: the member `tally` of parts and seals
/// (spec/integrity.md, section 2.6).
///
/// A value that was met before takes no memory.
public struct EventTally: Sendable {
  /// So many values a field may have; a tally is for outcomes and teams, not for ids.
  public static let maximumValues = 10_000

  /// The values of one field, and how many events have each.
  struct Values: Sendable {
    var names: [[UInt8]] = []
    var counts: [Int] = []
    private var numbers = DigestTable()
    private let key = DigestKey()

    /// Counts `count` more events with a value; false where it would be one value too many.
    mutating func add(_ value: Span<UInt8>, count: Int) -> Bool {
      let number = numbers.insert(key.digest(of: value), UInt64(names.count))
      if let number {
        counts[Int(number)] += count
        return true
      }
      names.append(Array(copying: value))
      counts.append(count)
      return names.count <= EventTally.maximumValues
    }
  }

  /// The fields' names as they were asked for, no two alike.
  public let fields: [String]
  private var values: [Values]

  /// A tally of nothing yet.
  public init(fields: [String]) {
    self.fields = fields
    values = fields.map { _ in Values() }
  }

  /// Counts one more event that has `value` in the field with this number; false where the field
  /// has more values than a tally takes.
  public mutating func add(_ value: Span<UInt8>, of field: Int) -> Bool {
    values[field].add(value, count: 1)
  }

  /// Adds the counts of other events, whose fields must be the same; false where they are not, or
  /// a field has too many values.
  mutating func add(_ other: EventTally) -> Bool {
    guard fields.sorted() == other.fields.sorted() else { return false }
    for (number, field) in fields.enumerated() {
      guard let place = other.fields.firstIndex(of: field) else { return false }
      for (name, count) in zip(other.values[place].names, other.values[place].counts) {
        guard values[number].add(name.span, count: count) else { return false }
      }
    }
    return true
  }

  /// A line for each field: its values with their numbers, the most frequent first.
  var lines: [String] {
    zip(fields, values).map { field, values in
      let order = values.names.indices.sorted { values.counts[$0] > values.counts[$1] }
      let parts = order.map {
        "\(String(decoding: values.names[$0], as: UTF8.self)) \(values.counts[$0])"
      }
      return "\(field): \(parts.joined(separator: ", "))"
    }
  }

  /// How many events have a value of a field.
  public func count(of value: String, in field: String) -> Int {
    guard let number = fields.firstIndex(of: field),
      let place = values[number].names.firstIndex(of: Array(value.utf8))
    else { return 0 }
    return values[number].counts[place]
  }
}

extension EventTally {
  /// Writes the tally as a value; its members are in no order of their own.
  func write(_ writer: inout JSONWriter, into output: inout Output) {
    writer.beginObject(into: &output)
    for (field, values) in zip(fields, values) {
      let name = Array(field.utf8)
      writer.key(name.span, into: &output)
      writer.beginObject(into: &output)
      for (name, count) in zip(values.names, values.counts) {
        writer.key(name.span, into: &output)
        writer.integer(count, into: &output)
      }
      writer.endObject(into: &output)
    }
    writer.endObject(into: &output)
  }

  /// Reads a tally of an object that a lookup has accepted; nil where it is none.
  init?(_ object: Field, of text: Span<UInt8>) {
    guard object.kind == .object else { return nil }
    var names: [String] = []
    var members = MemberIterator(text, object)
    while let (name, _) = members.next(text) {
      names.append(StringEscapes.text(of: name, in: text))
    }
    guard Set(names).count == names.count else { return nil }
    self.init(fields: names)
    members = MemberIterator(text, object)
    var number = 0
    while let (_, values) = members.next(text) {
      guard read(values, of: text, number) else { return nil }
      number += 1
    }
  }

  private mutating func read(_ object: Field, of text: Span<UInt8>, _ number: Int) -> Bool {
    guard object.kind == .object else { return false }
    var members = MemberIterator(text, object)
    while let (name, value) = members.next(text) {
      guard value.kind == .number,
        let count = Int(String(copying: text.extracting(value.start..<value.end))), count >= 0
      else { return false }
      let name = Array(StringEscapes.text(of: name, in: text).utf8)
      guard values[number].add(name.span, count: count) else { return false }
    }
    return true
  }
}
