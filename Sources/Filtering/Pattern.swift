import Bytes

/// A value to compare with, in which `*` stands for any bytes and `?` for one character.
///
/// A backslash takes the meaning from the character behind it. For a pattern, matching is linear
/// in the text: after a mismatch only the last `*` is tried one byte further on.
public struct Pattern: Equatable, Sendable {
  /// The text as it was given.
  public let text: String
  private let literal: [UInt8]
  private let pieces: [Piece]

  private enum Piece: Equatable {
    case byte(UInt8)
    case anyCharacter
    case anything
  }

  /// A pattern from an option's value.
  public init(_ text: String) {
    self.text = text
    var pieces: [Piece] = []
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "*"): if pieces.last != .anything { pieces.append(.anything) }
      case UInt8(ascii: "?"): pieces.append(.anyCharacter)
      case .backslash: pieces.append(.byte(bytes.popFirst() ?? .backslash))
      default: pieces.append(.byte(byte))
      }
    }
    self.pieces = pieces
    literal = pieces.compactMap { if case .byte(let byte) = $0 { byte } else { nil } }
  }

  /// Whether the pattern stands for one value only.
  public var isLiteral: Bool { literal.count == pieces.count }

  /// The bytes that are no wildcard.
  public var literalBytes: [UInt8] { literal }

  /// Whether all of `value` fits.
  public func matches(_ value: Span<UInt8>) -> Bool {
    if isLiteral { return ByteScan.equal(value, 0, value.count, literal.span) }
    var piece = 0
    var offset = 0
    var resumePiece = -1
    var resumeOffset = 0
    while offset < value.count {
      if piece < pieces.count, let length = step(pieces[piece], value, offset) {
        if length == 0 {
          resumePiece = piece
          resumeOffset = offset
        }
        piece += 1
        offset += length
      } else if resumePiece >= 0 {
        resumeOffset += 1
        offset = resumeOffset
        piece = resumePiece + 1
      } else {
        return false
      }
    }
    while piece < pieces.count, pieces[piece] == .anything { piece += 1 }
    return piece == pieces.count
  }

  /// How many bytes a piece takes at `offset`, nil where it does not fit.
  private func step(_ piece: Piece, _ value: Span<UInt8>, _ offset: Int) -> Int? {
    switch piece {
    case .anything: return 0
    case .byte(let byte): return value[offset] == byte ? 1 : nil
    case .anyCharacter:
      var end = offset + 1
      while end < value.count, value[end] & 0xC0 == 0x80 { end += 1 }
      return end - offset
    }
  }

  /// Splits an option's value at commas, a backslash before one keeping it.
  public static func list(_ value: String) -> [String] {
    var parts = [""]
    var isEscaped = false
    for character in value.unicodeScalars {
      if character == ",", !isEscaped {
        parts.append("")
        continue
      }
      parts[parts.count - 1].unicodeScalars.append(character)
      isEscaped = character == "\\" && !isEscaped
    }
    return parts.filter { !$0.isEmpty }
  }
}
