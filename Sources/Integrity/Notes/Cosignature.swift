import Digests

/// A witness's signature: that at a time this was the largest checkpoint of the log that it had
/// seen, and that the log had only grown (C2SP tlog-cosignature).
struct Cosignature {
  /// Seconds since 1970.
  let time: Int
  /// The signature of Ed25519: 64 bytes.
  let signature: [UInt8]

  /// Reads the 72 bytes of a signature line, the time first, its highest byte first.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == 8 + Ed25519.signatureSize else { return nil }
    let time = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    guard let time = Int(exactly: time) else { return nil }
    self.time = time
    signature = Array(bytes.dropFirst(8))
  }

  /// What is signed about a checkpoint's text.
  static func message(_ text: [UInt8], at time: Int) -> [UInt8] {
    Array("cosignature/v1\ntime \(time)\n".utf8) + text
  }
}
