import Bytes

/// Finds where a JSON value ends by its brackets and quotes, block by block.
///
/// It validates nothing: what it cuts out is an event for the stage to check. It may be called
/// again with the same bytes and more behind them, and goes on where it stopped.
struct ElementScanner {
  private var depth: Int
  private var isInString = false
  /// How far the value was looked at.
  private(set) var offset = 0

  /// A scanner at the first byte of a value, or inside `depth` brackets.
  init(depth: Int = 0) { self.depth = depth }

  /// Forgets the first bytes, which were handed on or dropped.
  mutating func rebase(by count: Int) { offset -= count }

  /// The offset behind the value, or nil where its end is not in `bytes`.
  ///
  /// A value without brackets ends at a comma, a bracket or white space, which is not its own.
  mutating func scan(_ bytes: Span<UInt8>) -> Int? {
    while offset < bytes.count {
      if isInString {
        guard skipString(bytes) else { return nil }
        if depth == 0 { return offset }
        continue
      }
      switch bytes[offset] {
      case .quote: isInString = true
      case .openBrace, .openBracket: depth += 1
      case .closeBrace, .closeBracket:
        if depth == 0 { return offset }
        depth -= 1
        if depth == 0 { return offset + 1 }
      case .comma, .space, .newline, .carriageReturn, .tab:
        if depth == 0 { return offset }
      default: break
      }
      offset += 1
    }
    return nil
  }

  /// Goes behind the closing quote; false where it is not in `bytes`.
  private mutating func skipString(_ bytes: Span<UInt8>) -> Bool {
    while true {
      let stop = ByteScan.stringStop(in: bytes, from: offset)
      guard stop < bytes.count else {
        offset = stop
        return false
      }
      switch bytes[stop] {
      case .quote:
        offset = stop + 1
        isInString = false
        return true
      case .backslash:
        // The escaped byte must be there too before the pair is passed.
        guard stop + 1 < bytes.count else {
          offset = stop
          return false
        }
        offset = stop + 2
      default: offset = stop + 1
      }
    }
  }
}
