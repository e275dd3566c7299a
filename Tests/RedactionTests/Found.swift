import Bytes

@testable import Redaction

/// What is found in a text when all kinds are looked for, as `KIND:value`, in order.
func found(
  in text: String, key: String = "input", minimumConfidence: UInt8 = 2
) -> [String] {
  var scanner = Scanner(wanted: .max, minimumConfidence: minimumConfidence)
  let bytes = Array(text.utf8)
  let name = Array(key.utf8)
  scanner.scan(bytes.span, key: name.span)
  return scanner.hits.found.map { hit in
    let value = String(decoding: bytes[hit.start..<hit.end], as: UTF8.self)
    return "\(KindTable.entries[Int(hit.kind)].name):\(value)"
  }
}

/// What is found in a text when one kind alone is looked for: the values, in order.
func values(
  of kind: Kind, in text: String, key: String = "input", minimumConfidence: UInt8 = 2
) -> [String] {
  var scanner = Scanner(
    wanted: 1 << UInt64(kind.rawValue), minimumConfidence: minimumConfidence)
  let bytes = Array(text.utf8)
  let name = Array(key.utf8)
  scanner.scan(bytes.span, key: name.span)
  return scanner.hits.found.map { hit in
    String(decoding: bytes[hit.start..<hit.end], as: UTF8.self)
  }
}
