import Bytes

/// A way down into an event: `usage.input_tokens`, `policies_evaluated[].verdict`.
///
/// Members are separated by dots; `[]` stands for every element of an array. A name that has a
/// dot, a bracket, a quote, white space or an operator in it is written in quotes: `a."b.c"`.
public struct FieldPath: Hashable, Sendable {
  /// One step of a path.
  public enum Segment: Hashable, Sendable {
    /// The member of an object with this name, as UTF-8 bytes.
    case member([UInt8])
    /// Every element of an array.
    case elements
  }

  /// Why a text is no path, and where.
  public struct Problem: Error, Equatable, Sendable {
    /// The sentence for a message.
    public let reason: String
    /// The offset in the text, from 0.
    public let offset: Int
  }

  /// The steps from the event down.
  public let segments: [Segment]

  /// The path of these steps.
  public init(segments: [Segment]) { self.segments = segments }

  /// Whether the path passes through an array's elements.
  public var hasElements: Bool { segments.contains(.elements) }

  /// Parses a path; a leading dot is allowed and means nothing here.
  ///
  /// - Throws: what is wrong and where: no name, one whose quotes are not closed, or brackets that
  ///   are not `[]`.
  public init(_ text: String) throws(Problem) {
    let bytes = Array(text.utf8)
    var segments: [Segment] = []
    var offset = bytes.first == .dot ? 1 : 0
    repeat {
      segments.append(.member(try Self.name(bytes, &offset)))
      while offset < bytes.count, bytes[offset] == .openBracket {
        guard offset + 1 < bytes.count, bytes[offset + 1] == .closeBracket else {
          throw Problem(reason: "expected '[]' for every element", offset: offset + 1)
        }
        segments.append(.elements)
        offset += 2
      }
      guard offset < bytes.count else { break }
      guard bytes[offset] == .dot else {
        throw Problem(reason: "expected '.' between names", offset: offset)
      }
      offset += 1
    } while true
    self.segments = segments
  }

  private static func name(_ bytes: [UInt8], _ offset: inout Int) throws(Problem) -> [UInt8] {
    if offset < bytes.count, bytes[offset] == .quote {
      return try quotedName(bytes, &offset)
    }
    let start = offset
    while offset < bytes.count, isPlain(bytes[offset]) { offset += 1 }
    guard offset > start else { throw Problem(reason: "expected a name", offset: start) }
    return Array(bytes[start..<offset])
  }

  private static func quotedName(
    _ bytes: [UInt8], _ offset: inout Int
  ) throws(Problem) -> [UInt8] {
    let start = offset
    var name: [UInt8] = []
    offset += 1
    while offset < bytes.count, bytes[offset] != .quote {
      if bytes[offset] == .backslash, offset + 1 < bytes.count { offset += 1 }
      name.append(bytes[offset])
      offset += 1
    }
    guard offset < bytes.count else {
      throw Problem(reason: "a quoted name is not closed", offset: start)
    }
    offset += 1
    return name
  }

  /// Whether a byte can stand in a name without quotes.
  public static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_")
      || byte == .minus || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "$")
  }
}

extension FieldPath: CustomStringConvertible {
  /// The path as it is parsed, without a leading dot.
  public var description: String {
    var text = ""
    for segment in segments {
      switch segment {
      case .elements: text += "[]"
      case .member(let name):
        if !text.isEmpty { text += "." }
        let spelled = String(decoding: name, as: UTF8.self)
        if !name.isEmpty, name.allSatisfy(Self.isPlain) {
          text += spelled
        } else {
          let escaped = name.flatMap { $0 == .quote || $0 == .backslash ? [.backslash, $0] : [$0] }
          text += "\"\(String(decoding: escaped, as: UTF8.self))\""
        }
      }
    }
    return text
  }
}
