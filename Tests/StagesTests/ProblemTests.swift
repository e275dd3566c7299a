import Bytes
import Compression
import EventJSON
import Testing

@testable import Stages

@Suite struct ProblemTests {
  @Test(
    arguments: [
      (nil, 12, 0, 39, "line 12: byte 40: expected ':' after key"),
      ("events.jsonl", 12, 0, 0, "events.jsonl:12: byte 1: expected ':' after key"),
      ("a\u{1B}[0m", 1, 0, 0, "a\\u{1b}[0m:1: byte 1: expected ':' after key"),
      (nil, 3, 5, 0, "line 3: byte 6: expected ':' after key"),
    ] as [(String?, Int, Int, Int, String)])
  func malformedLineIsToldWithItsPlace(
    file: String?, line: Int, column: Int, offset: Int, expected: String
  ) {
    let place = Place(file: file.map { Path($0) }, line: line, column: column)
    let event = [UInt8](repeating: UInt8(ascii: "x"), count: 50)
    let problem = Problem(JSONProblem(.expectedColon, at: offset), in: event.span, at: place)
    #expect(problem == Problem(.badInput, expected))
  }

  @Test(arguments: [
    (0, 7, 3), (1, 7, 4), (2, 7, 5), (3, 8, 0), (4, 8, 1), (5, 9, 0), (6, 10, 0), (8, 10, 2),
  ])
  func placeInAnEventThatSpansLinesIsThatOfItsLine(offset: Int, line: Int, column: Int) {
    // The event begins behind three bytes of line 7; a newline belongs to the line it ends.
    let event = Array("{ \n1\n\n}x".utf8)
    let place = Place(file: nil, line: 7, column: 3).place(of: offset, in: event.span)
    #expect(place == Place(file: nil, line: line, column: column))
  }

  @Test func fileIsNamedWhereOneWasNamed() {
    let error = SystemError("read", 21)
    #expect(
      Problem(reading: Path("a"), .system(error)) == Problem(.failure, "a: read: Is a directory"))
    #expect(
      Problem(reading: nil, .corrupt("garbage")) == Problem(.badInput, "standard input: garbage"))
  }

  @Test func readerThatWentAwayIsToldByTheStatusAlone() {
    #expect(Problem(writing: "x", SystemError("write", 32)) == Problem(.readerGone, ""))
    #expect(
      Problem(writing: "out.gz", SystemError("write", 28))
        == Problem(.failure, "out.gz: write: No space left on device"))
  }

  @Test func statusesAreThoseOfTheConventions() {
    let table: [(Stages.ExitStatus, Int32)] = [
      (.success, 0), (.negative, 1), (.usage, 2), (.badInput, 3), (.failure, 4), (.remote, 5),
      (.readerGone, 141),
    ]
    for (status, code) in table { #expect(status.rawValue == code) }
  }
}
