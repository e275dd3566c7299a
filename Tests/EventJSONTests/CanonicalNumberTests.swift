import Bytes
import Foundation
import TestSupport
import Testing

@testable import EventJSON

@Suite struct CanonicalNumberTests {
  private func canonical(_ literal: String) throws(CanonicalRefusal) -> String {
    var output = Output(capacity: 1)
    let bytes = Array(literal.utf8)
    try CanonicalNumber.append(bytes.span, to: &output)
    return text(output.bytes)
  }

  /// The published numbers: each is read from seventeen digits, which name one double, and from
  /// its own canonical spelling.
  @Test func thePublishedNumbersHold() throws {
    let file = Locations.repository.appendingPathComponent(
      "Tests/EventJSONTests/Vectors/jcs/es6-numbers-10000.txt")
    var count = 0
    for row in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let parts = row.split(separator: ",")
      guard parts.count == 2, let bits = UInt64(parts[0], radix: 16) else { continue }
      let value = Double(bitPattern: bits)
      guard value.isFinite else { continue }
      let expected = String(parts[1])
      #expect(try canonical(String(format: "%.16e", value)) == expected, "\(row)")
      #expect(try canonical(String(format: "%.40e", value)) == expected, "\(row)")
      #expect(try canonical(expected) == expected, "\(row)")
      count += 1
    }
    #expect(count > 9_900)
  }

  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("-0.0", "0"), ("0.000", "0"), ("0e999", "0"), ("-0E-5", "0"),
    ("1.0", "1"), ("1.10", "1.1"), ("-12.50e3", "-12500"), ("1e2", "100"), ("1E+2", "100"),
    ("1e20", "100000000000000000000"), ("1e21", "1e+21"), ("123e19", "1.23e+21"),
    ("1e-6", "0.000001"), ("1e-7", "1e-7"), ("0.00000012", "1.2e-7"), ("0.5", "0.5"),
    ("9007199254740993", "9007199254740993"), ("9007199254740993.0", "9007199254740992"),
    ("123456789012345678901234567890", "123456789012345678901234567890"),
    ("0.1000000000000000055511151231257827", "0.1"),
    ("1.7976931348623157e308", "1.7976931348623157e+308"),
    ("5e-324", "5e-324"), ("4.9e-324", "5e-324"), ("2e-324", "0"), ("1e-400", "0"),
    ("1e-99999999999999999999", "0"), ("2.2250738585072014e-308", "2.2250738585072014e-308"),
    ("123456789012345.6", "123456789012345.6"), ("12345678901234567.0", "12345678901234568"),
  ])
  func numbersAreWrittenAsECMAScriptDoes(literal: String, expected: String) throws {
    #expect(try canonical(literal) == expected)
  }

  @Test(arguments: ["1e309", "-1e309", "1.7976931348623159e308", "1e99999999999999999999"])
  func whatRoundsToInfinityIsRefused(literal: String) {
    #expect(throws: CanonicalRefusal.numberRange) { try canonical(literal) }
  }

  /// The short way, which rounds nothing, gives what the standard library's doubles give.
  @Test func shortNumbersAgreeWithDoubles() throws {
    var generator = SeededGenerator(seed: 8785)
    for _ in 0..<20_000 {
      let digits =
        UInt64.random(in: 1..<1_000_000_000_000_000, using: &generator)
        / [1, 10, 1_000, 1_000_000_000].randomElement(using: &generator)!
      let exponent = Int.random(in: -305...285, using: &generator)
      let literal = "\(digits).0e\(exponent)"
      guard let value = Double(literal), value.isNormal else { continue }
      // Seventeen digits take the way over a double.
      #expect(try canonical(literal) == canonical(String(format: "%.16e", value)), "\(literal)")
    }
  }
}
