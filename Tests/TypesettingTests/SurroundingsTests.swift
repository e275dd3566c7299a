import Bytes
import Foundation
import TestSupport
import Testing

@testable import Typesetting

extension PageTests {
  /// What fonts and variables of the environment do; each runs in a process of its own, as fonts are
  /// looked for once.
  @Suite(.enabled(if: areLibrariesInstalled, absence))
  struct SurroundingsTests {
    /// Pango tells absurd heights without fonts; lines keep theirs, and every glyph is missing.
    @Test func withoutFontsLinesKeepTheirHeight() async {
      let result = await #expect(
        processExitsWith: .success, observing: [\.standardErrorContent]
      ) {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(
          "kt-\(UUID()).conf")
        try "<?xml version=\"1.0\"?><fontconfig></fontconfig>".write(
          to: file, atomically: true, encoding: .utf8)
        ProcessContext.setEnvironment("FONTCONFIG_FILE", to: file.path)
        let lines = try setLines(of: String(repeating: "no font has this ", count: 400))
        try FileManager.default.removeItem(at: file)
        #expect(lines.allSatisfy { $0.height >= 8 && $0.height <= 30 })
        #expect(lines.allSatisfy { $0.baseline > 0 && $0.baseline <= $0.height })
        #expect(lines.reduce(0) { $0 + $1.missingGlyphs } > 5_000)
      }
      let said = result.map { String(decoding: $0.standardErrorContent, as: UTF8.self) } ?? ""
      #expect(!said.contains("WARNING") && !said.contains("CRITICAL"), "\(said)")
    }

    /// The language of the user does not choose the font of a script that several languages share.
    @Test func theLocaleChangesNoByte() async throws {
      let japanese = await #expect(
        processExitsWith: .success, observing: [\.standardOutputContent]
      ) {
        for name in ["LANG", "LC_ALL", "LANGUAGE"] {
          ProcessContext.setEnvironment(name, to: name == "LANGUAGE" ? "ja:uk" : "ja_JP.UTF-8")
        }
        try FileHandle.standardOutput.write(contentsOf: Data("<\(checksum())>".utf8))
      }
      let said = String(decoding: try #require(japanese).standardOutputContent, as: UTF8.self)
      #expect(try said.contains("<\(checksum())>"))
    }
  }
}

/// The checksum of a document with texts that fonts of several languages have.
private func checksum() throws -> UInt32 {
  let style = TextStyle(families: "sans-serif", size: 10)
  let pdf = try document { document, typesetter in
    set("骨直海 我们 東京 いろは 다람쥐 бгд і شاهد ۴۵ ऋषि สุด বাং யாது 🎉", on: document, typesetter, style: style)
  }
  return CyclicChecksum(pdf.span).value
}
