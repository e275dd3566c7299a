import Bytes
import EventJSON

/// Steps through the elements of an array, from behind its opening bracket.
///
/// It reads nothing itself: it is asked with the bytes that come next, says what they are, and is
/// asked again with those behind them, or with the same ones and more.
struct ElementReader {
  /// What the bytes begin with.
  enum Step: Equatable {
    /// Nothing that can be told without more bytes.
    case more
    /// This many bytes that belong to no event.
    case skip(Int)
    /// An element of this many bytes.
    case element(Int)
    /// Something wrong, which is told once; the same bytes are asked for again.
    case fault(JSONProblem.Kind)
    /// The closing bracket.
    case end
  }

  private let maximumLine: Int
  private var isAfterComma = false
  private var isAtStart = true
  /// Whether what is wrong at this place was told.
  private var isTold = false
  /// Inside an element.
  private var scanner: ElementScanner?
  /// Whether the element is over the limit, and goes by in portions.
  private var isTooLong = false

  /// A reader of elements of at most `maximumLine` bytes.
  init(maximumLine: Int) { self.maximumLine = maximumLine }

  /// What `bytes`, which begin behind the last step's, are.
  mutating func next(_ bytes: Span<UInt8>) -> Step {
    if scanner != nil { return nextOfElement(bytes) }
    let blank = Self.countWhitespace(bytes)
    if blank > 0 { return .skip(blank) }
    guard !bytes.isEmpty else { return .more }
    switch bytes[0] {
    case .closeBracket:
      return isAfterComma && tellOnce() ? .fault(.expectedValue) : .end
    case .comma:
      if isAfterComma || isAtStart, tellOnce() { return .fault(.expectedValue) }
      isAfterComma = true
      isAtStart = false
      isTold = false
      return .skip(1)
    default:
      if !isAfterComma, !isAtStart, tellOnce() { return .fault(.expectedCommaOrBracket) }
      isAfterComma = false
      isAtStart = false
      isTold = false
      scanner = ElementScanner()
      return nextOfElement(bytes)
    }
  }

  /// Whether what is wrong here is still to be told.
  private mutating func tellOnce() -> Bool {
    defer { isTold = true }
    return !isTold
  }

  private mutating func nextOfElement(_ bytes: Span<UInt8>) -> Step {
    var walk = scanner ?? ElementScanner()
    if let end = walk.scan(bytes) {
      scanner = nil
      defer { isTooLong = false }
      // A stray closing brace is an element of its own, or the steps would not go on.
      return isTooLong ? .skip(end) : .element(max(end, 1))
    }
    defer { scanner = walk }
    guard walk.offset > maximumLine || isTooLong else { return .more }
    guard isTooLong else {
      isTooLong = true
      return .fault(.tooLong(limit: maximumLine))
    }
    let count = walk.offset
    walk.rebase(by: count)
    return count == 0 ? .more : .skip(count)
  }

  private static func countWhitespace(_ bytes: Span<UInt8>) -> Int {
    var count = 0
    while count < bytes.count {
      switch bytes[count] {
      case .space, .newline, .carriageReturn, .tab: count += 1
      default: return count
      }
    }
    return count
  }
}
