import TestSupport
import Testing

@testable import EventJSON

@Suite struct UTF8CheckTests {
  @Test func itAgreesWithTheStandardLibraryOnRandomBytes() {
    var random = SeededGenerator(for: "UTF8CheckTests.random")
    let pieces: [[UInt8]] = [
      Array("a".utf8), Array("é".utf8), Array("한".utf8), Array("😀".utf8), [0x80], [0xC3],
      [0xED, 0xA0],
      [0xF4, 0x90], Array(repeating: 0x61, count: 40),
    ]
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...6, using: &random)
      let bytes = (0..<count).flatMap { _ in pieces[Int.random(in: 0..<9, using: &random)] }
      let invalid = UTF8Check.firstInvalid(in: bytes.span)
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect((invalid == nil) == isValid, "\(bytes)")
      if let invalid {
        #expect(String(validating: bytes[..<invalid], as: UTF8.self) != nil, "\(bytes)")
      }
    }
  }
}
