import Bytes
import DecisionEvent
import EventJSON

/// One attribute of a key=value format: its key, and which value of the event stands behind it.
struct EventAttribute: Sendable {
  /// How the value is written.
  enum Form: Sendable {
    /// A text, or a number or boolean as it is spelled.
    case text
    /// A whole number of at most 18 digits, which fits in 64 bits; another value is left out.
    case whole
    /// A JSON number as it is spelled; another value is left out.
    case number
    /// A time as milliseconds since 1970, rounded down.
    case milliseconds
    /// A time as `yyyy-MM-dd'T'HH:mm:ss.SSSZ` in UTC.
    case date
    /// All values, joined by `;`; one inside a value is spelled `\u003b`.
    case list
    /// All policies as `name:verdict`, joined by `;`; either one inside a value is spelled `\u003b`
    /// or `\u003a`.
    case policies
    /// A text of any size, or the JSON of an object or array.
    case content
  }

  /// The key with its `=`, and what must stand before it.
  private let key: [UInt8]
  private let operand: Operand
  private let form: Form
  private let spelling: TextSpelling
  /// How one of several values is spelled.
  private let itemSpelling: TextSpelling

  /// An attribute of a canonical field, which `query` is asked for.
  init(
    _ key: String, _ field: CanonicalField, _ form: Form, _ spelling: TextSpelling,
    in query: inout EventQuery
  ) {
    self.spelling = spelling
    itemSpelling = spelling.spellingOut(form == .policies ? ";:" : ";")
    self.key = Array("\(key)=".utf8)
    operand = query.operand(field)
    self.form = form
    // The names of policies alone do not say what they decided.
    if form == .policies { _ = query.operand(.policyVerdict) }
  }

  /// Appends the attribute of the event that `reader` has just scanned, behind `separator` where
  /// it is not the first one; nothing where it has no value.
  func append(
    _ line: Span<UInt8>, _ reader: inout EventReader, separator: UInt8, isFirst: inout Bool,
    into output: inout Output
  ) {
    switch form {
    case .milliseconds, .date:
      guard let time = reader.time(of: operand, in: line) else { return }
      begin(separator, &isFirst, &output)
      if form == .date {
        output.append(time: time, fraction: .exactly(3))
        output.append(constant: "+0000")
      } else {
        output.append(milliseconds: time)
      }
    case .policies: appendPolicies(line, &reader, separator, &isFirst, &output)
    case .list: appendList(line, &reader, separator, &isFirst, &output)
    case .content:
      if let field = reader.container(of: operand) {
        begin(separator, &isFirst, &output)
        return spelling.append(line.extracting(field.start..<field.end), into: &output)
      }
      fallthrough
    case .text, .whole, .number:
      reader.eachValue(of: operand, in: line) { kind, text in
        guard kind != .null, accepts(text) else { return }
        begin(separator, &isFirst, &output)
        spelling.append(text, into: &output)
      }
    }
  }

  private func accepts(_ text: Span<UInt8>) -> Bool {
    switch form {
    case .number: return Skip.isNumber(text)
    case .whole:
      guard text.count <= 18, Skip.isNumber(text) else { return false }
      for offset in 0..<text.count where !text[offset].isDigit && text[offset] != .minus {
        return false
      }
      return true
    default: return true
    }
  }

  private func begin(_ separator: UInt8, _ isFirst: inout Bool, _ output: inout Output) {
    if !isFirst { output.append(separator) }
    isFirst = false
    output.append(contentsOf: key)
  }

  private func appendList(
    _ line: Span<UInt8>, _ reader: inout EventReader, _ separator: UInt8,
    _ isFirst: inout Bool, _ output: inout Output
  ) {
    var isFirstValue = true
    reader.eachValue(of: operand, in: line) { kind, text in
      guard kind != .null else { return }
      if isFirstValue {
        begin(separator, &isFirst, &output)
      } else {
        output.append(UInt8(ascii: ";"))
      }
      isFirstValue = false
      itemSpelling.append(text, into: &output)
    }
  }

  private func appendPolicies(
    _ line: Span<UInt8>, _ reader: inout EventReader, _ separator: UInt8,
    _ isFirst: inout Bool, _ output: inout Output
  ) {
    var isFirstValue = true
    _ = reader.anyPolicy(line) { reader, policy in
      if isFirstValue {
        begin(separator, &isFirst, &output)
      } else {
        output.append(UInt8(ascii: ";"))
      }
      isFirstValue = false
      _ = reader.anyText(of: policy.name, in: line) { text in
        itemSpelling.append(text, into: &output)
        return true
      }
      guard policy.verdict.isScalar else { return false }
      output.append(.colon)
      let known = reader.outcomeWord(policy.verdict, line)
      OutcomeText.append(
        (known, policy.verdict), of: line, &reader, itemSpelling, into: &output)
      return false
    }
  }
}
