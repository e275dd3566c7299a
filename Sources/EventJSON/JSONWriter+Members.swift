public import Bytes

// Members whose name is a constant that needs no escape.
extension JSONWriter {
  /// Begins a member that is an object.
  public mutating func beginObject(_ name: StaticString, into output: inout Output) {
    key(name, into: &output)
    beginObject(into: &output)
  }

  /// Begins a member that is an array.
  public mutating func beginArray(_ name: StaticString, into output: inout Output) {
    key(name, into: &output)
    beginArray(into: &output)
  }

  /// A member that is a string of a constant that needs no escape.
  public mutating func member(
    _ name: StaticString, constant text: StaticString, into output: inout Output
  ) {
    key(name, into: &output)
    string(constant: text, into: &output)
  }

  /// A member that is a string of a text.
  public mutating func member(
    _ name: StaticString, string text: Span<UInt8>, into output: inout Output
  ) {
    key(name, into: &output)
    string(text, into: &output)
  }

  /// A member that is a string of a text; for documents, not for events.
  public mutating func member(
    _ name: StaticString, text: String, into output: inout Output
  ) {
    key(name, into: &output)
    string(text, into: &output)
  }

  /// A member that is a string of a value of an accepted line.
  public mutating func member(
    _ name: StaticString, string field: Field, of line: Span<UInt8>, into output: inout Output
  ) {
    key(name, into: &output)
    string(field, of: line, into: &output)
  }

  /// A member that is a value of an accepted line.
  public mutating func member(
    _ name: StaticString, value field: Field, of line: Span<UInt8>, into output: inout Output
  ) {
    key(name, into: &output)
    value(field, of: line, into: &output)
  }

  /// A member that is a whole number.
  public mutating func member(
    _ name: StaticString, integer number: Int, into output: inout Output
  ) {
    key(name, into: &output)
    integer(number, into: &output)
  }

  /// A member that is a truth.
  public mutating func member(
    _ name: StaticString, boolean value: Bool, into output: inout Output
  ) {
    key(name, into: &output)
    boolean(value, into: &output)
  }
}
