/// The first byte of everything that is hashed, so that nothing of one kind can stand for something
/// of another (spec/integrity.md, section 2).
enum HashDomain {
  /// A leaf of the log (RFC 6962).
  static let logLeaf: UInt8 = 0x00
  /// An inner node of the log (RFC 6962).
  static let logNode: UInt8 = 0x01
  /// A value that has nothing below it, or a segment of a text.
  static let value: UInt8 = 0x02
  /// An object with members.
  static let object: UInt8 = 0x03
  /// An array with elements.
  static let array: UInt8 = 0x04
  /// A text of several segments.
  static let string: UInt8 = 0x05
  /// The two halves of a seed.
  static let split: UInt8 = 0x06
  /// The seed of an event.
  static let eventSeed: UInt8 = 0x07
}
