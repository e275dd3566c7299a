import Bytes
import Compression
import Foundation
import Stages
import TestSupport
import Testing

@testable import Wrapping

// One after the other, as ChildProcessTests are.
@Suite(.serialized) struct ChildSourceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let id = String(repeating: "b", count: 32)
  private static let begin = #"{"_kt_stream":"begin","v":1,"id":"\#(id)","valid":true}"#

  private static func framed(_ events: String, _ count: Int) -> String {
    "\(begin)\n\(events)"
      + #"{"_kt_stream":"end","id":"\#(id)","events":\#(count),"status":"complete","stages":[]}"#
  }

  /// What a run of `script` makes of the first section of `input`, and how many events that had;
  /// `room` bytes are read at a time.
  private func run(
    _ script: String, _ input: String, room: Int = 64 * 1024
  ) throws -> (text: String, events: Int) {
    let path = folder.path("input")
    try Data(input.utf8).write(to: URL(fileURLWithPath: path))
    let feed = EventFeed(
      DecodedSource(try Path(path).openForReading()), maximumLine: 1 << 20, maximumBytes: nil)
    let words = ["sh", "-c", script].map { Array($0.utf8) }
    var source = try ChildSource(WrapCommand(words, accepting: [0]), fedBy: feed)
    _ = try source.feed.open(isFirst: true)
    var text: [UInt8] = []
    var block = [UInt8](repeating: 0, count: room)
    while true {
      var span = block.mutableSpan
      let count = try source.read(into: &span)
      if count == 0 { break }
      text += block.prefix(count)
    }
    return (String(decoding: text, as: UTF8.self), source.feed.events)
  }

  private static let many = String(repeating: "{\"id\":\"0123456789abcdef\"}\n", count: 200_000)

  @Test(arguments: [1, 7, 64 * 1024]) func theChildGetsTheEventsWithoutTheFrame(room: Int) throws {
    let result = try run("cat", Self.framed("{\"a\":1}\n\n{\"a\":2}\r\n", 2), room: room)
    #expect(result.text == "{\"a\":1}\n{\"a\":2}\r\n")
    #expect(result.events == 2)
  }

  @Test func nothingWaitsForEverWhateverIsReadOrWrittenFirst() throws {
    let copied = try run("cat", Self.many)
    #expect(copied.text == Self.many)
    let late = try run("yes '{}' | head -n 2000000; wc -l", Self.framed(Self.many, 200_000))
    #expect(late.text.utf8.count == 6_000_000 + 7)
    let deaf = try run("exec <&-; yes '{}' | head -n 2000000", Self.framed(Self.many, 200_000))
    #expect(deaf.text.utf8.count == 6_000_000)
    #expect(deaf.events == 200_000)
    let mute = try run("exec >&-; cat >/dev/null", Self.framed(Self.many, 200_000))
    #expect(mute.text.isEmpty && mute.events == 200_000)
  }

  @Test func aChildThatEndsEarlyHasTheRestCounted() throws {
    let result = try run("head -n 1", Self.framed(Self.many, 200_000))
    #expect(result.text == "{\"id\":\"0123456789abcdef\"}\n")
    #expect(result.events == 200_000)
  }

  @Test func aFailureIsThrownInThePlaceOfTheEnd() throws {
    let status = #expect(throws: Problem.self) { _ = try run("cat; exit 5", "{}\n") }
    #expect(status == Problem(.failure, "sh: exit status 5"))
    let signal = #expect(throws: Problem.self) { _ = try run("kill -9 $$", Self.many) }
    #expect(signal == Problem(.failure, "sh: killed by signal 9"))
  }

  @Test func whatIsWrongWithTheInputIsToldBeforeTheChildsFailure() throws {
    let problem = #expect(throws: Problem.self) {
      _ = try run("cat; exit 5", "\(Self.begin)\n{}\n")
    }
    #expect(
      problem == Problem(.badInput, "stream not complete: no end frame (1 events read)"))
  }
}
