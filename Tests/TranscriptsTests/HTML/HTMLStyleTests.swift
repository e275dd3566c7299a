import Foundation
import Testing

@testable import Transcripts

@Suite struct HTMLStyleTests {
  /// The colours of the sheet as it names them: in the light, in the dark, and on paper.
  private let modes: [[String: String]] = HTMLStyle.sheet.matches(of: /:root\{([^}]*)\}/).map {
    var colours: [String: String] = [:]
    for match in $0.1.matches(of: /--([a-z0-9]+):#([0-9a-f]+)/) {
      colours[String(match.1)] = String(match.2)
    }
    return colours
  }

  /// The relative luminance of a colour (WCAG 2.2).
  private func luminance(_ colour: String) throws -> Double {
    let digits = colour.count == 3 ? colour.flatMap { [$0, $0] } : Array(colour)
    let parts = try stride(from: 0, to: 6, by: 2).map { place in
      let value = try #require(Int(String(digits[place...place + 1]), radix: 16))
      let part = Double(value) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private func contrast(_ one: String?, _ other: String?) throws -> Double {
    let lights = try [one, other].map { try luminance(try #require($0)) }.sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  @Test func textsCanBeReadInEveryMode() throws {
    #expect(modes.count == 3)
    for mode in modes {
      for ink in ["ink", "soft"] {
        for paper in ["paper", "tint"] { #expect(try contrast(mode[ink], mode[paper]) >= 4.5) }
      }
    }
  }

  @Test func neighbouringShadesDiffer() throws {
    for mode in modes {
      for shade in 0..<5 {
        #expect(try contrast(mode["s\(shade)"], mode["s\(shade + 1)"]) > 1.25, "\(shade)")
      }
    }
  }

  @Test func nothingIsFetched() {
    for word in ["url(", "@import", "@font-face", "http", "</"] {
      #expect(!HTMLStyle.sheet.contains(word))
    }
    #expect(HTMLStyle.source.wholeMatch(of: /sha256-[A-Za-z0-9+\/]{43}=/) != nil)
  }
}
