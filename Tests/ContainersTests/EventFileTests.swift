import Bytes
import Foundation
import Stages
import TestSupport
import Testing

@testable import Containers

@Suite struct EventFileTests {
  /// What pulling a file gives: events with their places, and faults with theirs.
  private func pull(
    _ content: Data, maximumLine: Int = 1000, bufferSize: Int = 7
  ) throws -> [String] {
    let folder = try TemporaryFolder()
    let path = folder.path("events")
    try content.write(to: URL(fileURLWithPath: path))
    var pump = quietPump()
    var file = try EventFile(
      Path(path), &pump, maximumLine: maximumLine, bufferSize: bufferSize)
    var steps: [String] = []
    while true {
      let at = "\(file.place.line):\(file.place.column + 1)"
      switch try file.next(&pump) {
      case .event:
        let place = "\(file.place.line):\(file.place.column + 1)"
        let event = text(file.input.unread.extracting(file.eventRange))
        steps.append("\(place) \(event)")
        file.finishEvent()
      case .fault(let fault): steps.append("\(fault.place.line):\(fault.place.column + 1) fault")
      case .longLine:
        steps.append("\(at) long")
        #expect(throws: Problem.self) { try file.passLongLine(&pump) }
        return steps
      case .end:
        #expect(file.offset == content.count)
        return steps
      }
    }
  }

  private func pull(_ text: String, maximumLine: Int = 1000) throws -> [String] {
    try pull(Data(text.utf8), maximumLine: maximumLine)
  }

  @Test func linesComeOneByOneWithTheirNumbers() throws {
    #expect(
      try pull("{\"a\":1}\n\n{\"b\":2}\r\n \n{}") == ["1:1 {\"a\":1}", "3:1 {\"b\":2}\r", "5:1 {}"])
    #expect(try pull("\u{FEFF}{}\n") == ["1:1 {}"])
    #expect(try pull("") == [])
    #expect(try pull("\n\n") == [])
  }

  @Test func elementsComeOneByOneWithTheirPlaces() throws {
    #expect(try pull("[{\"a\":1},\n {\"b\":2}]\n") == ["1:2 {\"a\":1}", "2:2 {\"b\":2}"])
    #expect(
      try pull("{\"v\":1,\"events\":[{\"id\":1},{\"id\":2}],\"n\":2}\n[{}]\n{\"x\":1}\n") == [
        "1:18 {\"id\":1}", "1:27 {\"id\":2}", "2:2 {}", "3:1 {\"x\":1}",
      ])
  }

  @Test func faultsAreToldWhereTheyShow() throws {
    #expect(try pull("[{},]") == ["1:2 {}", "1:5 fault"])
    #expect(try pull("[{}") == ["1:2 {}", "1:4 fault"])
    #expect(try pull("{\"events\":[{}],\"a\":}") == ["1:12 {}", "1:20 fault"])
  }

  @Test func lineOverTheLimitIsLeftToThePump() throws {
    #expect(
      try pull("{}\n{\"a\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxx", maximumLine: 10) == [
        "1:1 {}", "2:1 long",
      ])
  }

  @Test func historyIsKeptBehindTheEvents() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("events")
    let text = (0..<500).map { "{\"number\":\($0)}\n" }.joined()
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    var pump = quietPump()
    var file = try EventFile(Path(path), &pump, maximumLine: 1000, bufferSize: 64)
    file.historyLength = 40
    while case .event = try file.next(&pump) {
      file.finishEvent()
      let kept = min(file.offset, 40)
      #expect(file.start >= kept)
      let history = file.input.unread.extracting(file.start - kept..<file.start)
      #expect(copy(history) == Array(Array(text.utf8)[file.offset - kept..<file.offset]))
    }
  }
}

/// A stage that lets every line through.
private struct PassStage: Stage {
  func process(_ line: Span<UInt8>, into output: inout Output) -> Verdict { .keep }
}

/// A pump that writes nothing.
private func quietPump() -> Pump<PassStage> {
  var options = PumpOptions()
  options.framing = .ignore
  options.emission = .nothing
  return Pump(
    PassStage(), options: options,
    tool: ToolIdentity(name: "kt-source", version: "0.1.0", options: ""))
}
