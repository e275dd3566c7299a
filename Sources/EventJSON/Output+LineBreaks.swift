public import Bytes

extension Output {
  /// Appends valid JSON without the line breaks between its tokens: it has no others.
  public mutating func append(withoutLineBreaks json: Span<UInt8>) {
    var start = 0
    for offset in 0..<json.count
    where json[offset] == .newline || json[offset] == .carriageReturn {
      append(json.extracting(start..<offset))
      start = offset + 1
    }
    append(json.extracting(start..<json.count))
  }
}
