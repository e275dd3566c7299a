import Bytes
import DecisionEvent
import EventJSON

// Outcomes in JSON that formats write.
extension JSONWriter {
  /// A string of the canonical word.
  mutating func outcome(_ outcome: Outcome, into output: inout Output) {
    compose(into: &output) { output in
      output.append(.quote)
      output.append(outcome.name)
      output.append(.quote)
    }
  }
}

extension Outcome {
  /// Whether a word of `line` is the canonical one, to the letter.
  func isSpelled(by word: Field, in line: Span<UInt8>) -> Bool {
    var offset = word.start
    for byte in name.utf8 {
      guard offset < word.end, line[offset] == byte else { return false }
      offset += 1
    }
    return offset == word.end
  }
}
