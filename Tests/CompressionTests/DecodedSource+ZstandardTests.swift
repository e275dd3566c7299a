import Bytes
import Compression
import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: LibZstandard.shared != nil, "\(LibZstandard.libraryName) is not installed"))
struct DecodedSourceZstandardTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func decode(_ bytes: [UInt8], room: Int = 4096) throws -> [UInt8] {
    try decodedFile(of: bytes, room: room, in: folder)
  }

  private func frame(_ text: String, level: Int = 3) throws -> [UInt8] {
    try encoded([Array(text.utf8)], CompressionMethod(.zstandard, engine: .auto, level: level))
  }

  /// A frame that decoders skip (RFC 8878, section 3.1.2).
  private func skippable(_ kind: UInt8, _ count: Int) -> [UInt8] {
    collect { output in
      output.append(contentsOf: [0x50 + kind, 0x2A, 0x4D, 0x18])
      output.append(littleEndian: UInt32(count))
      output.append(contentsOf: [UInt8](repeating: 0x28, count: count))
    }
  }

  private static let event = "{\"event_id\":\"evt_001\",\"team\":\"legal\"}\n"

  @Test(arguments: [1, 2, 3, 7, 4096])
  func everyFrameIsRead(room: Int) throws {
    let texts = [Self.event, "", "x", String(repeating: Self.event, count: 300)]
    for count in 1...texts.count {
      let chosen = Array(texts.prefix(count))
      let file = try chosen.flatMap { try frame($0) }
      let result = try decode(file, room: room)
      #expect(result == Array(chosen.joined().utf8))
    }
  }

  @Test(arguments: [1, 4096])
  func framesToBeSkippedAreSkippedWhereverTheyStand(room: Int) throws {
    let (one, two) = (try frame("one"), try frame("two"))
    for count in [0, 1, 5_000] {
      for kind in [0, 7, 15] as [UInt8] {
        let skip = skippable(kind, count)
        for file in [skip + one + two, one + skip + two, one + two + skip, skip + one + skip + two]
        {
          let result = try decode(file, room: room)
          #expect(result == Array("onetwo".utf8))
        }
        let alone = try decode(skip, room: room)
        #expect(alone.isEmpty)
      }
    }
  }

  @Test func everyCutPointIsAProblem() throws {
    for whole in [try frame(Self.event), skippable(0, 20)] {
      for length in 4..<whole.count {
        let problem = #expect(throws: ReadProblem.self, "cut at \(length)") {
          try decode(Array(whole.prefix(length)))
        }
        #expect(problem == .corrupt("unexpected end of Zstandard data"), "cut at \(length)")
      }
    }
  }

  @Test func everyCutPointOfALaterFrameIsAProblem() throws {
    let first = try frame(Self.event)
    let second = try frame("more")
    for length in 1..<second.count {
      #expect(throws: ReadProblem.self, "cut at \(length)") {
        try decode(first + second.prefix(length))
      }
    }
  }

  @Test func halfOfTheMagicBytesIsPlain() throws {
    for bytes in [[0x28], [0x28, 0xB5, 0x2F], [0x28, 0xB5, 0x2F, 0xFC], [0x50, 0x2A, 0x4D]]
      as [[UInt8]]
    {
      let result = try decode(bytes)
      #expect(result == bytes)
    }
  }

  @Test(arguments: [[1], [0x28, 0xB5, 0x2F], [0, 0, 1], [0x1F, 0x8B, 8, 0], Array("{}\n".utf8)])
  func garbageBehindTheLastFrameIsAProblem(_ garbage: [UInt8]) throws {
    let file = try frame(Self.event) + garbage
    for room in [1, 4096] {
      let problem = #expect(throws: ReadProblem.self) { try decode(file, room: room) }
      #expect(problem == .corrupt("garbage after Zstandard data"))
    }
  }

  @Test(arguments: [1, 3, 4, 511, 70_000])
  func zerosBehindTheLastFrameArePadding(count: Int) throws {
    let result = try decode(frame(Self.event) + [UInt8](repeating: 0, count: count))
    #expect(result == Array(Self.event.utf8))
  }

  @Test func formatsDoNotMix() throws {
    let gzip = try encoded(
      [Array("x".utf8)], CompressionMethod(.gzip, engine: .zlib, level: 6))
    let zstandard = try frame("x")
    #expect(throws: ReadProblem.self) { try decode(gzip + zstandard) }
    #expect(throws: ReadProblem.self) { try decode(zstandard + gzip) }
  }

  @Test func damageIsNeverDecodedToOtherBytes() throws {
    let whole = try frame(String(repeating: Self.event, count: 5))
    let expected = Array(String(repeating: Self.event, count: 5).utf8)
    var problems = 0
    for place in 4..<whole.count {
      for bit in 0..<8 {
        var damaged = whole
        damaged[place] ^= 1 << UInt8(bit)
        do {
          // A bit that the format does not use may change.
          #expect(try decode(damaged) == expected, "bit \(bit) of byte \(place)")
        } catch is ReadProblem {
          problems += 1
        }
      }
    }
    #expect(problems > (whole.count - 4) * 7)
  }

  @Test func largeFrameStreamsThroughSmallBlocks() throws {
    let text = String(repeating: Self.event, count: 60_000)
    let result = try decode(frame(text, level: 9), room: 1_000)
    #expect(result == Array(text.utf8))
  }
}
