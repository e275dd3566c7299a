/// Where a value of an event stands in its canonical form, and what it is: 36 bytes.
///
/// The nodes of an event stand in one array in canonical order: behind an object its members,
/// sorted, behind an array its elements; `next` leads past all of them. Offsets count from the
/// beginning of the canonical form, which is below 4 GiB.
public struct CanonicalNode: Equatable, Sendable {
  private let nameStart: UInt32
  private let nameEnd: UInt32
  private let valueStart: UInt32
  private var valueEnd: UInt32
  private let sourceStart: UInt32
  private let sourceEnd: UInt32
  private var count: UInt32 = 0
  private var following: UInt32 = 0
  /// What the value is: an `escapedString` has an escape in its canonical form, too.
  public private(set) var kind: Field.Kind

  /// The name with its quotes; empty where the value is no member.
  public var name: Range<Int> { Int(nameStart)..<Int(nameEnd) }
  /// The value, a string with its quotes.
  public var value: Range<Int> { Int(valueStart)..<Int(valueEnd) }
  /// The inside of a string.
  public var text: Range<Int> { Int(valueStart) + 1..<Int(valueEnd) - 1 }
  /// The value in the line that the event was read from, as a `Field` has it: a string without its
  /// quotes.
  public var source: Range<Int> { Int(sourceStart)..<Int(sourceEnd) }
  /// How many members an object has, or elements an array.
  public var childCount: Int { Int(count) }
  /// The number of the node behind this one and everything inside it.
  public var next: Int { Int(following) }

  /// What becomes known of a value while it is written.
  enum Content {
    case plain
    case escapedString
    case children(Int)
  }

  /// A value whose canonical form begins at `start`.
  init(_ source: Field, name: Range<Int>, start: Int) {
    nameStart = UInt32(truncatingIfNeeded: name.lowerBound)
    nameEnd = UInt32(truncatingIfNeeded: name.upperBound)
    valueStart = UInt32(truncatingIfNeeded: start)
    valueEnd = valueStart
    sourceStart = UInt32(truncatingIfNeeded: source.start)
    sourceEnd = UInt32(truncatingIfNeeded: source.end)
    kind = source.kind == .escapedString ? .string : source.kind
  }

  /// Completes a value that ends before `end`.
  mutating func close(_ content: Content, end: Int, next: Int) {
    valueEnd = UInt32(truncatingIfNeeded: end)
    following = UInt32(truncatingIfNeeded: next)
    switch content {
    case .plain: break
    case .escapedString: kind = .escapedString
    case .children(let number): count = UInt32(truncatingIfNeeded: number)
    }
  }
}

// For trees that hold members which a line does not show.
extension CanonicalNode {
  /// A member of which only the name is known.
  public init(absentMemberNamed name: Range<Int>, next: Int) {
    self.init(.absent, name: name, start: name.upperBound)
    close(.plain, end: name.upperBound, next: next)
  }

  /// Sets what lies inside a container: in a tree other than the one it was noted in.
  public mutating func setChildren(count: Int, next: Int) {
    self.count = UInt32(truncatingIfNeeded: count)
    following = UInt32(truncatingIfNeeded: next)
  }
}
