import Bytes
import EventJSON

/// A text and the signatures below it (C2SP signed-note).
///
///     text, whose last line ends with a newline
///     (a blank line; the last one that the note has)
///     — name base64(identifier || signature)
///
/// A note proves nothing before `verified(by:)`. Written again it has the same bytes: all that is
/// spelled in two ways is refused.
public struct SignedNote: Equatable, Sendable {
  /// How many signatures a note can have.
  public static let maximumCount = 100

  /// The text with its last newline: what is signed.
  public let text: [UInt8]
  /// The signature lines in their order, at least one once the note is parsed.
  public private(set) var signatures: [NoteSignature]

  /// A note without signatures yet.
  ///
  /// - Throws: `characters` for what is not UTF-8 or has controls, `form` without a last newline.
  public init(text: [UInt8]) throws(NoteProblem) {
    guard Self.isText(text) else { throw .characters }
    guard text.last == .newline else { throw .form }
    self.text = text
    signatures = []
  }

  /// Reads a note, every byte of it.
  ///
  /// - Throws: what is wrong: characters, form, a signature line, or more than 100 of them.
  public init(parsing bytes: [UInt8]) throws(NoteProblem) {
    guard Self.isText(bytes) else { throw .characters }
    guard let blank = Self.lastBlankLine(bytes), bytes.last == .newline else { throw .form }
    let block = bytes[(blank + 1)...]
    guard !block.isEmpty else { throw .form }
    let lines = block.dropLast().split(separator: .newline, omittingEmptySubsequences: false)
    guard lines.count <= Self.maximumCount else { throw .tooManySignatures }
    var signatures: [NoteSignature] = []
    for line in lines {
      guard let signature = NoteSignature(line: line) else {
        throw .signatureLine(signatures.count + 1)
      }
      signatures.append(signature)
    }
    text = Array(bytes[..<blank])
    self.signatures = signatures
  }

  /// The note as it is stored.
  public var bytes: [UInt8] { text + [.newline] + signatures.flatMap(\.line) }

  /// Adds a key's signature below the others and says whether that was new: the name and the
  /// identifier of every other line differ, and there is room.
  public mutating func sign(with key: SigningKey) -> Bool {
    let isKnown = signatures.contains { $0.isNamed(after: key.verifier) }
    guard !isKnown, signatures.count < Self.maximumCount else { return false }
    signatures.append(NoteSignature(by: key.verifier, key.signature(of: text)))
    return true
  }

  /// The offset of the last blank line's newline.
  private static func lastBlankLine(_ bytes: [UInt8]) -> Int? {
    var offset = bytes.count - 1
    while offset > 0 {
      if bytes[offset] == .newline, bytes[offset - 1] == .newline { return offset }
      offset -= 1
    }
    return nil
  }

  private static func isText(_ bytes: [UInt8]) -> Bool {
    UTF8Check.firstInvalid(in: bytes.span) == nil
      && bytes.allSatisfy { $0 >= .space || $0 == .newline }
  }
}
