import Bytes
import DecisionEvent
import Digests
import EventJSON

/// The effective rules of a run as one canonical text, by whose digest a log names them.
///
/// The text is a policy (see `Policy`) with every member spelled out, in the canonical form
/// kt-canon/1. Of lists there is the number and the digest instead of the words: who holds the
/// log needs to know that they were the same, not what they say.
public struct RuleSet: Sendable {
  /// The version of the built-in rules: another one finds something else.
  public static let version = "1"

  /// The canonical text, without the digest.
  public let text: [UInt8]
  /// `sha256:` and the digest of the text.
  public let digest: String

  /// The rules of a request.
  public init(_ request: RedactionRequest) {
    var written = Output(capacity: 4096)
    var writer = RuleSetWriter(request)
    writer.write(into: &written)
    var canonical = Output(capacity: 4096)
    var form = CanonicalForm()
    do throws(CanonicalRefusal) {
      try form.append(value: written.bytes, to: &canonical)
    } catch {
      preconditionFailure("rules are written as JSON without doubled members: \(error.rawValue)")
    }
    text = [UInt8](copying: canonical.bytes)
    digest = Self.digest(of: text)
  }

  /// The text with the digest as its last member, and a newline: what `--explain` prints.
  public var explanation: [UInt8] {
    Array(text.dropLast()) + Array(",\"rules\":\"\(digest)\"}\n".utf8)
  }

  /// `sha256:` and 64 hexadecimal digits.
  static func digest(of bytes: [UInt8]) -> String {
    var digest = StreamDigest()
    digest.update(bytes.span)
    return "sha256:\(digest.finalize().hexadecimal)"
  }
}

/// Writes the rules of a request as JSON, in no order.
private struct RuleSetWriter {
  private let request: RedactionRequest
  private var json = JSONWriter()

  init(_ request: RedactionRequest) { self.request = request }

  mutating func write(into output: inout Output) {
    json.beginObject(into: &output)
    string("built_in_rules", RuleSet.version, into: &output)
    strings("detect", detectedNames, into: &output)
    strings("in", request.fields.map(\.canonicalText), into: &output)
    json.member("min_confidence", integer: Int(request.minimumConfidence), into: &output)
    json.member("fold", boolean: request.folds, into: &output)
    string("with", request.usualOperator.text, into: &output)
    json.beginObject("with_kind", into: &output)
    // An operator that is the usual one says nothing.
    for (name, action) in request.operators where action != request.usualOperator {
      string(name, action.text, into: &output)
    }
    json.endObject(into: &output)
    writeRules(into: &output)
    writeUserKinds(into: &output)
    json.key("allow", into: &output)
    list(request.allowed, into: &output)
    string("content_hashes", request.contentHashes.rawValue, into: &output)
    writeMap(into: &output)
    json.endObject(into: &output)
  }

  private var detectedNames: [String] {
    let names = KindTable.entries.filter { request.kinds & 1 << UInt64($0.kind.rawValue) != 0 }
      .map(\.name).sorted()
    return names.isEmpty ? ["none"] : names
  }

  private mutating func writeRules(into output: inout Output) {
    json.beginArray("fields", into: &output)
    for rule in request.fieldRules {
      json.beginObject(into: &output)
      string("field", rule.field.canonicalText, into: &output)
      switch rule.action {
      case .drop: json.member("drop", boolean: true, into: &output)
      case .null: json.member("null", boolean: true, into: &output)
      case .replace(let text): json.member("replace", string: text.span, into: &output)
      case .mask(let shape) where shape.text.isEmpty:
        json.member("mask", boolean: true, into: &output)
      case .mask(let shape): string("mask", shape.text, into: &output)
      case .pseudonymize: json.member("pseudonymize", boolean: true, into: &output)
      case .truncate: json.member("truncate", boolean: true, into: &output)
      }
      json.endObject(into: &output)
    }
    json.endArray(into: &output)
  }

  private mutating func writeUserKinds(into output: inout Output) {
    json.beginObject("patterns", into: &output)
    for pattern in request.patterns { string(pattern.name, pattern.expression, into: &output) }
    json.endObject(into: &output)
    json.beginObject("words", into: &output)
    for words in request.wordLists {
      key(words.name, into: &output)
      list(words.words, into: &output)
    }
    json.endObject(into: &output)
  }

  /// What a `--map` file adds to the names of fields.
  private mutating func writeMap(into output: inout Output) {
    let usual = EventDictionary()
    json.beginObject("map", into: &output)
    for field in CanonicalField.allCases {
      let added = request.dictionary.paths(of: field).dropFirst(usual.paths(of: field).count)
      if added.isEmpty { continue }
      strings(field.rawValue, added.map { ".\($0)" }, into: &output)
    }
    json.endObject(into: &output)
  }

  /// The number of a list's entries, and the digest of all of them in order, each on a line.
  private mutating func list(_ entries: [[UInt8]], into output: inout Output) {
    let unique = Set(entries).sorted { $0.lexicographicallyPrecedes($1) }
    json.beginObject(into: &output)
    json.member("count", integer: unique.count, into: &output)
    string(
      "digest", RuleSet.digest(of: Array(unique.map { $0 + [.newline] }.joined())), into: &output)
    json.endObject(into: &output)
  }

  private mutating func key(_ name: String, into output: inout Output) {
    let bytes = Array(name.utf8)
    json.key(bytes.span, into: &output)
  }

  private mutating func string(_ name: String, _ text: String, into output: inout Output) {
    key(name, into: &output)
    json.string(text, into: &output)
  }

  private mutating func strings(_ name: String, _ texts: [String], into output: inout Output) {
    key(name, into: &output)
    json.beginArray(into: &output)
    for text in texts { json.string(text, into: &output) }
    json.endArray(into: &output)
  }
}
