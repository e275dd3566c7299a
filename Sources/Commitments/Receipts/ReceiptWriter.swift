public import Bytes
public import Digests
import EventJSON

/// Writes the value of the member `_kt` (spec/integrity.md, section 2.4) in its canonical form.
public enum ReceiptWriter {
  /// Appends the receipt of an event of which nothing is masked.
  ///
  /// - Parameters:
  ///   - seed: what opens all of the event.
  ///   - index: its index in the log, from 0.
  ///   - size: the size of the tree that the path leads to the root of.
  ///   - path: the inclusion path, the leaf's sibling first.
  public static func append(
    seed: Digest128, index: Int? = nil, size: Int? = nil, path: [Digest256]? = nil,
    to output: inout Output
  ) {
    var opening = Output(capacity: 16)
    opening.append(seed)
    var writer = JSONWriter()
    writer.beginObject(into: &output)
    if let index {
      writer.key("i", into: &output)
      writer.integer(index, into: &output)
    }
    appendRest(size: size, opening: opening.bytes, path: path, &writer, to: &output)
    writer.endObject(into: &output)
  }

  /// Appends the receipt of an event of which a part is masked.
  ///
  /// - Parameters:
  ///   - old: where index, size and path are taken from.
  ///   - mask: the value of `mask`; empty where there is none.
  static func append(
    _ old: borrowing Receipt, mask: Span<UInt8>, opening: Span<UInt8>, isStub: Bool,
    to output: inout Output
  ) {
    var writer = JSONWriter()
    writer.beginObject(into: &output)
    if let index = old.index {
      writer.key("i", into: &output)
      writer.integer(index, into: &output)
    }
    if mask.count > 0 {
      writer.key("mask", into: &output)
      writer.raw(mask, into: &output)
    }
    appendRest(size: old.size, opening: opening, path: old.path, &writer, to: &output)
    if isStub {
      writer.key("stub", into: &output)
      writer.integer(1, into: &output)
    }
    writer.endObject(into: &output)
  }

  private static func appendRest(
    size: Int?, opening: Span<UInt8>, path: [Digest256]?, _ writer: inout JSONWriter,
    to output: inout Output
  ) {
    if let size {
      writer.key("n", into: &output)
      writer.integer(size, into: &output)
    }
    writer.key("open", into: &output)
    append(encoded: opening, &writer, to: &output)
    if let path {
      var hashes = Output(capacity: path.count * Digest256.size + 1)
      for hash in path { hashes.append(hash) }
      writer.key("path", into: &output)
      append(encoded: hashes.bytes, &writer, to: &output)
    }
  }

  private static func append(
    encoded bytes: Span<UInt8>, _ writer: inout JSONWriter, to output: inout Output
  ) {
    writer.compose(into: &output) { output in
      output.append(.quote)
      Base64.url.append(bytes, to: &output)
      output.append(.quote)
    }
  }
}
