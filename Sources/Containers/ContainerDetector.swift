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
/// An array begins with a bracket. An object is an envelope if it has no `event_id` or `timestamp`
/// before a member `events`, and that is an array whose first element is an object with a member
/// that events have, or where no `id` or `type` stands before it any object, or nothing. What is no
/// envelope is an event, and so the first of the lines.
struct ContainerDetector {
  private var offset = 0
  /// Whether a member was seen that an event has, and an envelope may have.
  private var mayBeEvent = false

  /// Members by which the first element of `events` is known to be an event.
  private static let eventMembers: [StaticString] = [
    "event_id", "id", "timestamp", "type", "event_type",
  ]

  /// The file's form, or nil where more bytes are needed to tell.
  static func detect(_ bytes: Span<UInt8>) -> Container? {
    var detector = ContainerDetector()
    return detector.run(bytes)
  }

  private mutating func run(_ bytes: Span<UInt8>) -> Container? {
    if ByteScan.hasWord(bytes, at: 0, "\u{FEFF}") { offset = 3 }
    // A byte order mark may come in two portions.
    if bytes.count < 3, bytes.count > 0, bytes[0] == 0xEF { return nil }
    guard let first = next(bytes) else { return nil }
    if first == .openBracket { return .array(offset) }
    guard first == .openBrace else { return .lines }
    offset += 1
    while true {
      switch nextKey(bytes) {
      case .unfinished: return nil
      case .noMore: return .lines
      case .key(let range):
        let name = bytes.extracting(range)
        if ByteScan.equals(name, "events"), bytes[offset] == .openBracket { return events(bytes) }
        if ByteScan.equals(name, "event_id") || ByteScan.equals(name, "timestamp") {
          return .lines
        }
        if Self.isEventMember(name) { mayBeEvent = true }
      }
      switch skipMember(bytes) {
      case .done: continue
      case .broken: return .lines
      case .unfinished: return nil
      }
    }
  }

  /// Looks at the first element of `events`, whose bracket is at `offset`.
  private mutating func events(_ bytes: Span<UInt8>) -> Container? {
    let bracket = offset
    offset += 1
    guard let first = next(bytes) else { return nil }
    if first == .closeBracket { return mayBeEvent ? .lines : .envelope(bracket) }
    guard first == .openBrace else { return .lines }
    guard mayBeEvent else { return .envelope(bracket) }
    offset += 1
    while true {
      switch nextKey(bytes) {
      case .unfinished: return nil
      case .noMore: return .lines
      case .key(let range):
        if Self.isEventMember(bytes.extracting(range)) { return .envelope(bracket) }
      }
      switch skipMember(bytes) {
      case .done: continue
      case .broken: return .lines
      case .unfinished: return nil
      }
    }
  }

  private static func isEventMember(_ name: Span<UInt8>) -> Bool {
    for member in eventMembers where ByteScan.equals(name, member) { return true }
    return false
  }

  private enum KeyStep {
    /// The name stands here, without quotes, and `offset` is at its value.
    case key(Range<Int>)
    case noMore
    case unfinished
  }

  /// Goes to the value of the next member.
  private mutating func nextKey(_ bytes: Span<UInt8>) -> KeyStep {
    guard let quote = next(bytes) else { return .unfinished }
    guard quote == .quote else { return .noMore }
    let start = offset + 1
    switch skipString(bytes) {
    case .broken: return .noMore
    case .unfinished: return .unfinished
    case .done: break
    }
    let range = start..<offset - 1
    guard let colon = next(bytes) else { return .unfinished }
    guard colon == .colon else { return .noMore }
    offset += 1
    return next(bytes) == nil ? .unfinished : .key(range)
  }

  /// Goes behind a member's value and the comma that must follow it.
  private mutating func skipMember(_ bytes: Span<UInt8>) -> Step {
    let step = skipValue(bytes)
    guard step == .done else { return step }
    guard let comma = next(bytes) else { return .unfinished }
    offset += 1
    return comma == .comma ? .done : .broken
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
