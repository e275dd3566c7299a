import Bytes
import Testing

@testable import Containers

/// spec/events.md, "Containers".
@Suite struct ContainerDetectorTests {
  private func detect(_ bytes: [UInt8]) -> Container? { ContainerDetector.detect(bytes.span) }

  private static let documents: [(text: String, container: Container)] = [
    ("[]", .array(0)), (" \r\n\t[{}]", .array(4)), ("\u{FEFF}[{}]", .array(3)),
    (#"{"export_id":"x","created_at":"t","events":[{"id":1}]}"#, .envelope(43)),
    (#"{"events":[]}"#, .envelope(10)), ("\u{FEFF}{ \"events\" : [ ] }", .envelope(16)),
    (#"{"meta":{"events":[1],"a":"]}"},"n":[[1]],"events":[{}]}"#, .envelope(51)),
    (#"{"a":"\"events\":[{","events":[{}]}"#, .envelope(30)),
    (#"{"a":-1.5e3,"b":true,"events":[{}]}"#, .envelope(30)),
    (#"{"event_id":"1","team":"x"}"#, .lines), (#"{"timestamp":"t","events":[{}]}"#, .lines),
    (#"{"event_id":"1","events":[{}]}"#, .lines), ("{}", .lines), ("{}\n{}", .lines),
    ("x", .lines), ("1", .lines), (#"{"a" 1}"#, .lines), (#"{"a":1 "b":2}"#, .lines),
    (#"{"events":["a"]}"#, .lines), (#"{"events":{"a":[{}]},"x":1}"#, .lines),
    (#"{"id":"1","x":{"events":[{}]}}"#, .lines), ("{1}", .lines), ("\u{FEFF}{}", .lines),
  ]

  @Test func formIsToldByTheContent() {
    for (text, container) in Self.documents {
      #expect(detect(Array(text.utf8)) == container, "\(text)")
    }
  }

  @Test func beginningOfADocumentNeverTellsAnotherForm() {
    // A slow writer's first bytes must lead to what all bytes lead to.
    for (text, container) in Self.documents {
      let bytes = Array(text.utf8)
      for length in 0..<bytes.count {
        let found = detect(Array(bytes.prefix(length)))
        #expect(found == nil || found == container, "\(length) bytes of \(text)")
      }
    }
  }

  @Test func onceToldTheFormStaysTheSame() {
    for (text, container) in Self.documents {
      #expect(detect(Array(text.utf8) + Array("\n{\"events\":[{}]}\n]".utf8)) == container)
    }
  }
}
