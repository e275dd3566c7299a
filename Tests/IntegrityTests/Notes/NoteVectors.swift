import Bytes
import Foundation
import Integrity
import Testing

/// What note/notes.json has, and keys that tests sign with.
struct NoteVectors: Decodable {
  struct Open: Decodable {
    let name: String
    let note: Data
    let vkeys: [String]
    let want: String
    let text: String?
    let good: [String]?

    enum CodingKeys: String, CodingKey {
      case note = "note_b64"
      case name, vkeys, want, text, good
    }
  }
  struct Key: Decodable {
    let vkey: String
    let ok: Bool
  }
  struct Sign: Decodable {
    let name: String
    let seed: String
    let skey: String
    let text: String
    let note: String
  }
  struct Checkpoint: Decodable {
    struct Want: Decodable {
      let origin: String
      let size: Int

      init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        origin = try values.decode(String.self)
        size = try values.decode(Int.self)
      }
    }
    let name: String
    let text: String
    let want: Want?
  }

  let open: [Open]
  let vkey: [Key]
  let sign: [Sign]
  let checkpoint: [Checkpoint]

  static func all() throws -> NoteVectors {
    try LogVectors.document("note/notes.json", as: NoteVectors.self)
  }
}

/// The keys of kt/keys.json.
struct KeyVectors: Decodable {
  let origin: String
  let vkey: String
  let skey: String
  let witnessKey: String
  let witnessSeed: String
  let signSeed: String

  enum CodingKeys: String, CodingKey {
    case witnessKey = "witness_vkey"
    case witnessSeed = "witness_seed_hex"
    case signSeed = "sign_seed_hex"
    case origin, vkey, skey
  }

  static func all() throws -> KeyVectors {
    try LogVectors.document("kt/keys.json", as: KeyVectors.self)
  }
}

/// Keys and notes that tests make.
enum NoteSamples {
  static func name(_ text: String) -> KeyName {
    guard let name = KeyName(Array(text.utf8)) else { preconditionFailure("a name") }
    return name
  }

  static func key(_ name: String) -> SigningKey { SigningKey(generatingFor: self.name(name)) }

  /// Adds signatures that must be new.
  static func sign(_ note: inout SignedNote, with keys: SigningKey...) throws {
    for key in keys {
      let isNew = note.sign(with: key)
      try #require(isNew)
    }
  }

  static func text(_ key: VerifierKey) -> String { String(decoding: key.text, as: UTF8.self) }

  static func checkpoint(_ origin: String, size: Int = 2) -> Checkpoint {
    let root = LogVectors.leaves(1)[0]
    guard let checkpoint = Checkpoint(origin: Array(origin.utf8), size: size, root: root) else {
      preconditionFailure("a checkpoint")
    }
    return checkpoint
  }
}
