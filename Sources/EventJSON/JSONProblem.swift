/// What is wrong with a line, and at which byte.
public struct JSONProblem: Error, Equatable, Sendable {
  /// The rules of RFC 8259, and of spec/events.md ("Lossless contract"), that a line can break.
  public enum Kind: Equatable, Sendable {
    /// Something else than an object where an event begins.
    case expectedObject
    /// An array where an event begins: a container that only kt-source reads.
    case arrayInsteadOfEvent
    /// No string where a member's name must be.
    case expectedKey
    /// No colon behind a member's name.
    case expectedColon
    /// No value where one must be.
    case expectedValue
    /// Neither a comma nor a closing brace behind a member.
    case expectedCommaOrBrace
    /// Neither a comma nor a closing bracket behind an element.
    case expectedCommaOrBracket
    /// A number that RFC 8259, section 6 does not know.
    case badNumber
    /// Something that begins like true, false or null and isn't.
    case badLiteral
    /// A backslash before a character that can't be escaped.
    case badEscape
    /// \u without four hexadecimal digits.
    case badUnicodeEscape
    /// A raw character below U+0020 inside a string.
    case controlCharacter
    /// A byte sequence that is not UTF-8 (RFC 3629).
    case invalidUTF8
    /// The line ends inside a value.
    case unexpectedEnd
    /// Bytes behind the event's closing brace.
    case trailingBytes
    /// Nesting over the limit.
    case tooDeep(limit: Int)
    /// A member that the tool reads standing twice in its object.
    case duplicateMember
    /// A line over --max-line.
    case tooLong(limit: Int)
    /// A top-level `_kt_stream`, which belongs to frames (spec/cli.md, "Framed streams").
    case reservedMember
    /// An object with an array of events that has an event's own id or time.
    case ambiguousContainer
    /// A document that ends, or goes on, where its array of events must not.
    case brokenContainer
    /// The id of an earlier event whose bytes were others.
    case repeatedID
    /// No canonical form, so that nothing can be committed to (spec/integrity.md, section 2.1).
    case refused(CanonicalRefusal)
  }

  /// What is wrong.
  public let kind: Kind
  /// The offset of the byte where it shows, from 0.
  public let offset: Int

  /// A problem of `kind` at `offset`, counted from 0.
  public init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  /// What is wrong, for a message: no data of the line is in it.
  public var reason: String {
    switch kind {
    case .expectedObject: "expected an object"
    case .arrayInsteadOfEvent: "expected an object; an array of events is read with kt-source"
    case .expectedKey: "expected a key in quotes"
    case .expectedColon: "expected ':' after key"
    case .expectedValue: "expected a value"
    case .expectedCommaOrBrace: "expected ',' or '}'"
    case .expectedCommaOrBracket: "expected ',' or ']'"
    case .badNumber: "not a number"
    case .badLiteral: "expected true, false or null"
    case .badEscape: "unknown escape in a string"
    case .badUnicodeEscape: "expected four hexadecimal digits after \\u"
    case .controlCharacter: "raw control character in a string"
    case .invalidUTF8: "invalid UTF-8"
    case .unexpectedEnd: "the line ends inside a value"
    case .trailingBytes: "more bytes after the event"
    case .tooDeep(let limit): "nested deeper than \(limit)"
    case .duplicateMember: "a member that is read stands twice"
    case .tooLong(let limit): "line longer than \(limit) bytes"
    case .reservedMember: "'_kt_stream' is reserved for frames"
    case .ambiguousContainer: "neither an event nor an envelope: it has 'events' and its own time"
    case .brokenContainer: "the array of events is not closed"
    case .repeatedID: "an earlier event with the same id was another one"
    case .refused(let refusal): refusal.reason
    }
  }
}
