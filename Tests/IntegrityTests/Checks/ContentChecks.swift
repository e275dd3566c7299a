import EventJSON
import Integrity

/// The pointers and statuses of an event's content hashes.
func contentChecks(_ event: String, pairs: [String] = []) throws -> [String] {
  var check = ContentHashCheck(pairs: try pairs.map { try HashPair($0) })
  let line = Array(event.utf8)
  try check.check(line.span)
  return check.results.map { "\(check.pointer(of: $0)) \($0.status.rawValue)" }
}

/// The SHA-256 of a few texts.
enum SampleHash {
  static let hi = "8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4"
  static let yo = "e9058ab198f6908f702111b0c0fb5b36f99d00554521886c40e2891b349dc7a1"
  static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
}
