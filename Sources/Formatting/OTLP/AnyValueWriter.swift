import Bytes
import EventJSON

/// Writes values of an event as the `AnyValue` of OTLP 1.x in its JSON encoding.
///
/// | JSON | AnyValue |
/// |---|---|
/// | string | `stringValue`, a lone surrogate spelled out (protobuf's strings are UTF-8) |
/// | number | `intValue`, `doubleValue` or `stringValue`, by `NumberShape` |
/// | true, false | `boolValue` |
/// | null | no value |
/// | array, object | `arrayValue`, `kvlistValue`; below 16 levels `stringValue` with their JSON |
///
/// A level of JSON is up to three of protobuf, whose readers stop at 100.
struct AnyValueWriter {
  static let maximumDepth = 16

  /// Writes what comes next.
  var json = JSONWriter()

  /// Writes a value of an event.
  mutating func write(
    _ value: Field, of line: Span<UInt8>, depth: Int, into output: inout Output
  ) {
    json.beginObject(into: &output)
    switch value.kind {
    case .absent, .null: break
    case .true, .false: json.member("boolValue", value: value, of: line, into: &output)
    case .number: write(number: value, of: line, into: &output)
    case .string, .escapedString: write(text: value, of: line, into: &output)
    case .array, .object:
      if depth >= Self.maximumDepth {
        json.member("stringValue", string: value, of: line, into: &output)
      } else if value.kind == .array {
        write(array: value, of: line, depth: depth, into: &output)
      } else {
        write(object: value, of: line, depth: depth, into: &output)
      }
    }
    json.endObject(into: &output)
  }

  private mutating func write(
    number: Field, of line: Span<UInt8>, into output: inout Output
  ) {
    switch NumberShape(line.extracting(number.start..<number.end)) {
    case .integer: json.member("intValue", string: number, of: line, into: &output)
    case .double: json.member("doubleValue", value: number, of: line, into: &output)
    case .text: json.member("stringValue", string: number, of: line, into: &output)
    }
  }

  private mutating func write(text: Field, of line: Span<UInt8>, into output: inout Output) {
    json.key("stringValue", into: &output)
    string(text, of: line, into: &output)
  }

  private mutating func write(
    array: Field, of line: Span<UInt8>, depth: Int, into output: inout Output
  ) {
    json.key("arrayValue", into: &output)
    beginList(into: &output)
    var elements = ElementIterator(line, array)
    while let element = elements.next(line) {
      write(element, of: line, depth: depth + 1, into: &output)
    }
    endList(into: &output)
  }

  private mutating func write(
    object: Field, of line: Span<UInt8>, depth: Int, into output: inout Output
  ) {
    json.key("kvlistValue", into: &output)
    beginList(into: &output)
    var members = MemberIterator(line, object)
    while let member = members.next(line) {
      beginPair(member.name, of: line, into: &output)
      write(member.value, of: line, depth: depth + 1, into: &output)
      json.endObject(into: &output)
    }
    endList(into: &output)
  }

  /// Writes the members of `object` that a mapping has not carried over, as one `AnyValue`.
  mutating func write(
    rest object: Field, of line: Span<UInt8>, _ mapped: borrowing CarriedValues, depth: Int,
    into output: inout Output
  ) {
    beginPairs(into: &output)
    var members = MemberIterator(line, object)
    while let member = members.next(line) {
      guard UnmappedMembers.isLeft(line, member.value, mapped) else { continue }
      beginPair(member.name, of: line, into: &output)
      if UnmappedMembers.isSplit(member.value, mapped) {
        write(rest: member.value, of: line, mapped, depth: depth + 1, into: &output)
      } else {
        write(member.value, of: line, depth: depth + 1, into: &output)
      }
      json.endObject(into: &output)
    }
    endPairs(into: &output)
  }

  private mutating func beginPair(
    _ name: Field, of line: Span<UInt8>, into output: inout Output
  ) {
    json.beginObject(into: &output)
    json.key("key", into: &output)
    string(name, of: line, into: &output)
    json.key("value", into: &output)
  }
}
