import Bytes
public import DecisionEvent
import EventJSON

/// Which values of an event a rule is about: `input`, `.metadata.notes[]`, `/metadata/*/note`, `*`.
public struct FieldSelector: Hashable, Sendable {
  /// One step of the way down.
  public enum Segment: Hashable, Sendable {
    /// The member with this name, as UTF-8.
    case member([UInt8])
    /// Every element of an array.
    case elements
    /// Every member of an object and every element of an array.
    case anything
    /// The element with this number, or the member so named.
    case numbered(Int, [UInt8])
  }

  /// What it selects.
  public enum Target: Hashable, Sendable {
    /// Every value of the event (`*`).
    case everything
    /// A field of the dictionary, at each of its paths.
    case canonical(CanonicalField)
    /// What stands at the end of a way.
    case path([Segment])
  }

  /// What it selects.
  public let target: Target
  /// The selector as it was spelled.
  public let text: String

  /// Why a text selects nothing.
  public struct Problem: Error, Equatable, Sendable {
    /// The sentence for a message.
    public let reason: String
  }

  /// Where is looked unless said otherwise: prompts, answers, and what people and gateways add.
  public static let usual: [FieldSelector] = [
    FieldSelector(.canonical(.input), "input"), FieldSelector(.canonical(.output), "output"),
    FieldSelector(.canonical(.escalation), "escalation"),
    FieldSelector(.path([.member(Array("metadata".utf8))]), ".metadata"),
  ]

  private init(_ target: Target, _ text: String) {
    self.target = target
    self.text = text
  }

  /// Parses a canonical name, a raw path from `.` on, a JSON pointer (RFC 6901) from `/` on in
  /// which `*` is every member or element, or `*`.
  ///
  /// - Throws: why it is none of these.
  public init(_ text: String) throws(Problem) {
    self.text = text
    if text == "*" {
      target = .everything
    } else if text.hasPrefix("/") {
      target = .path(try Self.pointer(text))
    } else if text.hasPrefix(".") {
      target = .path(try Self.rawPath(text))
    } else if let field = CanonicalField(name: text) {
      target = .canonical(field)
    } else if text == "metadata" {
      target = .path([.member(Array(text.utf8))])
    } else {
      // What it says is not shown: it may come from a file that nobody meant.
      throw Problem(reason: "unknown field; a path of your own begins with '.'")
    }
  }

  /// Whether it is the event's `_kt`, or something in it.
  var isReceipt: Bool {
    guard case .path(let segments) = target else { return false }
    return segments.first == .member(Array("_kt".utf8))
  }

  private static func rawPath(_ text: String) throws(Problem) -> [Segment] {
    do throws(FieldPath.Problem) {
      return try FieldPath(text).segments.map { segment in
        switch segment {
        case .member(let name): .member(name)
        case .elements: .elements
        }
      }
    } catch {
      throw Problem(reason: "column \(error.offset + 1): \(error.reason)")
    }
  }

  private static func pointer(_ text: String) throws(Problem) -> [Segment] {
    let bytes = Array(text.utf8)
    guard let names = JSONPointer.names(of: bytes.span) else {
      throw Problem(reason: "'~' stands before 0 or 1 in a JSON pointer")
    }
    return names.map { name in
      if name == [UInt8(ascii: "*")] { return .anything }
      return DecimalNumber.value(name.span).map { .numbered($0, name) } ?? .member(name)
    }
  }
}
