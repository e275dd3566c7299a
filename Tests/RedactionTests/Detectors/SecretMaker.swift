import Bytes

@testable import Redaction

/// Makes secrets that are nobody's: characters of a class from a seed.
struct SecretMaker {
  private var state: UInt64

  init(seed: UInt64 = 1) { state = seed }

  private mutating func number(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  /// `count` characters of a class; its bytes take turns where a short body must have them all.
  mutating func characters(_ count: Int, of set: ByteSet) -> String {
    let alphabet = (UInt8(1)..<0x80).filter { set.contains($0) }
    return String(
      (0..<count).map { _ in
        Character(Unicode.Scalar(alphabet[number(below: alphabet.count)]))
      })
  }

  /// Letters and digits.
  mutating func alphanumeric(_ count: Int) -> String { characters(count, of: .alphanumeric) }

  /// A body of the parts of a row, each as long as it may be or as short.
  mutating func body(_ parts: [BodyPart], longest: Bool) -> String {
    var body = ""
    for part in parts { body += characters(longest ? part.to : part.from, of: part.bytes) }
    return body
  }
}
