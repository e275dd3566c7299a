import Bytes
public import Digests
import EventJSON

/// A stored file of an export, pinned by its digest: an element of the seal's `files`
/// (spec/integrity.md, section 2.6).
public struct FileRecord: Equatable, Sendable {
  /// The name, without folders: bytes of UTF-8.
  public var name: String
  /// How many bytes are stored.
  public var bytes: Int
  /// The SHA-256 of the stored bytes.
  public var sha256: Digest256
  /// The index in the log of the first event in it.
  public var first: Int
  /// How many events it holds.
  public var count: Int
  /// How it is compressed, `gzip` or `zstd`, and the SHA-256 of what it holds; nil where it is not.
  public var encoding: Encoding?

  /// How a file is compressed.
  public struct Encoding: Equatable, Sendable {
    /// The name of the coding.
    public var name: String
    /// The SHA-256 of the decoded bytes.
    public var contentSHA256: Digest256

    /// A coding with the digest of what it holds.
    public init(name: String, contentSHA256: Digest256) {
      self.name = name
      self.contentSHA256 = contentSHA256
    }
  }

  /// A record of these facts.
  public init(
    name: String, bytes: Int, sha256: Digest256, first: Int, count: Int,
    encoding: Encoding? = nil
  ) {
    self.name = name
    self.bytes = bytes
    self.sha256 = sha256
    self.first = first
    self.count = count
    self.encoding = encoding
  }

  func write(_ writer: inout JSONWriter, into output: inout Output) {
    writer.beginObject(into: &output)
    writer.member("name", text: name, into: &output)
    writer.member("bytes", integer: bytes, into: &output)
    writer.member("sha256", text: sha256.bytes.hexadecimal, into: &output)
    writer.member("first", integer: first, into: &output)
    writer.member("count", integer: count, into: &output)
    if let encoding {
      writer.member("encoding", text: encoding.name, into: &output)
      writer.member("content_sha256", text: encoding.contentSHA256.bytes.hexadecimal, into: &output)
    }
    writer.endObject(into: &output)
  }

  /// Reads a record; nil where `text` is none.
  init?(_ text: Span<UInt8>) {
    var object = ObjectReader([
      "name", "bytes", "sha256", "first", "count", "encoding", "content_sha256",
    ])
    do throws(JSONProblem) {
      try object.read(text)
    } catch {
      return nil
    }
    guard let name = object.string("name", of: text),
      let bytes = object.number("bytes", of: text),
      let sha256 = object.digest("sha256", of: text).flatMap({ Digest256($0.span) }),
      let first = object.number("first", of: text), let count = object.number("count", of: text)
    else { return nil }
    self.init(name: name, bytes: bytes, sha256: sha256, first: first, count: count)
    guard let coding = object.string("encoding", of: text) else { return }
    guard let content = object.digest("content_sha256", of: text).flatMap({ Digest256($0.span) })
    else { return nil }
    encoding = Encoding(name: coding, contentSHA256: content)
  }
}
