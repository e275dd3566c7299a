/// What characters do on a terminal: which it would act on, and how wide the others are.
public enum TerminalCharacter {
  /// How many columns a character takes, 0 to 2; nil for one that must be shown escaped.
  ///
  /// Escaped is what a terminal acts on or what nobody sees: controls (C0, DEL, C1), line and
  /// paragraph separators, format characters such as those for the direction of text, everything
  /// that is ignored where it is not known (Default_Ignorable_Code_Point: zero-width ones,
  /// variation selectors, tags), and noncharacters. Marks that combine with what stands before
  /// them take no column; East Asian wide and full-width characters take two (Unicode Standard
  /// Annex 11). Nothing here depends on the locale.
  public static func columns(_ character: Unicode.Scalar) -> Int? {
    let value = character.value
    if value < 0x300 {
      return value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0xAD ? nil : 1
    }
    let properties = character.properties
    if properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint { return nil }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return nil
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    // Vowels and final consonants of Hangul join the syllable that the first consonant begins.
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
    return EastAsianWidth.isWide(value) ? 2 : 1
  }
}
