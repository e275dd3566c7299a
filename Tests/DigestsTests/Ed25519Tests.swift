import Bytes
import Digests
import Foundation
import TestSupport
import Testing

/// The cases of C2SP/wycheproof, and what nothing may show.
@Suite struct Ed25519Tests {
  private struct Document: Decodable {
    struct Group: Decodable {
      struct Key: Decodable { let pk: String }
      struct Test: Decodable {
        let tcId: Int
        let msg: String
        let sig: String
        let result: String
      }
      let publicKey: Key
      let tests: [Test]
    }
    let numberOfTests: Int
    let testGroups: [Group]
  }

  @Test func theCasesOfWycheproofHold() throws {
    let data = try Data(contentsOf: DigestVectors.url("ed25519/ed25519_test.json"))
    let document = try JSONDecoder().decode(Document.self, from: data)
    var count = 0
    for group in document.testGroups {
      let key = DigestVectors.bytes(hexadecimal: group.publicKey.pk)
      for test in group.tests {
        let isValid = Ed25519.isValid(
          DigestVectors.bytes(hexadecimal: test.sig),
          of: DigestVectors.bytes(hexadecimal: test.msg),
          by: key)
        #expect(isValid == (test.result == "valid"), "case \(test.tcId)")
        count += 1
      }
    }
    #expect(count == 151 && document.numberOfTests == count)
  }

  /// RFC 8032, section 7.1, test 2.
  @Test func aSeedMakesItsKeyAndSignaturesThatVerify() throws {
    let seed = DigestVectors.bytes(
      hexadecimal: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
    let key = try #require(Ed25519Key(seed: seed))
    let expected = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
    #expect(key.publicKey.hexadecimal == expected)
    #expect(key.seed == seed)
    let signature = try #require(key.signature(of: [0x72]))
    #expect(Ed25519.isValid(signature, of: [0x72], by: key.publicKey))
    #expect(!Ed25519.isValid(signature, of: [0x73], by: key.publicKey))
    #expect(!Ed25519.isValid(signature, of: [], by: key.publicKey))
  }

  @Test func whatHasAnotherSizeIsNoKeyAndNoSignature() throws {
    #expect(Ed25519Key(seed: Array(repeating: 1, count: 31)) == nil)
    #expect(Ed25519Key(seed: Array(repeating: 1, count: 33)) == nil)
    let key = try #require(Ed25519Key(seed: Array(repeating: 1, count: 32)))
    let signature = try #require(key.signature(of: []))
    #expect(Ed25519.isValid(signature, of: [], by: key.publicKey))
    #expect(!Ed25519.isValid(signature + [0], of: [], by: key.publicKey))
    #expect(!Ed25519.isValid(signature.dropLast(), of: [], by: key.publicKey))
    #expect(!Ed25519.isValid(signature, of: [], by: key.publicKey + [0]))
    #expect(!Ed25519.isValid(signature, of: [], by: []))
  }

  @Test func nothingShowsTheSeed() throws {
    let key = try #require(Ed25519Key(seed: Array(repeating: 0xA7, count: 32)))
    var shown = "\(key) \(String(reflecting: key))"
    dump(key, to: &shown)
    #expect(!shown.lowercased().contains("a7") && !shown.contains("167"))
  }
}
