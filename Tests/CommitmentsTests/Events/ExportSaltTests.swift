import Bytes
import Foundation
import TestSupport
import Testing

@testable import Commitments

@Suite struct ExportSaltTests {
  private func file(_ text: String) throws(SaltFileProblem) -> ExportSalt {
    let bytes = Array(text.utf8)
    return try ExportSalt(file: bytes.span)
  }

  private func problem(_ text: String) -> SaltFileProblem? {
    do throws(SaltFileProblem) {
      _ = try file(text)
      return nil
    } catch {
      return error
    }
  }

  @Test func theVectorsOfSaltsHold() throws {
    let vector = try Vectors.document("salt.json", as: Vectors.SaltFile.self)
    #expect(try Vectors.salt().identifier == vector.saltId)
    let derived = try #require(
      ExportSalt(
        key: Vectors.bytes(vector.masterHex), origin: vector.exportSalt.origin,
        export: vector.exportSalt.export))
    #expect(derived.bytes.hexadecimal == vector.exportSalt.hex)
  }

  @Test func theSaltOfTheSealedExportIsReadAndWrittenAgain() throws {
    let bytes = try [UInt8](Vectors.data("day1/salt"))
    let salt = try ExportSalt(file: bytes.span)
    #expect(collect { salt.appendFile(to: &$0) } == bytes)
  }

  @Test func aSaltFileIsReadStrictly() throws {
    let text = collect { output in
      ExportSalt(bytes: (0..<32).map { UInt8($0) })?.appendFile(to: &output)
    }
    let good = String(decoding: text, as: UTF8.self)
    #expect(problem(good) == nil)
    #expect(problem(String(good.dropLast())) == .malformed)
    #expect(problem(good + "\n") == .malformed)
    #expect(problem(good.replacingOccurrences(of: "/1", with: "/2")) == .malformed)
    #expect(problem(good.replacingOccurrences(of: "=\n", with: "A\n")) == .malformed)
    #expect(problem("") == .malformed)
    var other = Array(good.utf8)
    other[10] = other[10] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
    #expect(problem(String(decoding: other, as: UTF8.self)) == .otherIdentifier)
    #expect(problem(good.replacingOccurrences(of: " ", with: "  ")) == .malformed)
  }

  @Test func onlyThirtyTwoBytesAreASaltOrAKey() {
    #expect(ExportSalt(bytes: Array(repeating: 0, count: 31)) == nil)
    #expect(ExportSalt(key: Array(repeating: 0, count: 33), origin: "a", export: "b") == nil)
  }

  @Test func noMessageTellsTheSecret() throws {
    let salt = try #require(ExportSalt(bytes: Array(repeating: 0x5A, count: 32)))
    for text in ["\(salt)", String(reflecting: salt), "\([salt])"] {
      #expect(text.contains(salt.identifier) && !text.contains("90, 90"))
    }
    var dumped = ""
    dump(salt, to: &dumped)
    #expect(!dumped.contains("- 90"))
  }
}
