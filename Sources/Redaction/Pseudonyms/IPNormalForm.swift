import Bytes

/// The canonical text of an address (RFC 5952), whatever spelling it was found in.
enum IPNormalForm {
  /// The canonical text; a zone (`%eth0`) stays behind it.
  static func text(_ value: Span<UInt8>) -> [UInt8] {
    let end = ByteScan.firstIndex(of: UInt8(ascii: "%"), in: value, from: 0) ?? value.count
    var output = Output(capacity: 48)
    if let address = IPVersion6Value(value.extracting(0..<end)) {
      address.append(to: &output)
      output.append(value.extracting(end..<value.count))
    } else {
      output.append(value)
    }
    var bytes: [UInt8] = []
    for offset in 0..<output.count { bytes.append(output.bytes[offset]) }
    return bytes
  }

  /// Appends the network of an address: /24 of version 4, /48 of version 6, without its zone;
  /// false, and nothing, where a text is no address.
  static func appendNetwork(of value: Span<UInt8>, into output: inout Output) -> Bool {
    let end = ByteScan.firstIndex(of: UInt8(ascii: "%"), in: value, from: 0) ?? value.count
    let address = value.extracting(0..<end)
    if let quad = IPVersion4Value(address) {
      quad.network24.append(to: &output)
    } else if let six = IPVersion6Value(address) {
      six.network48.append(to: &output)
    } else {
      return false
    }
    return true
  }
}
