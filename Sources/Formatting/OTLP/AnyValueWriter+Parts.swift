import Bytes
import EventJSON

// What the values of a record are put together from.
extension AnyValueWriter {
  /// A scalar of an event as a string, without its lone surrogates: protobuf's strings are UTF-8.
  mutating func string(_ scalar: Field, of line: Span<UInt8>, into output: inout Output) {
    json.string(scalar, of: line, loneSurrogates: .spelled, into: &output)
  }

  /// Begins a pair of `key` and a value of this type, which comes next.
  mutating func beginPair(
    _ key: StaticString, _ type: StaticString = "stringValue", into output: inout Output
  ) {
    json.beginObject(into: &output)
    json.member("key", constant: key, into: &output)
    json.beginObject("value", into: &output)
    json.key(type, into: &output)
  }

  /// Ends the pair.
  mutating func endPair(into output: inout Output) {
    json.endObject(into: &output)
    json.endObject(into: &output)
  }

  /// A pair whose value is a constant.
  mutating func pair(
    _ key: StaticString, constant text: StaticString, into output: inout Output
  ) {
    beginPair(key, into: &output)
    json.string(constant: text, into: &output)
    endPair(into: &output)
  }

  /// A pair whose value is a scalar of an event, as a string.
  mutating func pair(
    _ key: StaticString, _ scalar: Field, of line: Span<UInt8>, into output: inout Output
  ) {
    beginPair(key, into: &output)
    string(scalar, of: line, into: &output)
    endPair(into: &output)
  }

  /// Begins the value of an `arrayValue` or `kvlistValue`; its elements or pairs come next.
  mutating func beginList(into output: inout Output) {
    json.beginObject(into: &output)
    json.beginArray("values", into: &output)
  }

  /// Ends the list.
  mutating func endList(into output: inout Output) {
    json.endArray(into: &output)
    json.endObject(into: &output)
  }

  /// Begins an `AnyValue` that is a list of pairs, which come next.
  mutating func beginPairs(into output: inout Output) {
    json.beginObject(into: &output)
    json.key("kvlistValue", into: &output)
    beginList(into: &output)
  }

  /// Ends the value.
  mutating func endPairs(into output: inout Output) {
    endList(into: &output)
    json.endObject(into: &output)
  }
}
