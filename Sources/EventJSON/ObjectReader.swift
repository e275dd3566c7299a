import Bytes

/// Reads the members of one JSON object by name; for manifests and other small documents of ours.
public struct ObjectReader {
  private let lookup: Lookup
  private let slots: [String: Int]
  private var table: FieldTable

  /// A reader of the members with these names.
  public init(_ names: [String]) {
    var builder = LookupBuilder()
    var slots: [String: Int] = [:]
    for name in names {
      slots[name] = builder.slot(for: FieldPath(segments: [.member(Array(name.utf8))]))
    }
    lookup = builder.finish()
    self.slots = slots
    table = lookup.makeTable()
  }

  /// Finds the members of the object in `text`, which must be one.
  public mutating func read(_ text: Span<UInt8>) throws(JSONProblem) {
    try lookup.scan(text, into: &table)
  }

  /// Where a member's value stands.
  public func field(_ name: String) -> Field {
    guard let slot = slots[name] else { preconditionFailure("\(name) was asked for") }
    return table[slot]
  }

  /// A string's text, or nil.
  public func string(_ name: String, of text: Span<UInt8>) -> String? {
    let field = field(name)
    return field.isString ? StringEscapes.text(of: field, in: text) : nil
  }

  /// A whole number that is not negative, or nil.
  public func number(_ name: String, of text: Span<UInt8>) -> Int? {
    let field = field(name)
    guard field.kind == .number,
      let number = Int(String(copying: text.extracting(field.start..<field.end))), number >= 0
    else { return nil }
    return number
  }

  /// A boolean, or nil.
  public func boolean(_ name: String) -> Bool? {
    switch field(name).kind {
    case .true: true
    case .false: false
    default: nil
    }
  }

  /// The bytes that a string of hexadecimal digits stands for, or nil.
  public func digest(_ name: String, of text: Span<UInt8>) -> [UInt8]? {
    guard let digits = string(name, of: text).map({ Array($0.utf8) }), digits.count == 64 else {
      return nil
    }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: 64, by: 2) {
      guard let high = digits[index].hexadecimalValue, let low = digits[index + 1].hexadecimalValue
      else { return nil }
      bytes.append(UInt8(high) << 4 | UInt8(low))
    }
    return bytes
  }
}
