import Foundation

@testable import EventJSON

/// Compares with JSONSerialization, outside of where the two are known to differ.
///
/// | input | here | JSONSerialization |
/// |---|---|---|
/// | a byte order mark, or UTF-16 and UTF-32 told by zeros | refused | read |
/// | nested deeper than 512 | refused | a limit of its own |
/// | half of a surrogate pair as an escape | accepted | refused |
/// | a number too large for a Double | accepted | refused |
/// | a comma before a closing bracket | refused | passed over |
/// | a member that stands twice | accepted where it is not read | one of them |
enum FoundationJSON {
  private static let byteOrderMarks: [[UInt8]] = [
    [0xEF, 0xBB, 0xBF], [0xFE, 0xFF], [0xFF, 0xFE],
  ]

  private static func parse(_ input: [UInt8]) -> Any? {
    // Why it refuses is of no interest.
    try? JSONSerialization.jsonObject(with: Data(input), options: .fragmentsAllowed)
  }

  /// Whether the bytes may be taken for another encoding than UTF-8.
  private static func mayBeOtherEncoding(_ input: [UInt8]) -> Bool {
    input.contains(0) || byteOrderMarks.contains { input.starts(with: $0) }
  }

  /// What does not hold of a text that is no value here.
  static func complaint(aboutRefused input: [UInt8], for problem: JSONProblem) -> String? {
    if mayBeOtherEncoding(input) || depth(of: input) > 512 { return nil }
    if hasTrailingComma(input, problem) { return nil }
    return parse(input) == nil ? nil : "JSONSerialization reads what is refused"
  }

  /// Whether a text was refused for a comma before a closing bracket.
  private static func hasTrailingComma(_ input: [UInt8], _ problem: JSONProblem) -> Bool {
    switch problem.kind {
    case .expectedKey: input[problem.offset] == UInt8(ascii: "}")
    case .expectedValue: input[problem.offset] == UInt8(ascii: "]")
    default: false
    }
  }

  /// What does not hold of a text that is a value here.
  static func complaint(aboutAccepted input: [UInt8]) -> String? {
    // What has a canonical form has no half pair, no huge number, no member twice, and 128 levels.
    guard let canonical = ScannerCheck.canonicalForm(of: input) else { return nil }
    guard let tree = parse(input) else { return "JSONSerialization refuses what is accepted" }
    let whole = ScannerCheck.field(0..<canonical.count, canonical)
    return isSame(whole, canonical, tree) ? nil : "JSONSerialization reads another value"
  }

  /// How many brackets open before any closes, at most: no less than the depth.
  private static func depth(of input: [UInt8]) -> Int {
    var depth = 0
    var deepest = 0
    for byte in input {
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth -= 1 }
      deepest = max(deepest, depth)
    }
    return deepest
  }

  private static func isSame(_ field: Field, _ line: [UInt8], _ value: Any) -> Bool {
    let bytes = line.span
    switch field.kind {
    case .null: return value is NSNull
    case .true: return (value as? Bool) == true
    case .false: return (value as? Bool) == false
    case .string, .escapedString:
      return (value as? String) == StringEscapes.text(of: field, in: bytes)
    case .number:
      let text = String(decoding: line[field.start..<field.end], as: UTF8.self)
      guard let number = (value as? NSNumber)?.doubleValue, let own = Double(text) else {
        return false
      }
      // Long integers go through other types there.
      return abs(number - own) <= abs(own) * 1e-9
    case .array:
      guard let array = value as? [Any] else { return false }
      var elements = ElementIterator(bytes, field)
      for element in array {
        guard let own = elements.next(bytes), isSame(own, line, element) else { return false }
      }
      return elements.next(bytes) == nil
    case .object: return isSame(object: field, line, value)
    case .absent: return false
    }
  }

  private static func isSame(object: Field, _ line: [UInt8], _ value: Any) -> Bool {
    guard let members = value as? [String: Any] else { return false }
    // Names that Unicode takes for the same are one member there.
    guard line[object.start..<object.end].allSatisfy({ $0 < 0x80 }) else { return true }
    let bytes = line.span
    var own = MemberIterator(bytes, object)
    var count = 0
    while let (name, field) = own.next(bytes) {
      guard let member = members[StringEscapes.text(of: name, in: bytes)],
        isSame(field, line, member)
      else { return false }
      count += 1
    }
    return count == members.count
  }
}
