import Bytes
import DecisionEvent
import EventJSON

/// One parameter of the structured data.
struct SyslogParameter: Sendable {
  private let name: [UInt8]
  private let operand: Operand

  init(_ name: String, _ operand: Operand) {
    self.name = Array(" \(name)=\"".utf8)
    self.operand = operand
  }

  /// Appends the parameter of the event that `reader` has just scanned, behind `[id` where it is
  /// the first one; nothing where it has no value.
  func append(
    _ line: Span<UInt8>, _ reader: inout EventReader, id: [UInt8], isFirst: inout Bool,
    into output: inout Output
  ) {
    reader.eachValue(of: operand, in: line) { kind, text in
      guard kind != .null else { return }
      if isFirst {
        output.append(.openBracket)
        output.append(contentsOf: id)
      }
      isFirst = false
      output.append(contentsOf: name)
      TextSpelling.parameter.append(text, into: &output)
      output.append(.quote)
    }
  }
}
