public import Bytes
import EventJSON

/// A part of a line that its receipt does not prove: what stands there is anybody's word
/// (spec/integrity.md, section 2.4).
public struct UnprovenPart: Equatable, Sendable {
  /// Where it stands in the line: a whole value, a string with its quotes, or a part of the inside
  /// of a string.
  public let range: Range<Int>
  /// How many bytes the part of a text has without escapes; nil for a whole value.
  public let textCount: Int?
}

extension ReceiptVerifier {
  /// What the last line shows without its being proven, in the order of the line.
  ///
  /// - Parameter line: the line that the last root was computed of.
  public func unprovenParts(of line: Span<UInt8>) -> [UnprovenPart] {
    var parts: [UnprovenPart] = []
    for node in reader.tree.nodes.indices where reader.tree.nodes[node].kind != .absent {
      let value = reader.tree.nodes[node]
      let mark = reader.tree.marks[node]
      if mark.display == .masked {
        let quote = value.isString ? 1 : 0
        let range = value.source.lowerBound - quote..<value.source.upperBound + quote
        parts.append(UnprovenPart(range: range, textCount: nil))
      } else if !mark.zones.isEmpty {
        Self.append(
          reader.receipt.mask.zones[mark.zones], of: line, value.source, to: &parts)
      }
    }
    return parts.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Appends the last line with what is not proven blanked: a value is null, and in a text spaces
  /// stand for bytes, so that the receipt fits as it did.
  ///
  /// - Parameter line: the line that the last root was computed of.
  public func appendProven(of line: Span<UInt8>, to output: inout Output) {
    guard reader.tree.marks.first?.display != .masked else {
      // Not even the names are proven.
      let receipt = reader.receiptField
      output.append(constant: #"{"_kt":"#)
      output.append(line.extracting(receipt.start..<receipt.end))
      return output.append(.closeBrace)
    }
    var offset = 0
    for part in unprovenParts(of: line) {
      output.append(line.extracting(offset..<part.range.lowerBound))
      if let count = part.textCount {
        for _ in 0..<count { output.append(.space) }
      } else {
        output.append(constant: "null")
      }
      offset = part.range.upperBound
    }
    output.append(line.extracting(offset..<line.count))
  }

  /// Appends the zones of a text, whose offsets are those without escapes.
  private static func append(
    _ zones: ArraySlice<MaskZone>, of line: Span<UInt8>, _ source: Range<Int>,
    to parts: inout [UnprovenPart]
  ) {
    var walk = EscapedText(start: source.lowerBound, end: source.upperBound)
    for zone in zones where zone.start < zone.end {
      let start = walk.offset(ofText: zone.start, in: line)
      let end = walk.offset(ofText: zone.end, in: line)
      parts.append(UnprovenPart(range: start..<end, textCount: zone.end - zone.start))
    }
  }
}

/// Where the bytes of a text stand in a string that may have escapes; asked for in their order.
private struct EscapedText {
  private var offset: Int
  private let end: Int
  private var count = 0
  private var backslash: Int?

  init(start: Int, end: Int) {
    offset = start
    self.end = end
  }

  /// The offset in `line` where the byte `text` of the text begins.
  mutating func offset(ofText text: Int, in line: Span<UInt8>) -> Int {
    while count < text {
      let stop = nextBackslash(line)
      if offset < stop {
        let step = min(stop - offset, text - count)
        offset += step
        count += step
      } else {
        let length = Self.length(ofEscapeAt: offset, line)
        var decoded = Output(capacity: 8)
        StringEscapes.decode(line, offset, offset + length, into: &decoded)
        offset += length
        count += decoded.count
      }
    }
    return offset
  }

  private mutating func nextBackslash(_ line: Span<UInt8>) -> Int {
    if let backslash, backslash >= offset { return backslash }
    let found = ByteScan.firstIndex(of: .backslash, in: line, from: offset) ?? end
    let stop = min(found, end)
    backslash = stop
    return stop
  }

  /// How many bytes an escape has; the text is UTF-8, so that a surrogate has its other half.
  private static func length(ofEscapeAt start: Int, _ line: Span<UInt8>) -> Int {
    guard ByteScan.byte(line, start + 1) == UInt8(ascii: "u") else { return 2 }
    let high = ByteScan.byte(line, start + 2) | 0x20 == UInt8(ascii: "d")
    return high && (ByteScan.byte(line, start + 3).hexadecimalValue ?? 0) >= 8 ? 12 : 6
  }
}
