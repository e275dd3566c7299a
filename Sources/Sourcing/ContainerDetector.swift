import Bytes

/// How the events of a file are put together.
enum Container: Equatable {
  /// One event a line.
  case lines
  /// An array of events, whose opening bracket is at this offset.
  case array(Int)
  /// An object with an array of events as its member `events`, whose bracket is at this offset.
  case envelope(Int)
}

/// Recognises a file's form by its first bytes, whatever its name is.
///
/// An array begins with a bracket. An object is an envelope if it has a member `events` that is an
/// array of objects, or an empty one, and no `event_id` or `timestamp` before it; what is an
/// envelope for nobody is an event, and so the first of the lines.
struct ContainerDetector {
  private var offset = 0

  /// The file's form, or nil where more bytes are needed to tell.
  static func detect(_ bytes: Span<UInt8>) -> Container? {
    var detector = ContainerDetector()
    return detector.run(bytes)
  }

  private mutating func run(_ bytes: Span<UInt8>) -> Container? {
    if ByteScan.hasWord(bytes, at: 0, "\u{FEFF}") { offset = 3 }
    guard let first = next(bytes) else { return nil }
    if first == .openBracket { return .array(offset) }
    guard first == .openBrace else { return .lines }
    offset += 1
    while true {
      guard let quote = next(bytes) else { return nil }
      guard quote == .quote else { return .lines }
      let key = offset + 1
      switch skipString(bytes) {
      case .broken: return .lines
      case .unfinished: return nil
      case .done: break
      }
      let name = bytes.extracting(key..<offset - 1)
      guard let colon = next(bytes) else { return nil }
      guard colon == .colon else { return .lines }
      offset += 1
      guard let value = next(bytes) else { return nil }
      if ByteScan.equals(name, "events"), value == .openBracket {
        return events(bytes)
      }
      if ByteScan.equals(name, "event_id") || ByteScan.equals(name, "timestamp") {
        return .lines
      }
      switch skipValue(bytes) {
      case .broken: return .lines
      case .unfinished: return nil
      case .done: break
      }
      guard let comma = next(bytes) else { return nil }
      guard comma == .comma else { return .lines }
      offset += 1
    }
  }

  /// Looks behind the bracket of `events` for an object or the end.
  private mutating func events(_ bytes: Span<UInt8>) -> Container? {
    let bracket = offset
    offset += 1
    guard let first = next(bytes) else { return nil }
    return first == .openBrace || first == .closeBracket ? .envelope(bracket) : .lines
  }

  /// The next byte that is not white space, at `offset`.
  private mutating func next(_ bytes: Span<UInt8>) -> UInt8? {
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte != .space, byte != .newline, byte != .carriageReturn, byte != .tab { return byte }
      offset += 1
    }
    return nil
  }

  private enum Step {
    case done
    case unfinished
    case broken
  }

  /// Goes behind the string that begins at `offset`; a line break in one is no JSON.
  private mutating func skipString(_ bytes: Span<UInt8>) -> Step {
    offset += 1
    while offset < bytes.count {
      switch bytes[offset] {
      case .quote:
        offset += 1
        return .done
      case .backslash: offset += 2
      case .newline: return .broken
      default: offset += 1
      }
    }
    return .unfinished
  }

  /// Goes behind the value that begins at `offset`, by its brackets and quotes alone.
  private mutating func skipValue(_ bytes: Span<UInt8>) -> Step {
    var depth = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case .quote:
        let step = skipString(bytes)
        if step != .done || depth == 0 { return step }
        continue
      case .openBrace, .openBracket: depth += 1
      case .closeBrace, .closeBracket:
        if depth == 0 { return .done }
        depth -= 1
        if depth == 0 {
          offset += 1
          return .done
        }
      case .comma where depth == 0: return .done
      default: break
      }
      offset += 1
    }
    return .unfinished
  }
}
