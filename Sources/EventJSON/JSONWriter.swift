public import Bytes

/// Writes JSON onto an `Output`: the commas and quotes are its business, the order its caller's.
///
/// It knows nothing of nesting beyond whether a comma is due, so that it costs a byte of state: who
/// calls it pairs what it begins and ends. Nothing is allocated.
public struct JSONWriter: Sendable {
  /// Whether a value stands before what comes next, in the same object or array.
  private var isCommaDue = false

  /// A writer at the start of a value.
  public init() {}

  /// Begins an object: a value, or the value of the last key.
  public mutating func beginObject(into output: inout Output) {
    beginValue(&output)
    output.append(.openBrace)
    isCommaDue = false
  }

  /// Ends the object.
  public mutating func endObject(into output: inout Output) {
    output.append(.closeBrace)
    isCommaDue = true
  }

  /// Begins an array.
  public mutating func beginArray(into output: inout Output) {
    beginValue(&output)
    output.append(.openBracket)
    isCommaDue = false
  }

  /// Ends the array.
  public mutating func endArray(into output: inout Output) {
    output.append(.closeBracket)
    isCommaDue = true
  }

  /// The name of the member that comes next: one that needs no escape.
  public mutating func key(_ name: StaticString, into output: inout Output) {
    beginValue(&output)
    output.append(.quote)
    output.append(constant: name)
    output.append(.quote)
    output.append(.colon)
    isCommaDue = false
  }

  /// The name of the member that comes next, any text.
  public mutating func key(_ name: Span<UInt8>, into output: inout Output) {
    beginValue(&output)
    StringEscapes.encode(name, into: &output)
    output.append(.colon)
    isCommaDue = false
  }

  /// The name of the member that comes next: the string `name` of a line, as it is spelled there.
  public mutating func key(_ name: Field, of line: Span<UInt8>, into output: inout Output) {
    value(name, of: line, into: &output)
    output.append(.colon)
    isCommaDue = false
  }

  /// A value that is JSON already.
  public mutating func raw(_ json: Span<UInt8>, into output: inout Output) {
    beginValue(&output)
    output.append(json)
    isCommaDue = true
  }

  /// A value of an accepted line, byte for byte as it stands there; `null` where it is absent.
  public mutating func value(_ field: Field, of line: Span<UInt8>, into output: inout Output) {
    switch field.kind {
    case .absent: null(into: &output)
    case .string, .escapedString:
      raw(line.extracting(field.start - 1..<field.end + 1), into: &output)
    default: raw(line.extracting(field.start..<field.end), into: &output)
    }
  }

  /// A string of this text, which may hold lone surrogates as `StringEscapes.decode` gives them.
  public mutating func string(
    _ text: Span<UInt8>, loneSurrogates: LoneSurrogates = .escaped,
    controls: ControlEscapes = .short, into output: inout Output
  ) {
    beginValue(&output)
    StringEscapes.encode(text, loneSurrogates: loneSurrogates, controls: controls, into: &output)
    isCommaDue = true
  }

  /// A string of a value of an accepted line: a string as it is spelled there, anything else the
  /// text of its JSON.
  public mutating func string(
    _ field: Field, of line: Span<UInt8>, loneSurrogates: LoneSurrogates = .escaped,
    into output: inout Output
  ) {
    guard field.isString else {
      return string(line.extracting(field.start..<field.end), into: &output)
    }
    guard field.kind == .escapedString, case .spelled = loneSurrogates else {
      return value(field, of: line, into: &output)
    }
    beginValue(&output)
    output.append(.quote)
    StringEscapes.appendSpellingSurrogates(
      line.extracting(field.start..<field.end), into: &output)
    output.append(.quote)
    isCommaDue = true
  }

  /// A string of a constant that needs no escape.
  ///
  /// The label keeps a literal from being taken for a `String`, which allocates.
  public mutating func string(constant text: StaticString, into output: inout Output) {
    beginValue(&output)
    output.append(.quote)
    output.append(constant: text)
    output.append(.quote)
    isCommaDue = true
  }

  /// A string of a text; for options and messages, not for events.
  public mutating func string(_ text: String, into output: inout Output) {
    let bytes = Array(text.utf8)
    string(bytes.span, into: &output)
  }

  /// A whole number.
  public mutating func integer(_ number: Int, into output: inout Output) {
    beginValue(&output)
    output.append(decimal: number)
    isCommaDue = true
  }

  /// A whole number as a string, for readers whose numbers have fewer bits.
  public mutating func string(integer number: Int, into output: inout Output) {
    beginValue(&output)
    output.append(.quote)
    output.append(decimal: number)
    output.append(.quote)
    isCommaDue = true
  }

  /// A truth.
  public mutating func boolean(_ value: Bool, into output: inout Output) {
    beginValue(&output)
    output.append(constant: value ? "true" : "false")
    isCommaDue = true
  }

  /// `null`.
  public mutating func null(into output: inout Output) {
    beginValue(&output)
    output.append(constant: "null")
    isCommaDue = true
  }

  /// A value that `body` writes, as JSON, in parts.
  public mutating func compose(
    into output: inout Output, _ body: (inout Output) -> Void
  ) {
    beginValue(&output)
    body(&output)
    isCommaDue = true
  }

  @inline(__always)
  private mutating func beginValue(_ output: inout Output) {
    if isCommaDue { output.append(.comma) }
  }
}
