import Bytes
import Digests
import Foundation
import TestSupport
import Testing

@testable import Commitments

@Suite struct ReceiptVerifierTests {
  private func root(_ line: String) throws(ReceiptRefusal) -> Digest256? {
    var verifier = ReceiptVerifier()
    let bytes = Array(line.utf8)
    return try verifier.root(of: bytes.span)
  }

  /// What a verifier says of a line: its code, or `root-differs`, or nothing where the root is this.
  private func verdict(_ line: String, root expected: String) -> String? {
    do throws(ReceiptRefusal) {
      let root = try root(line)
      return root?.bytes.hexadecimal == expected ? nil : "root-differs"
    } catch {
      return error.code
    }
  }

  private static let exampleRoot =
    "804bcb7fe4581d1d79812c301578ee9f795972a97c371a0de5611831ee331f01"

  @Test func theRedactedExampleOfTheSpecificationHolds() {
    #expect(verdict(WorkedExample.redacted, root: Self.exampleRoot) == nil)
    for (old, new) in [
      ("[EMAIL]", "[E-MAIL"), ("[REDACTED]", "anything"), ("\"_kt\"", "\"\\u005fkt\""),
      (",\"seq\"", " , \"seq\""),
    ] {
      let line = WorkedExample.redacted.replacingOccurrences(of: old, with: new)
      #expect(line != WorkedExample.redacted && verdict(line, root: Self.exampleRoot) == nil)
    }
    for (old, new) in [
      ("Contact ", "contact "), (", please", ", please "), ("please.", "Please."),
      ("0.0047", "0.0048"), ("\"citations\":[]", "\"citations\":{}"), ("legal", "Legal"),
    ] {
      let line = WorkedExample.redacted.replacingOccurrences(of: old, with: new)
      #expect(verdict(line, root: Self.exampleRoot) == "root-differs")
    }
  }

  private struct Redacted: Decodable {
    let redacted: String
    let root: String
  }

  @Test func theVectorsOfRedactedEventsHold() throws {
    let rows = try Vectors.rows("redact.jsonl", of: Redacted.self)
    #expect(rows.count == 25)
    // Rows without a receipt are those of nothing redacted.
    for row in rows where row.redacted.contains("\"_kt\"") {
      #expect(verdict(row.redacted, root: row.root) == nil)
    }
  }

  private struct Mangled: Decodable {
    let name: String
    let event: String
    let root: String
    let want: String
  }

  @Test func theVectorsOfMangledEventsAreRefusedByTheirCodes() throws {
    let rows = try Vectors.rows("redact-bad.jsonl", of: Mangled.self)
    #expect(rows.count == 45)
    for row in rows { #expect(verdict(row.event, root: row.root) == row.want, "\(row.name)") }
  }
}
