import Bytes
import DecisionEvent
import Digests
import TestSupport
import Testing

@testable import Sourcing

@Suite struct CursorTests {
  private static let whole: Cursor = {
    var cursor = Cursor()
    cursor.latest = Timestamp("2026-04-01T12:00:00.5Z")
    cursor.folder = Path("/srv/events")
    let head = Array(
      "{\"id\":\"a1\",\"text\":\"at least 64 bytes, so that there is a prefix\"}\n".utf8)
    let position = ReadingPosition(
      offset: head.count, line: 2, column: 0, holdsLines: true, tail: Fingerprint(head.span))
    cursor.entries = [
      CursorEntry(
        path: Path("a \"b\"\n.jsonl"),
        stored: StoredFile(identity: [1, .max], size: 700, tail: Fingerprint(head.span)),
        position: position, head: HeadPrint(head, length: head.count), isAtEnd: true,
        exported: [Digest128(first: 1, second: 2), Digest128(first: .max, second: 0)]),
      CursorEntry(
        path: Path(bytes: [0xFF, 0x2F, 0x80]),
        stored: StoredFile(identity: [1, 2], size: 0, tail: nil), position: ReadingPosition(),
        head: HeadPrint([], length: 0), isAtEnd: false, exported: []),
    ]
    return cursor
  }()

  private func written(_ cursor: Cursor) -> [UInt8] { collect { cursor.write(into: &$0) } }

  @Test func whatIsWrittenIsReadBack() throws {
    for cursor in [Self.whole, Cursor()] {
      let text = written(cursor)
      #expect(try Cursor.parse(text.span) == cursor)
    }
  }

  @Test func noPartOfACursorIsOne() {
    let text = written(Self.whole)
    for length in 0..<text.count - 1 {
      let part = Array(text[..<length])
      #expect(throws: Cursor.Malformed.self) { try Cursor.parse(part.span) }
    }
  }

  @Test func digestsOfAllInputsAreKnown() {
    let table = Self.whole.exported
    #expect(table.count == 2 && table.contains(Digest128(first: 1, second: 2)))
  }

  @Test func pathsAreTheSameFromAnotherFolder() {
    let moved = Self.whole.seen(from: Path("/tmp"))
    #expect(moved.entries[0].path == Path("/srv/events/a \"b\"\n.jsonl"))
    #expect(moved.seen(from: Path("/srv")) == moved.seen(from: Path("/srv")))
    #expect(Self.whole.seen(from: Path("/srv/events")) == Self.whole)
  }

  @Test(arguments: [
    ("a.jsonl", "/x/a.jsonl"), ("./a//b/", "/x/a/b"), ("../a", "/a"), ("/a/./b/../c", "/a/c"),
    ("../../..", "/"),
  ])
  func pathsFromTheRootAreTold(path: String, expected: String) {
    #expect(Path(path).absolute(in: Path("/x")) == Path(expected))
  }
}
