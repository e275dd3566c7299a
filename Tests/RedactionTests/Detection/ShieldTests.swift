import Bytes
import Testing

@testable import Redaction

@Suite struct ShieldTests {
  /// Whether the hit of `part` in `text` is shielded.
  private func covers(_ part: String, in text: String) throws -> Bool {
    let bytes = Array(text.utf8)
    let wanted = Array(part.utf8)
    let start = try #require(
      bytes.indices.first { bytes[$0...].starts(with: wanted) }, "\(part) stands in \(text)")
    let hit = Hit(start: start, end: start + wanted.count, kind: 0, confidence: 3)
    return Shield.covers(hit, in: bytes.span)
  }

  private static let uuid = "550e8400-e29b-41d4-a716-446655440000"

  @Test(arguments: [
    uuid, "id \(uuid).", "req_\(uuid)", "\"\(uuid)\"", "号\(uuid)号", uuid.uppercased(),
    "x-\(uuid)-y",
  ])
  func whatLiesInsideOfAUUIDIsShielded(text: String) throws {
    for part in ["-41", "e8", "40000", "4000", "550", "550E8", "-41D4-", "44665544"]
    where text.contains(part) {
      #expect(try covers(part, in: text), "\(part)")
    }
  }

  @Test func everyPlaceOfAUUIDHasTheBytesThatItMayHave() throws {
    let uuid = Array(Self.uuid.utf8)
    for place in uuid.indices {
      for byte in UInt8.min...UInt8.max {
        var text = uuid
        text[place] = byte
        let isHex = byte.isDigit || byte.lowercased &- 0x61 < 6
        let isRight = uuid[place] == .minus ? byte == .minus : isHex
        let end = Shield.endOfUUID(text.span, 0)
        #expect((end == 36) == isRight, "\(place) \(byte)")
      }
    }
    for count in uuid.indices {
      let text = Array(uuid[..<count])
      let end = Shield.endOfUUID(text.span, 0)
      #expect(end == nil)
    }
  }

  @Test func whatCutsAUUIDIsShielded() throws {
    #expect(try covers("call 550e8400-e29b", in: "call \(Self.uuid)"))
    #expect(try covers("446655440000 12", in: "\(Self.uuid) 12"))
  }

  @Test func whatContainsAWholeUUIDIsNot() throws {
    #expect(try !covers(Self.uuid, in: "key \(Self.uuid)"))
    #expect(try !covers("sk-lf-\(Self.uuid)", in: "a sk-lf-\(Self.uuid) b"))
    #expect(try !covers("BEGIN \(Self.uuid) END", in: "BEGIN \(Self.uuid) END"))
  }

  @Test func whatStandsBesideAUUIDIsNot() throws {
    #expect(try !covers("12345", in: "12345 \(Self.uuid)"))
    #expect(try !covers("12345", in: "\(Self.uuid) 12345"))
    #expect(try !covers("12345", in: "\(Self.uuid),12345"))
  }

  @Test(arguments: [
    "550e8400-e29b-41d4-a716-44665544000", "550e8400-e29b-41d4-a716-4466554400001",
    "550e840-e29b-41d4-a716-446655440000", "g50e8400-e29b-41d4-a716-446655440000",
    "a550e8400-e29b-41d4-a716-446655440000", "550e8400-e29b-41d4_a716-446655440000",
  ])
  func whatIsNearlyAUUIDShieldsNothing(text: String) throws {
    #expect(try !covers("-e29b", in: text))
  }

  @Test(arguments: [
    "2026-03-01T09:30:00Z", "2026-03-01 09:30", "2026-03-01T09:30:00.123456789+01:00",
    "at 2026-03-01t09:30:00,5-0800.", "2026-03-01T09:", "号2026-03-01 09:30:00号",
  ])
  func whatLiesInsideOfADateTimeIsShielded(text: String) throws {
    for part in ["026-03-01", "03", "01T09", "09:", ":30", "123456789+01", "0800"]
    where text.contains(part) {
      #expect(try covers(part, in: text), "\(part)")
    }
  }

  @Test func datesAloneAndOtherNumbersShieldNothing() throws {
    #expect(try !covers("03-01", in: "2026-03-01"))
    #expect(try !covers("03-01", in: "2026-03-01 9:30"))
    #expect(try !covers("03-01", in: "12026-03-01 09:30"))
    #expect(try !covers("03-01", in: "2026-03-01_09:30"))
    #expect(try !covers("a7X-2026-03-01", in: "key=a7X-2026-03-01 09:30:00"))
    #expect(try !covers("+49 30", in: "2026-03-01 09:30:00 +49 30 1234567"))
    #expect(try !covers("4111", in: "2026-03-01 09:30:00.5 4111"))
  }

  @Test func theEndsOfATextAreNoTrap() throws {
    for length in 0...Self.uuid.utf8.count {
      let bytes = Array(Self.uuid.utf8.prefix(length))
      for start in 0...length {
        for end in start...length where end > start {
          let hit = Hit(start: start, end: end, kind: 0, confidence: 3)
          let isInside = length == 36 && end - start < 36
          #expect(Shield.covers(hit, in: bytes.span) == isInside)
        }
      }
    }
  }
}
