import Bytes

/// Vehicle identification numbers (spec/redaction.md, section 2; ISO 3779, 49 CFR 565): 17 letters
/// and digits without I, O and Q, in context only.
///
/// The ninth is a check digit, but in numbers of Europe, which begin with S to Z and may have anything
/// there: these have a maker of letters and four digits at the end.
enum VIN {
  static let entry = KindEntry(
    .vin, "VIN", infoType: "VEHICLE_IDENTIFICATION_NUMBER", .checksummed,
    confidence: "2 in context",
    definition:
      "17 letters and digits without I O Q beside `vin`, the ninth a check digit where it must be",
    example: "chassis 1M8GDM9AXKP042788")

  private static let context = ContextWords([
    "vin", "vins", "vinnumber", "chassis", "vehicle identification", "vehicle id",
    "fahrgestellnummer", "fahrzeugidentifikationsnummer", "fahrzeug identifizierungsnummer",
    "fahrzeugidentifizierungsnummer", "fin", "bastidor", "châssis", "telaio", "chassi", "车架号",
    "車台番号", "차대번호",
  ])

  /// What the letters A to Z count; I, O and Q occur in no number.
  private static let letters: InlineArray<26, UInt8> = [
    1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9,
  ]
  private static let weights: InlineArray<17, UInt8> = [
    8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2,
  ]

  /// The number that the word at `start ..< end` is.
  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {
    guard end - start == 17, hits.wants(.vin),
      isChecked(text, start) || isUnchecked(text, start),
      context.stand(near: start, end, in: text, key: key)
    else { return }
    hits.add(.vin, start, end, confidence: 2)
  }

  private static func isChecked(_ text: Span<UInt8>, _ start: Int) -> Bool {
    var sum = 0
    var isRepeated = true
    for index in 0..<17 {
      let byte = text[start + index]
      if byte != text[start] { isRepeated = false }
      if byte.isDigit {
        sum += Int(byte &- .zero) * Int(weights[index])
      } else {
        let letter = byte.lowercased &- 0x61
        guard letter < 26, letters[Int(letter)] > 0 else { return false }
        sum += Int(letters[Int(letter)]) * Int(weights[index])
      }
    }
    let check = text[start + 8]
    let isRight =
      sum % 11 == 10
      ? check.lowercased == UInt8(ascii: "x") : Int(check) == sum % 11 + Int(UInt8.zero)
    return isRight && !isRepeated
  }

  /// Whether the number may be one of Europe, which needs no check digit: its first letter is S to Z,
  /// and four digits stand at the end.
  private static func isUnchecked(_ text: Span<UInt8>, _ start: Int) -> Bool {
    guard text[start].lowercased &- UInt8(ascii: "s") < 8 else { return false }
    var capitals = 0
    var letters = 0
    for index in 0..<17 {
      let byte = text[start + index]
      if byte.isDigit { continue }
      let letter = byte.lowercased &- 0x61
      guard index < 13, letter < 26, Self.letters[Int(letter)] > 0 else { return false }
      letters += 1
      if byte < 0x60 { capitals += 1 }
    }
    return (capitals == 0 || capitals == letters) && letters >= 2
  }
}
