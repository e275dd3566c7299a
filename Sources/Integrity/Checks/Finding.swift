public import Bytes
import EventJSON

/// One thing that a verification found, as one JSON line (spec/integrity.md, section 4).
///
/// It says where and what, and shows nothing of an event but the names of members.
public struct Finding: Equatable, Sendable {
  /// What was found.
  public let code: FindingCode
  /// The line, from 1.
  public var line: Int?
  /// The event's index in the log, from 0.
  public var index: Int?
  /// The line behind which an event is missing; 0 where that is before the first one.
  public var afterLine: Int?
  /// The indexes that are missing.
  public var gap: ClosedRange<Int>?
  /// The file that it was found in.
  public var file: String?
  /// The line in that file, from 1.
  public var fileLine: Int?
  /// The JSON pointer of the member (RFC 6901).
  public var field: String?
  /// Why, as the code of a refusal or in words.
  public var reason: String?

  /// A finding; what is nil is left out of the line.
  public init(
    _ code: FindingCode, line: Int? = nil, index: Int? = nil, afterLine: Int? = nil,
    gap: ClosedRange<Int>? = nil, file: String? = nil, field: String? = nil, reason: String? = nil
  ) {
    self.code = code
    self.line = line
    self.index = index
    self.afterLine = afterLine
    self.gap = gap
    self.file = file
    self.field = field
    self.reason = reason
  }

  /// Appends the finding as a JSON object and a line feed, its members in the order of the
  /// specification's table: `{"code":"moved","line":13,"index":21}`.
  public func append(to output: inout Output) {
    var json = JSONWriter()
    json.beginObject(into: &output)
    Self.append("code", code.rawValue, &json, &output)
    Self.append("line", line, &json, &output)
    Self.append("index", index, &json, &output)
    Self.append("after_line", afterLine, &json, &output)
    Self.append("from", gap?.lowerBound, &json, &output)
    Self.append("to", gap?.upperBound, &json, &output)
    Self.append("file", file, &json, &output)
    Self.append("file_line", fileLine, &json, &output)
    Self.append("field", field, &json, &output)
    Self.append("reason", reason, &json, &output)
    json.endObject(into: &output)
    output.append(.newline)
  }

  private static func append(
    _ name: StaticString, _ number: Int?, _ json: inout JSONWriter, _ output: inout Output
  ) {
    guard let number else { return }
    json.member(name, integer: number, into: &output)
  }

  private static func append(
    _ name: StaticString, _ text: String?, _ json: inout JSONWriter, _ output: inout Output
  ) {
    guard let text else { return }
    json.key(name, into: &output)
    json.string(text, into: &output)
  }
}
