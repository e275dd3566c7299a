import Bytes
import Stages
import TestSupport
import Testing

@testable import Redaction

/// A request that looks for kinds, all of them unless said otherwise.
func request(_ kinds: [Kind] = Kind.allCases) -> RedactionRequest {
  var request = RedactionRequest()
  for kind in kinds { request.kinds |= 1 << UInt64(kind.rawValue) }
  return request
}

/// A key ring for tests.
let testRing = KeyRing([KeyRing.Key(identifier: "a1", secret: Array(0..<32))])

/// What a stage makes of one event; the event itself where it keeps it.
func redacted(_ line: String, _ request: RedactionRequest) throws -> String {
  let pseudonyms = Pseudonymizer(testRing, also: nil, emailFolding: .case)
  var stage = try RedactStage(request, pseudonyms: pseudonyms, log: nil, observing: false)
  let bytes = Array(line.utf8)
  var output = Output(capacity: 64)
  switch try stage.process(bytes.span, into: &output) {
  case .keep: return line
  case .drop: return ""
  case .replaced: return text(output.bytes)
  }
}

/// What one stage makes of events, one after the other.
func redacted(_ lines: [String], _ request: RedactionRequest) throws -> [String] {
  let pseudonyms = Pseudonymizer(testRing, also: nil, emailFolding: .case)
  var stage = try RedactStage(request, pseudonyms: pseudonyms, log: nil, observing: false)
  var output = Output(capacity: 64)
  var results: [String] = []
  for line in lines {
    let bytes = Array(line.utf8)
    output.removeAll()
    let verdict = try stage.process(bytes.span, into: &output)
    results.append(verdict == .keep ? line : text(output.bytes))
  }
  return results
}

/// A field by its spelling.
func field(_ text: String) throws -> FieldSelector { try FieldSelector(text) }
