import Bytes
import Containers
import Foundation
import Stages
import TestSupport
import Testing

@testable import Sourcing

@Suite struct EventFileResumingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ content: String, gzip: Bool = false) throws -> Path {
    let path = folder.path("events")
    try Data(content.utf8).write(to: URL(fileURLWithPath: path))
    guard gzip else { return Path(path) }
    _ = try runScript("gzip -f events", in: folder.url)
    return Path(path + ".gz")
  }

  private func open(_ path: Path) throws -> EventFile {
    var pump = quietPump()
    var file = try EventFile(path, &pump, maximumLine: 100_000, bufferSize: 64)
    file.keepHistory()
    return file
  }

  /// The events that come from `file` on, each behind the position before it.
  private func events(_ file: consuming EventFile) throws -> [(ReadingPosition, String)] {
    var pump = quietPump()
    var file = file
    var events: [(ReadingPosition, String)] = []
    while true {
      guard case .event = try file.next(&pump) else { return events }
      let event = text(file.input.unread.extracting(file.eventRange))
      events.append((file.readingPosition, "\(file.place.line) \(event)"))
      file.finishEvent()
    }
  }

  @Test(arguments: [false, true])
  func readingGoesOnAtEveryLine(gzip: Bool) throws {
    let content = (0..<400).map { "{\"number\":\($0)}\n" }.joined()
    let path = try write(content, gzip: gzip)
    let all = try events(open(path))
    #expect(all.count == 400)
    for index in stride(from: 0, to: 400, by: 37) {
      var pump = quietPump()
      var file = try open(path)
      #expect(try file.goOn(at: all[index].0, &pump) == .arrived)
      #expect(try events(file).map(\.1) == all[index...].map(\.1))
    }
  }

  @Test func positionInsideADocumentIsItsBeginning() throws {
    let path = try write("[{\"a\":1},\n{\"a\":2}]\n{\"events\":[{\"id\":1}]}\n{\"b\":1}\n{\"b\":2}")
    let all = try events(open(path))
    #expect(all.map(\.0.offset) == [0, 0, 18, 41, 49])
    #expect(all.map(\.0.holdsLines) == [false, false, false, false, true])
    for (position, _) in all {
      var pump = quietPump()
      var file = try open(path)
      #expect(try file.goOn(at: position, &pump) == .arrived)
      #expect(try events(file).map(\.1) == all.filter { $0.0.offset >= position.offset }.map(\.1))
    }
  }

  @Test(arguments: [false, true])
  func fileThatIsShorterOrOtherIsNotGoneOnWith(gzip: Bool) throws {
    let lines = (0..<600).map { "{\"number\":\($0)}\n" }
    let position = try events(open(try write(lines.joined(), gzip: gzip)))[550].0
    func arrival(_ content: String) throws -> EventFile.Arrival {
      var pump = quietPump()
      var file = try open(try write(content, gzip: gzip))
      return try file.goOn(at: position, &pump)
    }
    #expect(try arrival(lines.joined()) == .arrived)
    #expect(try arrival(lines[..<550].joined()) == .arrived)
    #expect(try arrival(lines[..<549].joined()) == .shorter)
    #expect(try arrival("") == .shorter)
    #expect(try arrival(lines.joined().replacingOccurrences(of: "549", with: "945")) == .changed)
  }

  @Test func lineStaysOneWhateverItBeginsWith() throws {
    // At the beginning of a file this would be an array.
    let path = try write("{\"a\":1}\n[{\"b\":1}]\n")
    let all = try events(open(path))
    #expect(all.map(\.1) == ["1 {\"a\":1}", "2 [{\"b\":1}]"])
    var pump = quietPump()
    var file = try open(path)
    #expect(try file.goOn(at: all[1].0, &pump) == .arrived)
    #expect(try events(file).map(\.1) == ["2 [{\"b\":1}]"])
  }
}
