import Bytes
import Commitments
public import Digests
import EventJSON

/// A log by size, root and frontier.
public struct LogState: Equatable, Sendable {
  /// How many leaves it has.
  public var size: Int
  /// Its root.
  public var root: Digest256
  /// The roots of its perfect subtrees, the largest first.
  public var frontier: [Digest256]

  /// A log of these facts.
  public init(size: Int, root: Digest256, frontier: [Digest256]) {
    self.size = size
    self.root = root
    self.frontier = frontier
  }
}

/// The log that events were taken from.
public struct LogSource: Equatable, Sendable {
  /// Its name.
  public var origin: String
  /// How many leaves it had.
  public var size: Int
  /// Its root.
  public var root: Digest256

  /// A log of these facts.
  public init(origin: String, size: Int, root: Digest256) {
    self.origin = origin
    self.size = size
    self.root = root
  }
}

extension LogState {
  func write(_ writer: inout JSONWriter, into output: inout Output) {
    writer.beginObject(into: &output)
    writer.member("size", integer: size, into: &output)
    writer.key("root", into: &output)
    writer.string(root, into: &output)
    writer.beginArray("frontier", into: &output)
    for hash in frontier { writer.string(hash, into: &output) }
    writer.endArray(into: &output)
    writer.endObject(into: &output)
  }

  /// Reads a log's state; nil where `text` is none.
  init?(_ text: Span<UInt8>) {
    var object = ObjectReader(["size", "root", "frontier"])
    do throws(JSONProblem) {
      try object.read(text)
    } catch {
      return nil
    }
    let hashes = object.field("frontier")
    guard let size = object.number("size", of: text), size < 1 << 48,
      let root = object.root("root", of: text), hashes.kind == .array
    else { return nil }
    var frontier: [Digest256] = []
    var elements = ElementIterator(text, hashes)
    while let element = elements.next(text) {
      guard element.kind == .string,
        let hash = Digest256(base64: text.extracting(element.start..<element.end))
      else { return nil }
      frontier.append(hash)
    }
    self.init(size: size, root: root, frontier: frontier)
  }
}

extension LogSource {
  func write(_ writer: inout JSONWriter, into output: inout Output) {
    writer.beginObject(into: &output)
    writer.member("origin", text: origin, into: &output)
    writer.member("size", integer: size, into: &output)
    writer.key("root", into: &output)
    writer.string(root, into: &output)
    writer.endObject(into: &output)
  }

  /// Reads a log; nil where `text` is none.
  init?(_ text: Span<UInt8>) {
    var object = ObjectReader(["origin", "size", "root"])
    do throws(JSONProblem) {
      try object.read(text)
    } catch {
      return nil
    }
    guard let origin = object.string("origin", of: text),
      let size = object.number("size", of: text), let root = object.root("root", of: text)
    else { return nil }
    self.init(origin: origin, size: size, root: root)
  }
}

extension Digest256 {
  /// The digest that padded base64 stands for; nil where it is not one.
  init?(base64 text: Span<UInt8>) {
    guard let bytes = Base64.padded.decoded(text) else { return nil }
    self.init(bytes.span)
  }
}

extension ObjectReader {
  /// A digest in padded base64, or nil.
  func root(_ name: String, of text: Span<UInt8>) -> Digest256? {
    guard let value = string(name, of: text).map({ Array($0.utf8) }) else { return nil }
    return Digest256(base64: value.span)
  }
}

extension JSONWriter {
  /// A digest as a string of padded base64.
  mutating func string(_ digest: Digest256, into output: inout Output) {
    let text = Base64.padded.encoded(digest.bytes)
    string(text.span, into: &output)
  }
}
