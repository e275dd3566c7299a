import TestSupport
import Testing

@testable import Formatting

@Suite struct FormulaGuardTests {
  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r", "\n", "  =1", "\u{A0}=1", "\u{3000}@x",
    "\u{FF1D}1", "\u{FF0B}1", "\u{FF0D}1", "\u{FF20}x", " \u{FF1D}1", "'=1", "''\t", "' =1", "\0=1",
    "\u{B}=1", "\u{2003}=1", "\u{200B}@x", "\u{FEFF}-1",
    "\u{85}=1", "\u{1680} \u{205F}+1", "\u{2028}=1",
  ])
  func whatASpreadsheetWouldRunIsGuarded(text: String) {
    let bytes = Array(text.utf8)
    let isNeeded = FormulaGuard.isNeeded(for: bytes.span)
    #expect(isNeeded)
    let guarded = Array("'".utf8) + bytes
    let isGuarded = FormulaGuard.isGuarded(guarded.span)
    #expect(isGuarded)
  }

  @Test(arguments: [
    "", "1", "a=1", "'", "''", "' ", "'a", "\u{FF11}", "\u{EF}", " ", "\u{A0}x", "\u{2010}=1",
    "\u{0}", "\u{E000}=1",
  ])
  func whatItWouldNotRunIsLeftAlone(text: String) {
    let bytes = Array(text.utf8)
    let isNeeded = FormulaGuard.isNeeded(for: bytes.span)
    let isGuarded = FormulaGuard.isGuarded(bytes.span)
    #expect(!isNeeded && !isGuarded)
  }

  /// Guarding and taking guards away are each other's inverse on every short text.
  @Test func theGuardIsReversible() {
    let alphabet: [UInt8] = [0x27, 0x3D, 0x20, 0x09, 0x61, 0x2D]
    var texts: [[UInt8]] = [[]]
    for _ in 0..<4 { texts += texts.flatMap { text in alphabet.map { text + [$0] } } }
    var written: Set<[UInt8]> = []
    for text in Set(texts) {
      let cell = FormulaGuard.isNeeded(for: text.span) ? [0x27] + text : text
      #expect(written.insert(cell).inserted)
      let back = FormulaGuard.isGuarded(cell.span) ? Array(cell.dropFirst()) : cell
      #expect(back == text)
    }
  }
}
