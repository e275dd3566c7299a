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
enum AnyValueWriter {
  static let maximumDepth = 16

  static func append(
    _ value: Field, of line: Span<UInt8>, depth: Int, to output: inout Output
  ) {
    output.append(.openBrace)
    switch value.kind {
    case .absent, .null: break
    case .true, .false:
      output.append(name: "boolValue")
      output.append(value: value, of: line)
    case .number: append(number: value, of: line, to: &output)
    case .string, .escapedString:
      output.append(name: "stringValue")
      output.append(string: value, of: line, loneSurrogates: .spelled)
    case .array, .object:
      if depth >= maximumDepth {
        output.append(name: "stringValue")
        StringEscapes.encode(line.extracting(value.start..<value.end), into: &output)
      } else if value.kind == .array {
        append(array: value, of: line, depth: depth, to: &output)
      } else {
        append(object: value, of: line, depth: depth, to: &output)
      }
    }
    output.append(.closeBrace)
  }

  private static func append(number: Field, of line: Span<UInt8>, to output: inout Output) {
    switch NumberShape(line.extracting(number.start..<number.end)) {
    case .integer:
      output.append(name: "intValue")
      output.append(string: number, of: line)
    case .double:
      output.append(name: "doubleValue")
      output.append(value: number, of: line)
    case .text:
      output.append(name: "stringValue")
      output.append(string: number, of: line)
    }
  }

  private static func append(
    array: Field, of line: Span<UInt8>, depth: Int, to output: inout Output
  ) {
    output.append(object: "arrayValue")
    output.append(name: "values")
    output.append(.openBracket)
    var elements = ElementIterator(line, array)
    while let element = elements.next(line) {
      output.separate()
      append(element, of: line, depth: depth + 1, to: &output)
    }
    output.append(constant: "]}")
  }

  private static func append(
    object: Field, of line: Span<UInt8>, depth: Int, to output: inout Output
  ) {
    openList(&output)
    var members = MemberIterator(line, object)
    while let member = members.next(line) {
      openPair(member.name, of: line, to: &output)
      append(member.value, of: line, depth: depth + 1, to: &output)
      output.append(.closeBrace)
    }
    output.append(constant: "]}")
  }

  /// Appends the members of `object` that a mapping has not carried over, as one `AnyValue`.
  static func append(
    rest object: Field, of line: Span<UInt8>, _ mapped: borrowing MappedFields, depth: Int,
    to output: inout Output
  ) {
    output.append(.openBrace)
    openList(&output)
    var members = MemberIterator(line, object)
    while let member = members.next(line) {
      guard UnmappedMembers.isLeft(line, member.value, mapped) else { continue }
      openPair(member.name, of: line, to: &output)
      if UnmappedMembers.isSplit(member.value, mapped) {
        append(rest: member.value, of: line, mapped, depth: depth + 1, to: &output)
      } else {
        append(member.value, of: line, depth: depth + 1, to: &output)
      }
      output.append(.closeBrace)
    }
    output.append(constant: "]}}")
  }

  private static func openList(_ output: inout Output) {
    output.append(object: "kvlistValue")
    output.append(name: "values")
    output.append(.openBracket)
  }

  private static func openPair(_ name: Field, of line: Span<UInt8>, to output: inout Output) {
    output.separate()
    output.append(.openBrace)
    output.append(name: "key")
    output.append(string: name, of: line, loneSurrogates: .spelled)
    output.append(name: "value")
  }
}
