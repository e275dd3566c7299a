import Testing

@testable import Redaction

@Suite struct URLCredentialsTests {
  static let password = "wiese42" + "Gruen"

  @Test(arguments: [
    "postgres://app:%@db.example.org/main", "https://app:%@example.org",
    "redis://:%@localhost:6379/0",
    "mongodb+srv://app:%@c0.example.net/?w=1", "amqp:\\/\\/app:%@mq\\/v", "(ftp://a:%@h)",
    "见https://a:%@h。",
    "Server=db;Database=x;User Id=app;Password=%;Encrypt=true", "Data Source=db;Pwd=%",
    "Password=%;Server=db", "jdbc:mysql://db/x?user=app&password=%&ssl=1", "mysql://app:%@[::1]/x",
    "\"url\": \"https://a:%@h/\"", "jdbc:sqlserver://db;user=app;password=%;",
  ])
  func passwordsAreFoundInURLsAndConnectionStrings(form: String) {
    for secret in [Self.password, "p@" + "ss", "a!b"] {
      let text = form.split(separator: "%", omittingEmptySubsequences: false).joined(
        separator: secret)
      #expect(values(of: .urlCredentials, in: text) == [secret], "\(text)")
    }
  }

  @Test(arguments: [
    "http://localhost:5000/<%= @variable %>", "\"https://url:8000\";@something",
    "https://url:8000 @x",
    "https://url:8000/ @x", "https://url:8000?mail=a@b.example", "https://user@example.org",
    "https://user:${PASSWORD}@example.org", "https://user:<password>@h", "https://user:$PASSWORD@h",
    "https://user:{{password}}@h", "https://user:****@h", "https://user:[URL_CREDENTIALS]@h",
    "https://user:@h", "ssh://git@github.com:22/x", "http://[::1]:8080/x@y",
    "https://a.example/b:c@d",
    "x(); password=abc; y=1;", "Server=db;Password=;", "Server=db;Password=${P};", "a://b://c@d",
    "https://user:xxxx@h",
  ])
  func urlsWithoutPasswordsAreLeft(text: String) {
    #expect(
      values(of: .urlCredentials, in: text).isEmpty, "\(values(of: .urlCredentials, in: text))")
  }

  @Test(arguments: [
    "://", "a://", "a://b:", "a://b:c@", ";Password=", "Password=a;", "jdbc:&password=x",
  ])
  func hostileTextIsReadOnceOrLittleMore(unit: String) {
    _ = found(in: String(repeating: unit, count: 20_000))
  }
}
