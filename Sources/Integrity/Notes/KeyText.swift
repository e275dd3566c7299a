import Bytes
import Digests

/// The form that all keys are written in: `PREFIX+name+identifier+base64`.
struct KeyText {
  /// What verifier keys begin with: nothing.
  static let verifier: [UInt8] = []
  /// What secret keys of signatures begin with.
  static let signing = Array("PRIVATE+KEY+".utf8)
  /// What the secrets of salts begin with.
  static let salt = Array("KT+SALT+".utf8)

  let name: KeyName
  let identifier: KeyIdentifier
  let material: [UInt8]

  init(_ text: ArraySlice<UInt8>, prefix: [UInt8]) throws(KeyProblem) {
    guard text.starts(with: prefix) else { throw .form }
    if prefix.isEmpty, text.starts(with: Self.signing) || text.starts(with: Self.salt) {
      throw .secret
    }
    let parts = text.dropFirst(prefix.count).split(
      separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let identifier = KeyIdentifier(hexadecimal: parts[1]) else {
      throw .form
    }
    guard let name = KeyName(Array(parts[0])) else { throw .name }
    let digits = Array(parts[2])
    guard let material = Base64.padded.decoded(digits.span) else { throw .size }
    self.name = name
    self.identifier = identifier
    self.material = material
  }

  static func spelled(
    _ prefix: [UInt8], _ name: KeyName, _ identifier: KeyIdentifier, _ material: [UInt8]
  ) -> [UInt8] {
    prefix + name.bytes + Array("+\(identifier.hexadecimal)+".utf8)
      + Base64.padded.encoded(material)
  }
}
