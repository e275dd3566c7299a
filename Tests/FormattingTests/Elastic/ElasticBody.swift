import DecisionEvent

@testable import Formatting

/// Runs the format over lines, without a pump.
func elasticBody(
  _ lines: [[UInt8]], index: String? = nil, ecs: Bool = false
) throws -> [UInt8] {
  var request = FormatRequest()
  request.index = index
  request.usesECS = ecs
  return try formatted(lines) { query throws(FormatProblem) in
    try ElasticFormat(request, &query)
  }
}

/// The two lines of one event.
func elasticBody(_ line: String, ecs: Bool = false) throws -> String {
  String(decoding: try elasticBody([Array(line.utf8)], ecs: ecs), as: UTF8.self)
}
