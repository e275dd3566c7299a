public import Bytes
import Digests
import EventJSON

/// The event that is committed to in place of a line which has no canonical form, where that is
/// asked for (spec/integrity.md, section 2.1).
public enum RefusedLine {
  /// Appends `{"kt":"line/1","raw":"<base64>"}` for a line without its line feed.
  public static func append(_ line: Span<UInt8>, to output: inout Output) {
    output.append(constant: #"{"kt":"line/1","raw":""#)
    Base64.padded.append(line, to: &output)
    output.append(constant: #""}"#)
  }
}
