import Bytes
import Compression
import Foundation
import TestSupport
import Testing

/// What reading a file with these bytes gives, `room` bytes at a time, or throws.
func decodedFile(
  of bytes: [UInt8], room: Int, in folder: TemporaryFolder
) throws -> [UInt8] {
  let path = folder.path("input")
  try Data(bytes).write(to: URL(fileURLWithPath: path))
  var source = DecodedSource(try Path(path).openForReading())
  var result: [UInt8] = []
  var block = [UInt8](repeating: 0, count: room)
  while true {
    var span = block.mutableSpan
    let count = try source.read(into: &span)
    if count == 0 { return result }
    result += block.prefix(count)
  }
}

@Suite struct DecodedSourceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func decode(_ bytes: [UInt8], room: Int = 4096) throws -> [UInt8] {
    try decodedFile(of: bytes, room: room, in: folder)
  }

  private func member(_ text: String, level: Int = 6) throws -> [UInt8] {
    try encoded([Array(text.utf8)], CompressionMethod(.gzip, engine: .zlib, level: level))
  }

  private static let event = "{\"event_id\":\"evt_001\",\"team\":\"legal\"}\n"

  @Test(arguments: [1, 2, 3, 7, 4096])
  func plainBytesPassAsTheyAre(room: Int) throws {
    for length in [0, 1, 2, 3, 10_000] {
      let bytes = (0..<length).map { UInt8(($0 + 0x20) % 256) }
      let result = try decode(bytes, room: room)
      #expect(result == bytes)
    }
  }

  @Test(arguments: [[0x1F], [0x8B], [0x1F, 0x8C], [0x1E, 0x8B], [0x8B, 0x1F]] as [[UInt8]])
  func halfOfTheMagicBytesIsPlain(bytes: [UInt8]) throws {
    let result = try decode(bytes)
    #expect(result == bytes)
  }

  @Test(arguments: [1, 2, 3, 7, 4096])
  func everyMemberIsRead(room: Int) throws {
    let texts = [Self.event, "", "x", String(repeating: Self.event, count: 300)]
    for count in 1...texts.count {
      let chosen = Array(texts.prefix(count))
      let file = try chosen.flatMap { try member($0) }
      let result = try decode(file, room: room)
      #expect(result == Array(chosen.joined().utf8))
    }
  }

  @Test func everyCutPointOfAMemberIsAProblem() throws {
    let whole = try member(Self.event)
    for length in 2..<whole.count {
      let problem = #expect(throws: ReadProblem.self, "cut at \(length)") {
        try decode(Array(whole.prefix(length)))
      }
      #expect(problem == .corrupt("unexpected end of gzip data"), "cut at \(length)")
    }
  }

  @Test func everyCutPointOfALaterMemberIsAProblem() throws {
    let first = try member(Self.event)
    let second = try member("more")
    for length in 1..<second.count {
      #expect(throws: ReadProblem.self, "cut at \(length)") {
        try decode(first + second.prefix(length))
      }
    }
  }

  @Test func everyFlippedByteOfTheTrailerIsAProblem() throws {
    let whole = try member(Self.event)
    // CRC32 and ISIZE (RFC 1952, section 2.3.1).
    for place in whole.count - 8..<whole.count {
      var damaged = whole
      damaged[place] ^= 0x40
      let bytes = damaged
      let problem = #expect(throws: ReadProblem.self) { try decode(bytes) }
      guard case .corrupt(let reason) = problem else {
        Issue.record("not corrupt: \(String(describing: problem))")
        continue
      }
      #expect(reason.hasPrefix("corrupt gzip data: incorrect"))
    }
  }

  @Test func flippedBytesInsideNeverPassForOtherContent() throws {
    let whole = try member(Self.event)
    for place in 2..<whole.count {
      var damaged = whole
      damaged[place] ^= 0x01
      let result = try? decode(damaged)
      // Bytes of the header that mean nothing (time, flags of the compressor) may differ.
      #expect(result == nil || result == Array(Self.event.utf8), "byte \(place)")
    }
  }

  @Test(
    arguments: [
      [0x41], [0x1F], [0x8B], [0x1F, 0x00], [0x00, 0x41], [0x00, 0x00, 0x1F], [0x7B, 0x7D, 0x0A],
      [0x1F, 0x8B],
    ] as [[UInt8]])
  func garbageBehindTheLastMemberIsAProblem(garbage: [UInt8]) throws {
    let file = try member(Self.event) + garbage
    for room in [1, 4096] {
      #expect(throws: ReadProblem.self) { try decode(file, room: room) }
    }
  }

  @Test(arguments: [1, 2, 511, 70_000])
  func zerosBehindTheLastMemberArePadding(count: Int) throws {
    let result = try decode(member(Self.event) + [UInt8](repeating: 0, count: count))
    #expect(result == Array(Self.event.utf8))
  }

  @Test func largeMemberStreamsThroughSmallBlocks() throws {
    let text = String(repeating: "{\"a\":1}\n", count: 60_000)
    let result = try decode(member(text, level: 9), room: 1_000)
    #expect(result == Array(text.utf8))
  }

  @Test func folderIsAFailureAndNoEnd() throws {
    var source = DecodedSource(try Path(folder.url.path).openForReading())
    var block = [UInt8](repeating: 0, count: 8)
    let problem = #expect(throws: ReadProblem.self) {
      var span = block.mutableSpan
      _ = try source.read(into: &span)
    }
    guard case .system(let error) = problem else {
      Issue.record("not a system error: \(String(describing: problem))")
      return
    }
    #expect(error.description == "read: Is a directory")
  }
}
