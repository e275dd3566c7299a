import Bytes

/// Secrets that begin with a prefix of their vendor (spec/redaction.md, section 3).
///
/// A row of `VendorPrefixTable` says the prefix, and the lengths and classes of what follows up to
/// a token boundary; a shape that a row cannot spell has a file of its own.
enum PrefixedSecrets {
  static let entries = PrefixedSecretEntries.all

  /// All prefixes, of three bytes or more, at which `find` wants to be called.
  static let prefixes: [[UInt8]] = VendorPrefixTable.rows.map { Array($0.prefix.utf8) }

  /// Looks at a word start: the first row that fits gives the hit.
  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, into hits: inout Hits
  ) {
    guard text.count - start >= 8 else { return }
    // `sk-sk-sk-` is refused in the end; here it costs less.
    if text[start + 2] == .minus, begins(text, at: start + 3, as: start) { return }
    // So is `eyJ.`, whose header has nothing in it.
    if text[start + 3] == .dot, text[start] == UInt8(ascii: "e") { return }
    find(in: VendorPrefixIndex.shared, text, start, into: &hits)
  }

  private static func find(
    in index: borrowing VendorPrefixIndex, _ text: Span<UInt8>, _ start: Int,
    into hits: inout Hits
  ) {
    let word = ByteScan.littleEndianWord(in: text, at: start)
    for row in index.candidates(text, at: start)
    where index.begins(row, word, text, at: start) && hits.wants(index.rows[row].kind) {
      let body = start + index.rows[row].length
      guard let place = place(index, row, text, start, body) else { continue }
      hits.add(index.rows[row].kind, place.lowerBound, place.upperBound, confidence: 3)
      return
    }
  }

  /// Where the secret of a row stands whose prefix is `start ..< body`, or nil.
  private static func place(
    _ index: borrowing VendorPrefixIndex, _ row: Int, _ text: Span<UInt8>, _ start: Int,
    _ body: Int
  ) -> Range<Int>? {
    var first = start
    let end: Int?
    switch index.rows[row].shape {
    case .parts: end = endOfParts(index, row, text, start, body)
    case .openAIMarked: end = OpenAIKey.end(text, body)
    case .slackGroups: end = SlackToken.end(text, body)
    case .slackWebhook: end = SlackWebhook.end(text, body)
    case .gitlabRoutable:
      end = endOfParts(index, row, text, start, body).map { GitLabToken.routableEnd(text, $0) }
    case .atlas:
      first = start - AtlasToken.nameLength - 1
      guard AtlasToken.hasName(text, before: start) else { return nil }
      end = endOfParts(index, row, text, start, body)
    case .jwt: return JWT.end(text, start).map { start..<$0 }
    }
    guard let end, isSecret(text, body, end, index.rows[row]) else { return nil }
    if index.rows[row].needs.contains(.scheme) { first = SlackWebhook.startOfScheme(text, start) }
    return first..<end
  }

  /// The offset behind all parts of a row's body, or nil.
  private static func endOfParts(
    _ index: borrowing VendorPrefixIndex, _ row: Int, _ text: Span<UInt8>, _ start: Int,
    _ body: Int
  ) -> Int? {
    var offset = body
    for number in index.rows[row].parts {
      let part = index.parts[number]
      guard var length = length(of: part, text, at: offset, start) else { return nil }
      while length > part.from, text[offset + length - 1] == .dot { length -= 1 }
      guard length >= part.from else { return nil }
      offset += length
    }
    return offset
  }

  /// How many bytes of a part's class stand at an offset, at most as many as it may have.
  ///
  /// Nil where the token's own beginning comes again at a word start: no secret has that, and a
  /// text of nothing but prefixes would cost the longest length for each of them.
  private static func length(
    of part: BodyPart, _ text: Span<UInt8>, at offset: Int, _ start: Int
  ) -> Int? {
    var length = 0
    while length < part.to, part.bytes.contains(Boundary.byte(text, offset + length)) {
      length += 1
      if !Boundary.isWord(text[offset + length - 1]), begins(text, at: offset + length, as: start) {
        return nil
      }
    }
    return length
  }

  /// Whether the three bytes at an offset are those at `start`.
  static func begins(_ text: Span<UInt8>, at offset: Int, as start: Int) -> Bool {
    Boundary.byte(text, offset) == text[start]
      && Boundary.byte(text, offset + 1) == text[start + 1]
      && Boundary.byte(text, offset + 2) == text[start + 2]
  }

  /// Whether a body ends at a token boundary and looks as if nobody had thought it up.
  private static func isSecret(
    _ text: Span<UInt8>, _ body: Int, _ end: Int, _ row: VendorPrefixIndex.Row
  ) -> Bool {
    guard !Boundary.isWord(Boundary.byte(text, end)), hasNeeds(text, body, end, row) else {
      return false
    }
    return !Dummy.isPlaceholder(text, body, end) && Entropy.bits(text, body, end) >= row.entropy
  }

  private static func hasNeeds(
    _ text: Span<UInt8>, _ body: Int, _ end: Int, _ row: VendorPrefixIndex.Row
  ) -> Bool {
    let needs = row.needs
    if needs.isEmpty { return true }
    var (digits, uppers, lowers) = (0, 0, 0)
    for offset in body..<end {
      let byte = text[offset]
      if byte.isDigit { digits += 1 }
      if byte &- 0x41 < 26 { uppers += 1 }
      if byte &- 0x61 < 26 { lowers += 1 }
    }
    if needs.contains(.digit), digits == 0 { return false }
    if needs.contains(.upper), uppers == 0 { return false }
    if needs.contains(.lower), lowers == 0 { return false }
    if needs.contains(.manyCases), uppers < 4 || lowers < 4 { return false }
    guard needs.contains(.isolation) else { return true }
    let next = Boundary.byte(text, end)
    return next != UInt8(ascii: "=") && !isBase64Sign(next)
      && !isBase64Sign(Boundary.byte(text, body - row.length - 1))
  }

  private static func isBase64Sign(_ byte: UInt8) -> Bool {
    byte == .slash || byte == UInt8(ascii: "+")
  }
}
