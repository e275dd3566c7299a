import Bytes

/// What a checkpoint says, for a cover that names it: it is shown, not verified.
public struct CheckpointSummary: Sendable, Equatable {
  /// The log's name.
  public let origin: String
  /// How many entries it has.
  public let size: String
  /// The log's root, in base64.
  public let root: String

  /// Reads the first three lines of a signed note (C2SP tlog-checkpoint), or gives nil where the
  /// bytes are none.
  public init?(_ file: [UInt8]) {
    let lines = file.split(separator: .newline, maxSplits: 3, omittingEmptySubsequences: false)
    guard lines.count == 4, !lines[0].isEmpty, (1...20).contains(lines[1].count),
      lines[1].allSatisfy(\.isDigit), lines[2].count == 44,
      lines[2].allSatisfy({
        $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "+") || $0 == .slash
          || $0 == UInt8(ascii: "=")
      })
    else { return nil }
    origin = String(decoding: lines[0], as: UTF8.self)
    size = String(decoding: lines[1], as: UTF8.self)
    root = String(decoding: lines[2], as: UTF8.self)
  }
}
