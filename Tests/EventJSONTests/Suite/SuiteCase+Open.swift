extension SuiteCase {
  /// What RFC 8259 leaves open and is accepted here: numbers of any size stay as they are spelled,
  /// and so do halves of surrogate pairs.
  static let openAndAccepted = [
    SuiteCase("a huge negative exponent", "[123.456e-789]"),
    SuiteCase(
      "an exponent of 130 digits",
      "[0.4e006\(String(repeating: "9", count: 114))69999999006]"),
    SuiteCase("a negative integer with a huge exponent", "[-1e+9999]"),
    SuiteCase("a real with a huge exponent", "[1.5e+9999]"),
    SuiteCase("less than any double", "[-123123e100000]"),
    SuiteCase("more than any double", "[123123e100000]"),
    SuiteCase("nearer to zero than any double", "[123e-10000000]"),
    SuiteCase("a negative integer of 30 digits", "[-123123123123123123123123123123]"),
    SuiteCase("an integer of 21 digits", "[100000000000000000000]"),
    SuiteCase(
      "a negative integer of 48 digits", "[-237462374673276894279832749832423479823246327846]"),
    SuiteCase("a second surrogate as a name", #"{"\uDFAA":0}"#),
    SuiteCase("a first surrogate alone", #"["\uDADA"]"#),
    SuiteCase("a first surrogate before another character", #"["\uD888\u1234"]"#),
    SuiteCase("a first surrogate before an escape", #"["\uD800\n"]"#),
    SuiteCase("a second surrogate before a letter", #"["\uDd1ea"]"#),
    SuiteCase("two first surrogates before an escape", #"["\uD800\uD800\n"]"#),
    SuiteCase("a first surrogate in small letters", #"["\ud800"]"#),
    SuiteCase("a first surrogate before letters", #"["\ud800abc"]"#),
    SuiteCase("the two surrogates the wrong way round", #"["\uDd1e\uD834"]"#),
    SuiteCase("a second surrogate alone", #"["\uDFAA"]"#),
    SuiteCase(
      "500 arrays in each other",
      String(repeating: "[", count: 500) + String(repeating: "]", count: 500)),
  ]

  /// What RFC 8259 leaves open and is refused here: bytes that are not UTF-8, and byte order marks
  /// anywhere but at the start of a stream.
  static let openAndRefused = [
    SuiteCase("UTF-16, the low byte first", bytes: "\u{FF}\u{FE}[\0\"\0\u{E9}\0\"\0]\0"),
    SuiteCase(
      "a byte that UTF-8 does not have", bytes: "[\"\u{E6}\u{97}\u{A5}\u{D1}\u{88}\u{FA}\"]"),
    SuiteCase("a surrogate in three bytes", bytes: "[\"\u{ED}\u{A0}\u{80}\"]"),
    SuiteCase("the byte FF", bytes: "[\"\u{FF}\"]"),
    SuiteCase("Latin 1", bytes: "[\"\u{E9}\"]"),
    SuiteCase("a continuation alone", bytes: "[\"\u{81}\"]"),
    SuiteCase("beyond U+10FFFF", bytes: "[\"\u{F4}\u{BF}\u{BF}\u{BF}\"]"),
    SuiteCase("two bytes for a slash", bytes: "[\"\u{C0}\u{AF}\"]"),
    SuiteCase("six bytes", bytes: "[\"\u{FC}\u{83}\u{BF}\u{BF}\u{BF}\u{BF}\"]"),
    SuiteCase("six bytes for NUL", bytes: "[\"\u{FC}\u{80}\u{80}\u{80}\u{80}\u{80}\"]"),
    SuiteCase("a character cut off", bytes: "[\"\u{E0}\u{FF}\"]"),
    SuiteCase("UTF-16 without a mark, the high byte first", bytes: "\0[\0\"\0\u{E9}\0\"\0]"),
    SuiteCase("UTF-16 without a mark, the low byte first", bytes: "[\0\"\0\u{E9}\0\"\0]\0"),
    SuiteCase("a byte order mark before an object", "\u{FEFF}{}"),
  ]
}
