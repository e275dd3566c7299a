import Bytes
import Commitments
public import Digests
import EventJSON

/// What a log commits to: its origin, size and root, a line each (spec/integrity.md, section 2.7).
public struct Checkpoint: Equatable, Sendable {
  /// The log's name; not empty, without control characters.
  public let origin: [UInt8]
  /// How many leaves the log has.
  public let size: Int
  /// The root of its tree.
  public let root: Digest256
  /// Whether lines follow that say more; `SignedCheckpoint` has none.
  public let hasExtensionLines: Bool

  /// A checkpoint of a log; nil where the origin can't be one, or the size is negative.
  public init?(origin: [UInt8], size: Int, root: Digest256) {
    let isText = UTF8Check.firstInvalid(in: origin.span) == nil
    guard isText, !origin.isEmpty, origin.allSatisfy({ $0 >= .space }), size >= 0 else {
      return nil
    }
    self.origin = origin
    self.size = size
    self.root = root
    hasExtensionLines = false
  }

  /// Reads the text of a note.
  ///
  /// - Throws: `lines` for fewer than three or an empty one, `size` or `root` where that is
  ///   malformed.
  public init(text: [UInt8]) throws(CheckpointProblem) {
    guard text.last == .newline else { throw .lines }
    let lines = text.dropLast().split(separator: .newline, omittingEmptySubsequences: false)
    guard lines.count >= 3, lines.allSatisfy({ !$0.isEmpty }) else { throw .lines }
    guard let size = Self.number(lines[1]) else { throw .size }
    let digits = Array(lines[2])
    guard let bytes = Base64.padded.decoded(digits.span), let root = Digest256(bytes.span) else {
      throw .root
    }
    origin = Array(lines[0])
    self.size = size
    self.root = root
    hasExtensionLines = lines.count > 3
  }

  /// The text that is signed.
  public var text: [UInt8] {
    origin + Array("\n\(size)\n".utf8) + Base64.padded.encoded(root.bytes) + [.newline]
  }

  /// Whether the origin is one that a key of this name may sign: the name itself, or the name, a
  /// slash and the export's identifier, of which nil stands for any (spec/integrity.md, 2.7).
  public func isOrigin(of name: KeyName, export: [UInt8]? = nil) -> Bool {
    if origin == name.bytes { return true }
    let prefix = name.bytes + [.slash]
    guard origin.starts(with: prefix), origin.count > prefix.count else { return false }
    return export.map { origin == prefix + $0 } ?? true
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    let isPlain = digits.allSatisfy(\.isDigit) && (digits.first != .zero || digits.count == 1)
    return isPlain ? Int(String(decoding: digits, as: UTF8.self)) : nil
  }
}
