import Bytes
import EventJSON

/// A hash and the text that it is of, by JSON pointers (RFC 6901): `/prompt_digest=/prompt`.
public struct HashPair: Equatable, Sendable {
  /// Why a text is no pair.
  public struct Problem: Error, Equatable, Sendable {
    /// The sentence for a message.
    public let reason: String
  }

  /// The unescaped names on the way to the hash.
  let hash: [[UInt8]]
  /// The unescaped names on the way to the text.
  let text: [[UInt8]]

  /// Parses `HASH=TEXT`, both pointers to members.
  ///
  /// - Throws: what is wrong: not two JSON pointers (RFC 6901), or a pair that can be read in two
  ///   ways.
  public init(_ pair: String) throws(Problem) {
    let bytes = Array(pair.utf8)
    let borders = bytes.indices.filter {
      bytes[$0] == UInt8(ascii: "=") && $0 + 1 < bytes.count && bytes[$0 + 1] == .slash
    }
    guard let border = borders.first, bytes.first == .slash else {
      throw Problem(reason: "expected two json pointers, such as /prompt_digest=/prompt")
    }
    guard borders.count == 1 else {
      throw Problem(reason: "'=/' stands more than once, so that the pair can be read in two ways")
    }
    hash = try Self.names(bytes[..<border])
    text = try Self.names(bytes[(border + 1)...])
  }

  private static func names(_ pointer: ArraySlice<UInt8>) throws(Problem) -> [[UInt8]] {
    let bytes = Array(pointer)
    guard let names = JSONPointer.names(of: bytes.span) else {
      throw Problem(reason: "expected '~0' for '~' or '~1' for '/' in a json pointer")
    }
    return names
  }
}
