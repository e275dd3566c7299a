import Testing

@testable import Redaction

@Suite struct JWTTests {
  // {"alg":"HS256"}
  private let header = "eyJhbGciOiJIUzI1NiJ9"
  // {"sub":"nobody"}
  private let payload = "eyJzdWIiOiJub2JvZHkifQ"
  private let signature = "n0B9o2D8y4K7e6X1a3M5p7L9eQwErTyUi-_O"
  private var token: String { header + "." + payload + "." + signature }

  @Test(arguments: [
    ("", ""), ("Bearer ", ""), ("\"", "\""), ("jwt=", "&x=1"), ("令牌是", "，"), ("it is ", "."),
    ("", "\\n"), ("a,", ",b"), ("-", ""),
  ])
  func neighboursAreLeft(_ before: String, _ behind: String) {
    #expect(values(of: .jwt, in: before + token + behind) == [token])
  }

  @Test func theSignatureMayBeMissing() {
    let unsigned = header + "." + payload
    #expect(values(of: .jwt, in: "token \(unsigned) end") == [unsigned])
    #expect(values(of: .jwt, in: "token \(unsigned).") == [unsigned])
    #expect(values(of: .jwt, in: "token \(unsigned). Next") == [unsigned])
  }

  @Test(arguments: [
    "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9",  // a line break inside of the object
    "eyJhbGciOiJSUzI1NiIsImtpZCI6ImFcIlx1MDBlOVxcIn0",  // escapes inside of a string
    "eyJhbGciOiJFUzI1NiIsImNyaXQiOlsiYjY0Il0sImI2NCI6ZmFsc2UsIngiOnsibiI6LTEuNWUrM319",
  ])
  func everyObjectIsAHeader(_ header: String) {
    let token = "\(header).\(payload).\(signature)"
    #expect(values(of: .jwt, in: token) == [token])
  }

  @Test(arguments: [
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ",  // cut before the object's end
    "eyJhbGciOiJIUzI1NiJ9eyJhbGciOiJIUzI1NiJ9",  // two objects
    "eyJhbasdGciOiJIUaddasdasfsasdasdzI1NiIasdsInR5cCI6IkpXVCasdJasd9",  // no text
    "eyJhbGciOiJIUzI1Ni", "eyJAAAA", "eyJhbGciOiJIUzI1NiI7fQ",  // a string that does not end, `;`
    "eyJ9fQ", "eyJhbGciOiLDqcOpw6kifQ",  // two closing braces, letters outside of ASCII
  ])
  func whatDoesNotDecodeToAnObjectIsNone(_ header: String) {
    #expect(values(of: .jwt, in: "\(header).\(payload).\(signature)") == [])
  }

  @Test func partsThatAreTooShortOrElseAreNone() {
    #expect(values(of: .jwt, in: header) == [])
    #expect(values(of: .jwt, in: header + ".") == [])
    #expect(values(of: .jwt, in: header + ".eyJ") == [])
    #expect(values(of: .jwt, in: header + "." + signature) == [])
    #expect(values(of: .jwt, in: "x" + token) == [])
    #expect(values(of: .jwt, in: "eyJ.eyJ.eyJ") == [])
  }

  @Test func hostileTextHoldsNone() {
    #expect(values(of: .jwt, in: String(repeating: "eyJ", count: 20_000)) == [])
    #expect(values(of: .jwt, in: String(repeating: "eyJ.", count: 20_000)) == [])
    #expect(values(of: .jwt, in: String(repeating: "eyJ-", count: 20_000)) == [])
    let endless = "eyJh" + String(repeating: "YWFh", count: 20_000)
    #expect(values(of: .jwt, in: endless) == [])
    #expect(values(of: .jwt, in: String(repeating: header + ".", count: 5_000)) != [])
  }
}
