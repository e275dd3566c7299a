import Bytes

/// GitLab's routable tokens end in a part of their own: `.` and nine characters, or `.` two `.`
/// seven, of lower-case letters and digits.
enum GitLabToken {
  /// The offset behind that part, or `end` where there is none.
  static func routableEnd(_ text: Span<UInt8>, _ end: Int) -> Int {
    guard Boundary.byte(text, end) == .dot else { return end }
    let first = run(text, end + 1)
    if first == 9, isEnd(text, end + 10) { return end + 10 }
    guard first == 2, Boundary.byte(text, end + 3) == .dot, run(text, end + 4) == 7,
      isEnd(text, end + 11)
    else { return end }
    return end + 11
  }

  private static func run(_ text: Span<UInt8>, _ start: Int) -> Int {
    var length = 0
    while length < 10, ByteSet.lowerAlphanumeric.contains(Boundary.byte(text, start + length)) {
      length += 1
    }
    return length
  }

  private static func isEnd(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    !Boundary.isWord(Boundary.byte(text, offset))
  }
}
