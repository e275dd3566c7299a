import Testing

@testable import Redaction

@Suite struct PrivateKeyTests {
  private static let dashes = "---" + "--"
  private let lines = [
    "MIIEvQIBADA1BgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQn0B9o2D8y4K7e6",
    "X1a3M5p7L9e+QwErTyUiOpA/n0B9o2D8y4K7e6X1a3M5p7L9eQwErTyUiOpAsDfG",
    "hJkLzXc0vBnM1a3M5p7Q==",
  ]

  private func begin(_ label: String) -> String { "\(Self.dashes)BEGIN \(label)\(Self.dashes)" }
  private func end(_ label: String) -> String { "\(Self.dashes)END \(label)\(Self.dashes)" }

  private func block(_ label: String = "PRIVATE KEY", lineEnd: String = "\n") -> String {
    ([begin(label)] + lines + [end(label)]).joined(separator: lineEnd)
  }

  private func keys(_ text: String) -> [String] { values(of: .privateKey, in: text) }

  @Test(arguments: [
    "PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "OPENSSH PRIVATE KEY",
    "ENCRYPTED PRIVATE KEY", "PGP PRIVATE KEY BLOCK",
  ])
  func theWholeBlockGoes(_ label: String) {
    #expect(keys("see\n\(block(label))\nend") == [block(label)])
  }

  @Test(arguments: [
    "\n", "\r\n", "\\n", "\\r\\n", "\\\\n", " ", "\n  ", "\\n\" +\n  \"", "\n> ", "\n\n",
  ])
  func linesMayEndInManyWays(_ lineEnd: String) {
    let key = block(lineEnd: lineEnd)
    #expect(keys("{\"k\": \"\(key)\"}") == [key])
    #expect(keys("密钥\(key)。") == [key])
  }

  @Test func headersAreOfTheBlock() {
    let headers =
      "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0D2CE72BA5FFE9BDAAE2B25D7AB04F67\n\n"
    let key = block("RSA PRIVATE KEY").replacing("KEY-----\nMII", with: "KEY-----\n\(headers)MII")
    #expect(keys(key) == [key])
    let armour = "Version: GnuPG v2 (GNU/Linux)\nComment: https://example.org/é\n\n"
    let pgp = block("PGP PRIVATE KEY BLOCK")
      .replacing("BLOCK-----\nMII", with: "BLOCK-----\n\(armour)MII")
      .replacing("7Q==\n", with: "7Q==\n=aB3d\n")
    #expect(keys(pgp) == [pgp])
  }

  @Test func withoutAnEndTheLinesOfTheKeyGo() {
    let cut = ([begin("PRIVATE KEY")] + lines).joined(separator: "\n")
    #expect(keys(cut) == [cut])
    #expect(keys(cut + "\n\nThat was it, 2 lines.") == [cut])
    #expect(keys(cut + "\", \"next\": \"value\"") == [cut])
    let oneLine = begin("PRIVATE KEY") + "\\n" + lines[0]
    #expect(keys("\"\(oneLine)\",\"other\":\"value\"") == [oneLine])
    #expect(keys("\(oneLine) please rotate") == [oneLine])
    #expect(
      keys(begin("PRIVATE KEY") + "\nMIIEvQIBADA1") == [begin("PRIVATE KEY") + "\nMIIEvQIBADA1"])
  }

  @Test func anotherBlocksEndIsNotTheEnd() {
    let text = [begin("PRIVATE KEY"), lines[0], end("CERTIFICATE")].joined(separator: "\n")
    #expect(keys(text) == [begin("PRIVATE KEY") + "\n" + lines[0]])
  }

  @Test func blocksInARowAreFoundEach() {
    #expect(keys(block() + "\n" + block("EC PRIVATE KEY")) == [block(), block("EC PRIVATE KEY")])
    #expect(keys(block() + block("EC PRIVATE KEY")) == [block(), block("EC PRIVATE KEY")])
    #expect(keys(begin("PRIVATE KEY") + block()) == [block()])
    #expect(keys("-------" + block()) == [block()])
    #expect(keys(begin("RSA PRIVATE KEY") + "\n" + block()) == [block()])
  }

  @Test(arguments: [
    "PUBLIC KEY", "CERTIFICATE", "PGP PUBLIC KEY BLOCK", "PGP MESSAGE", "EC PARAMETERS",
    "PRIVATE KEYS", "private key", "PRIVATE KEY ",
  ])
  func otherBlocksAreLeft(_ label: String) {
    #expect(keys(block(label)) == [])
  }

  @Test func talkOfKeysIsLeft() {
    let label = "RSA PRIVATE KEY"
    #expect(keys(begin(label)) == [])
    #expect(keys("it starts with \(begin(label)) and it ends with \(end(label)).") == [])
    #expect(keys("\(begin(label))\n...\n\(end(label))") == [])
    #expect(keys("\(begin(label))\n<your key here>\n\(end(label))") == [])
    #expect(keys("\(begin(label))\nREDACTED\n\(end(label))") == [])
    #expect(keys("\(begin(label))\n\(String(repeating: "x", count: 64))\n\(end(label))") == [])
    #expect(keys("grep '\(begin(label))' configuration") == [])
    #expect(keys("[PRIVATE_KEY] PRIVATE_KEY_a1_3f9a2c0d1e4b5a69788796a5b4c3d2e1") == [])
  }

  @Test func aBlockHasABound() {
    let long = begin("PRIVATE KEY") + "\n" + String(repeating: lines[1] + "\n", count: 2_000)
    let hits = keys(long)
    #expect(hits.count == 1)
    #expect(hits[0].utf8.count <= 65_536)
    #expect(hits[0].utf8.count > 65_000)
  }

  @Test func hostileTextHoldsNone() {
    for part in [
      "-----BEGIN", "-----", "-----BEGIN PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----a: ",
    ] {
      #expect(keys(String(repeating: part, count: 5_000)) == [])
    }
    #expect(keys(begin("PRIVATE KEY") + "\nProc-Type: -----BEGIN") == [])
  }
}
