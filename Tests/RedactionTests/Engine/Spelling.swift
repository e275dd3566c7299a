import TestSupport

@testable import Redaction

/// A text and a way to write it inside a JSON string: each of its characters as itself, or as any
/// escape that means it.
struct Spelling {
  /// The text's bytes.
  private(set) var decoded: [UInt8] = []
  /// How each byte of the text is spelled; the bytes of a character behind the first as nothing.
  private var pieces: [[UInt8]] = []

  /// What is written of a part of the text.
  func raw(_ part: Range<Int>) -> [UInt8] { pieces[part].flatMap { $0 } }

  /// All that is written.
  var raw: [UInt8] { raw(0..<decoded.count) }

  /// Appends what reads as `decoded` and is written `raw`.
  mutating func append(_ bytes: [UInt8], written raw: [UInt8]) {
    decoded += bytes
    pieces += bytes.indices.map { $0 == 0 ? raw : [] }
  }

  /// Appends a text; a character in `escapes` of ten is written as an escape.
  mutating func append(_ text: String, escapes: Int, _ random: inout SeededGenerator) {
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      append(bytes, written: Self.spell(scalar, escapes, &random))
    }
  }

  private static func spell(
    _ scalar: Unicode.Scalar, _ escapes: Int, _ random: inout SeededGenerator
  ) -> [UInt8] {
    let short: [Unicode.Scalar: String] = [
      "\"": "\\\"", "\\": "\\\\", "/": "\\/", "\n": "\\n", "\r": "\\r", "\t": "\\t",
      "\u{8}": "\\b", "\u{C}": "\\f",
    ]
    let mayBeRaw = scalar.value >= 0x20 && scalar != "\"" && scalar != "\\"
    if mayBeRaw, random.below(10) >= escapes { return Array(String(scalar).utf8) }
    if let short = short[scalar], random.below(2) == 0 { return Array(short.utf8) }
    return String(scalar).utf16.flatMap { unit in unicode(unit, &random) }
  }

  /// `\uXXXX` in digits of either case.
  static func unicode(_ unit: UInt16, _ random: inout SeededGenerator) -> [UInt8] {
    let digits = String(unit, radix: 16)
    let padded = String(repeating: "0", count: 4 - digits.count) + digits
    return Array("\\u".utf8)
      + padded.flatMap { digit in
        Array((random.below(2) == 0 ? digit.uppercased() : digit.lowercased()).utf8)
      }
  }
}
