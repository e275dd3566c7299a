import Bytes

/// One row of the table of secrets that begin with a prefix of their vendor.
///
/// The body behind the prefix is spelled as parts: `class{length}` or `class{from,to}`, and every
/// other character for itself. The classes are `d` (digit), `hex` (lower case), `Hex` (either
/// case), `lower`, `upper` (with digits), `an` (letters and digits), `word` (with `_`), `b`
/// (Base64 for URLs), `b64` (Base64), or a set in brackets: `an{14}.hex{64}`, `[A-Z2-7]{16}`.
struct VendorPrefix: Sendable {
  /// What a body must have besides its parts.
  struct Needs: OptionSet, Sendable {
    let rawValue: UInt8

    /// A digit.
    static let digit = Needs(rawValue: 1)
    /// An upper-case letter.
    static let upper = Needs(rawValue: 2)
    /// A lower-case letter.
    static let lower = Needs(rawValue: 4)
    /// Four upper-case letters and four lower-case ones: an identifier has fewer of the first.
    static let manyCases = Needs(rawValue: 8)
    /// No `/` or `+` beside it, nor `=` behind it: so short a prefix turns up inside of Base64.
    static let isolation = Needs(rawValue: 16)
    /// The scheme before it, `https://`, belongs to it.
    static let scheme = Needs(rawValue: 32)
  }

  /// What finds the end of the body.
  enum Shape: UInt8, Sendable {
    case parts, openAIMarked, slackGroups, slackWebhook, gitlabRoutable, atlas, jwt
  }

  let prefix: String
  let kind: Kind
  let body: String
  /// The least entropy of the body, in bits a character.
  let entropy: Double
  let needs: Needs
  let shape: Shape

  init(
    _ prefix: String, _ kind: Kind, _ body: String = "", entropy: Double = 2.5,
    needs: Needs = [], shape: Shape = .parts
  ) {
    self.prefix = prefix
    self.kind = kind
    self.body = body
    self.entropy = entropy
    self.needs = needs
    self.shape = shape
  }
}

/// A run of bytes of one class, as long as `from` to `to`.
struct BodyPart: Equatable, Sendable {
  var bytes: ByteSet
  var from: Int
  var to: Int

  /// Reads the parts of a body; a body that is spelled wrongly is an error of the table.
  static func parse(_ body: String) -> [BodyPart] {
    var rest = Substring(body)
    var parts: [BodyPart] = []
    while let first = rest.first {
      if let brace = rest.firstIndex(of: "{"), let set = set(named: rest[..<brace]) {
        guard let close = rest[brace...].firstIndex(of: "}") else {
          preconditionFailure("a length ends in a brace: \(body)")
        }
        let bounds = rest[rest.index(after: brace)..<close].split(separator: ",")
        let lengths = bounds.compactMap { Int($0) }
        precondition(!lengths.isEmpty && lengths.count == bounds.count, "a length: \(body)")
        parts.append(BodyPart(bytes: set, from: lengths[0], to: lengths[lengths.count - 1]))
        rest = rest[rest.index(after: close)...]
      } else {
        parts.append(BodyPart(bytes: ByteSet(String(first)), from: 1, to: 1))
        rest = rest.dropFirst()
      }
    }
    return parts
  }

  private static func set(named name: Substring) -> ByteSet? {
    switch name {
    case "d": return .digits
    case "hex": return .lowerHex
    case "Hex": return .hex
    case "lower": return .lowerAlphanumeric
    case "upper": return .upperAlphanumeric
    case "an": return .alphanumeric
    case "word": return .word
    case "b": return .base64URL
    case "b64": return .base64
    default:
      guard name.first == "[", name.last == "]", name.dropFirst().firstIndex(of: "[") == nil,
        name.firstIndex(of: "]") == name.index(before: name.endIndex)
      else { return nil }
      return ByteSet(String(name.dropFirst().dropLast()))
    }
  }
}
