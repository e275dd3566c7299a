import Bytes
import EventJSON
import Testing

@testable import Formatting

@Suite struct FormatStageTests {
  private static let event = "{\"id\":\"a\\n\",\r\n\"x\":{\n\"y\":[1,\n2]}}"
  private static let request = FormatRequest()

  @Test func anEventOverSeveralLinesIsOneRecord() throws {
    var request = Self.request
    request.fields = ["id", ".x"]
    let written = try formatted([Self.event]) { query throws(FormatProblem) in
      try ProjectedFormat(request, &query)
    }
    #expect(written == #"{"id":"a\n",".x":{"y":[1,2]}}"#)
    let bulk = try formatted([Self.event]) { query throws(FormatProblem) in
      try ElasticFormat(Self.request, &query)
    }
    #expect(bulk.split(separator: "\n").last == #"{"id":"a\n","x":{"y":[1,2]}}"#)
  }

  @Test func theEnvelopeKeepsItsLines() throws {
    let written = try formatted([Self.event]) { _ in EnvelopeFormat(Self.request) }
    #expect(written.contains(Self.event))
  }

  /// Without the line break it would be a valid event.
  @Test func aLineBreakInsideAStringIsStillMalformed() throws {
    #expect(throws: JSONProblem(.controlCharacter, at: 8)) {
      try formatted(["{\"id\":\"a\nb\"}"]) { query throws(FormatProblem) in
        try ElasticFormat(Self.request, &query)
      }
    }
  }
}
