import Bytes
import EventJSON
public import Stages

/// Shows what rules do to a text, for people who try them: `kt-redact try`.
public struct Trial: ~Copyable {
  /// Something that was found.
  public struct Finding: Equatable, Sendable {
    /// Its kind's name.
    public let kind: String
    /// 3 high, 2 medium, 1 low.
    public let confidence: Int
    /// Its bytes in the text, counted from 0.
    public let range: Range<Int>
    /// What stands there.
    public let value: String
    /// What takes its place.
    public let replacement: String
  }

  /// What became of a text.
  public struct Result: Equatable, Sendable {
    /// The text afterwards.
    public let text: String
    /// What was found in the text as it was.
    public let findings: [Finding]
  }

  private var scanner: Scanner
  private var rewriter: TextRewriter
  private var replacer: Replacer
  private var decoded: DecodedValue
  private let allowed: AllowList

  /// A trial of checked rules; a request that has pseudonyms needs them.
  ///
  /// - Throws: `usage` where a pattern of the rules can't be compiled.
  public init(_ request: RedactionRequest, pseudonyms: Pseudonymizer?) throws(Problem) {
    let scanner = try Scanner(request)
    self.scanner = scanner
    rewriter = TextRewriter(
      RewriteRound(
        request, scanner: scanner, replacer: Replacer(request, pseudonymizer: pseudonyms),
        keepingMarks: false))
    replacer = Replacer(request, pseudonymizer: pseudonyms)
    decoded = DecodedValue(folds: request.folds)
    allowed = AllowList(request.allowed)
  }

  /// What the rules make of a text, the value of a member without a telling name.
  public mutating func run(_ text: String) -> Result {
    let bytes = Array(text.utf8)
    return Result(text: rewritten(bytes), findings: findings(in: bytes))
  }

  private mutating func rewritten(_ text: [UInt8]) -> String {
    var line = Output(capacity: text.count + 16)
    StringEscapes.encode(text.span, into: &line)
    let isEscaped = line.count > text.count + 2
    let value = Field(isEscaped ? .escapedString : .string, 1, line.count - 1)
    let noKey: [UInt8] = []
    guard rewriter.rewrite(value, of: line.bytes, key: noKey.span) else {
      return String(decoding: text, as: UTF8.self)
    }
    var result = Output(capacity: text.count + 16)
    let span = rewriter.result.bytes
    StringEscapes.decode(span, 0, span.count, into: &result)
    return String(copying: result.bytes)
  }

  private mutating func findings(in text: [UInt8]) -> [Finding] {
    // As the value of a line without escapes, so that offsets are those of the text.
    let value = Field(.string, 0, text.count)
    decoded.load(value, of: text.span)
    var hits: [Hit] = []
    var values: [[UInt8]] = []
    Self.scan(decoded, value, text, &scanner) { hit, found in
      guard !allowed.contains(found) else { return }
      hits.append(hit)
      values.append([UInt8](copying: found))
    }
    return hits.indices.map { index in
      let hit = hits[index]
      let range = decoded.rawStart(of: hit.start)..<decoded.rawEnd(of: hit.end)
      return Finding(
        kind: replacer.name(hit.kind), confidence: Int(hit.confidence), range: range,
        value: String(decoding: text[range], as: UTF8.self),
        replacement: replacement(of: values[index], hit.kind))
    }
  }

  private static func scan(
    _ decoded: borrowing DecodedValue, _ value: Field, _ text: [UInt8], _ scanner: inout Scanner,
    _ body: (Hit, Span<UInt8>) -> Void
  ) {
    decoded.withText(value, of: text.span) { decodedText in
      let noKey: [UInt8] = []
      scanner.scan(decodedText, key: noKey.span)
      for hit in scanner.hits.found { body(hit, decodedText.extracting(hit.start..<hit.end)) }
    }
  }

  private mutating func replacement(of value: [UInt8], _ kind: UInt8) -> String {
    var output = Output(capacity: 64)
    replacer.append(value.span, kind: kind, into: &output)
    return String(copying: output.bytes)
  }
}
