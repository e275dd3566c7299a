/// Bytes of the ASCII table by the names that JSON and the tools use (RFC 20).
extension UInt8 {
  /// Horizontal tab, 0x09.
  @inlinable public static var tab: UInt8 { 0x09 }
  /// Line feed, 0x0A: the end of a line.
  @inlinable public static var newline: UInt8 { 0x0A }
  /// Carriage return, 0x0D.
  @inlinable public static var carriageReturn: UInt8 { 0x0D }
  /// Space, 0x20: everything below it is a control character.
  @inlinable public static var space: UInt8 { 0x20 }
  /// Quotation mark, 0x22.
  @inlinable public static var quote: UInt8 { 0x22 }
  /// Comma, 0x2C.
  @inlinable public static var comma: UInt8 { 0x2C }
  /// Minus, 0x2D.
  @inlinable public static var minus: UInt8 { 0x2D }
  /// Full stop, 0x2E.
  @inlinable public static var dot: UInt8 { 0x2E }
  /// Slash, 0x2F.
  @inlinable public static var slash: UInt8 { 0x2F }
  /// Digit zero, 0x30.
  @inlinable public static var zero: UInt8 { 0x30 }
  /// Digit nine, 0x39.
  @inlinable public static var nine: UInt8 { 0x39 }
  /// Colon, 0x3A.
  @inlinable public static var colon: UInt8 { 0x3A }
  /// Opening bracket, 0x5B.
  @inlinable public static var openBracket: UInt8 { 0x5B }
  /// Backslash, 0x5C.
  @inlinable public static var backslash: UInt8 { 0x5C }
  /// Closing bracket, 0x5D.
  @inlinable public static var closeBracket: UInt8 { 0x5D }
  /// Opening brace, 0x7B.
  @inlinable public static var openBrace: UInt8 { 0x7B }
  /// Closing brace, 0x7D.
  @inlinable public static var closeBrace: UInt8 { 0x7D }

  /// Whether this is one of `0` to `9`.
  @inlinable public var isDigit: Bool { self &- 0x30 < 10 }
  /// Whether this is an ASCII letter.
  @inlinable public var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// The lower-case letter of an upper-case one, and every other byte as it is.
  @inlinable public var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
  /// The value of a hexadecimal digit of either case, or nil.
  @inlinable public var hexadecimalValue: UInt8? {
    if isDigit { return self &- 0x30 }
    let letter = (self | 0x20) &- 0x61
    return letter < 6 ? letter &+ 10 : nil
  }
}
