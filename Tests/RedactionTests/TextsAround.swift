@testable import Redaction

/// Texts in which a value stands whole, between neighbours that end words and numbers.
func texts(around value: String) -> [String] {
  [
    value, "\"\(value)\"", "a,\(value),b", "\(value).", "It is \(value). Next", "(\(value))",
    "id=\(value);", "号码\(value)是", "：\(value)，", "[\(value)]", "a|\(value)|b", "\(value)\n",
    "\u{200B}\(value)\u{FEFF}", "a/\(value)/b", "'\(value)'", "#\(value)?", "é\(value)é",
  ]
}

/// Texts in which a value is a part of a longer word.
func texts(gluedTo value: String) -> [String] {
  ["x\(value)", "\(value)x", "_\(value)", "\(value)_", "1\(value)", "\(value)1", "x\(value)x"]
}

/// Texts in which a number is a part of a longer number.
func texts(numberedWith value: String) -> [String] {
  [
    "1.\(value)", "1-\(value)", "$\(value)", "€\(value)", "£\(value)", "\(value).1",
    "\(value)-1", "\(value)-a",
  ]
}

/// What a run leaves in place of a value of a kind.
func replacements(of kind: Kind) -> [String] {
  let name = KindTable.entry(kind).name
  return [
    "[\(name)]", "\(name)_a1_0123456789012345678901234567890f", "****1234", "*******8901", "",
  ]
}

/// Looks through every beginning and end of a text, as a cut field would have them.
func scanEveryCut(of text: String) {
  for count in 0...text.count {
    _ = found(in: String(text.prefix(count)), minimumConfidence: 1)
    _ = found(in: String(text.suffix(count)), minimumConfidence: 1)
  }
}
