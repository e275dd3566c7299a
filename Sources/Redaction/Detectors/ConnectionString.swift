import Bytes

/// Passwords in connection strings of ADO, ODBC and JDBC: `Server=db;User Id=app;Password=...;`.
///
/// The members beside it say that this is one, so that any password counts, however short.
enum ConnectionString {
  /// Notes the password behind a name and the sign that ends before `start`; false where this is
  /// no connection string.
  static func find(
    _ text: Span<UInt8>, _ name: AssignedName, from start: Int, into hits: inout Hits
  ) -> Bool {
    guard hits.wants(.urlCredentials), !AssignedName.isQuote(Boundary.byte(text, start)),
      isName(text, name)
    else { return false }
    let start = AssignedValue.skipSpaces(text, from: start)
    var end = start
    while end < text.count, end - start < 128, !isEnd(text[end]) {
      // Another assignment: none of these passwords holds a sign.
      if text[end] == UInt8(ascii: "="), end - start > 32 { return false }
      end += 1
    }
    guard end - start >= 3,
      isMember(text, before: nameStart(text, name)) || isMember(text, behind: end)
        || isQuery(text, before: nameStart(text, name)),
      !URLCredentials.isPlaceholder(text, start, end),
      !WordCheck.stands("mypassword", at: start, in: text)
    else { return false }
    hits.add(.urlCredentials, start, end, confidence: 3)
    return true
  }

  /// Where the last word of the name starts; words before it were taken in as its own.
  private static func nameStart(_ text: Span<UInt8>, _ name: AssignedName) -> Int {
    var start = name.end
    while start > name.start, text[start - 1].isLetter { start -= 1 }
    return start
  }

  private static func isName(_ text: Span<UInt8>, _ name: AssignedName) -> Bool {
    let start = nameStart(text, name)
    switch name.end - start {
    case 3: return WordCheck.stands("pwd", at: start, in: text)
    case 8: return WordCheck.stands("password", at: start, in: text)
    default: return false
    }
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...UInt8.space, .quote, UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: ";"),
      UInt8(ascii: "&"), .backslash, UInt8(ascii: "<"):
      true
    default: false
    }
  }

  /// Whether a member such as `User Id=app;` ends before `end`.
  private static func isMember(_ text: Span<UInt8>, before end: Int) -> Bool {
    var end = AssignedName.skipSpaces(text, before: end)
    guard Boundary.byte(text, end - 1) == UInt8(ascii: ";") else { return false }
    end -= 1
    var start = end
    while start > 0, end - start < 96, !isEnd(text[start - 1]) || text[start - 1] == .space {
      start -= 1
    }
    return isMemberName(text, start)
  }

  /// Whether a member such as `;Database=main` stands at `start`.
  private static func isMember(_ text: Span<UInt8>, behind start: Int) -> Bool {
    guard Boundary.byte(text, start) == UInt8(ascii: ";") else { return false }
    return isMemberName(text, start + 1)
  }

  private static func isMemberName(_ text: Span<UInt8>, _ start: Int) -> Bool {
    let start = AssignedValue.skipSpaces(text, from: start)
    var end = start
    while end < text.count, end - start < 32, text[end].isLetter || text[end] == .space { end += 1 }
    guard Boundary.byte(text, end) == UInt8(ascii: "=") else { return false }
    let name = FoldedName(text, start, end)
    return name.equals("server") || name.equals("datasource") || name.equals("host")
      || name.equals("userid") || name.equals("uid") || name.equals("user")
      || name.equals("username") || name.equals("database") || name.equals("initialcatalog")
      || name.equals("port") || name.equals("driver") || name.equals("address")
      || name.ends(in: "timeout") || name.equals("encrypt") || name.ends(in: "certificate")
      || name.equals("persistsecurityinfo") || name.ends(in: "resultsets")
      || name.equals("integratedsecurity") || name.equals("provider") || name.equals("hostname")
      || name.ends(in: "pooling") || name.ends(in: "sslmode") || name.equals("protocol")
  }

  /// Whether `jdbc:` begins the URL in which `?` or `&` stands before `end`.
  private static func isQuery(_ text: Span<UInt8>, before end: Int) -> Bool {
    let before = Boundary.byte(text, end - 1)
    guard before == UInt8(ascii: "&") || before == UInt8(ascii: "?") || before == UInt8(ascii: ";")
    else { return false }
    var start = end
    while start > 0, end - start < 200, text[start - 1] > .space, text[start - 1] != .quote {
      start -= 1
      if text[start] == UInt8(ascii: "j"), WordCheck.stands("jdbc:", at: start, in: text) {
        return true
      }
    }
    return false
  }
}
