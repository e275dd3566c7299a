import Bytes
import EventJSON
import TestSupport
import Testing

@Suite struct JSONPointerTests {
  private func names(_ pointer: String) -> [String]? {
    let bytes = Array(pointer.utf8)
    let names = JSONPointer.names(of: bytes.span)
    return names?.map { String(decoding: $0, as: UTF8.self) }
  }

  /// RFC 6901, section 5, and names with both escapes.
  @Test(arguments: [
    ("", []), ("/foo", ["foo"]), ("/foo/0", ["foo", "0"]), ("/", [""]), ("/a~1b", ["a/b"]),
    ("/m~0n", ["m~n"]), ("/ ", [" "]), ("//", ["", ""]), ("/~01", ["~1"]),
    ("/~1~0/x", ["/~", "x"]),
  ])
  func pointersOfTheStandardHaveTheirNames(pointer: String, expected: [String]) {
    #expect(names(pointer) == expected)
    let written = collect { output in
      for name in expected {
        let bytes = Array(name.utf8)
        output.append(.slash)
        JSONPointer.append(name: bytes.span, to: &output)
      }
    }
    #expect(String(decoding: written, as: UTF8.self) == pointer)
  }

  @Test(arguments: ["a", "a/b", "/~", "/~2", "/a~/b", "/a/~x"])
  func otherTextsAreNoPointers(text: String) {
    #expect(names(text) == nil)
  }
}
