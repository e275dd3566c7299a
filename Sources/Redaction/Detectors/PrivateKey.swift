import Bytes

/// Private keys in PEM (RFC 7468), the older form with headers (RFC 1421) and OpenPGP's armour
/// (RFC 9580): the whole block, marker lines too.
///
/// Lines may end in LF, CRLF, or in escapes of these, as in JSON inside of JSON and in source
/// code. Where the end marker is missing, the block goes on as long as lines of key material do;
/// and markers with nothing between them are talk about keys, not keys.
enum PrivateKey {
  static let entry = KindEntry(
    .privateKey, "PRIVATE_KEY", infoType: "ENCRYPTION_KEY", .privateKey, confidence: "3",
    definition: "PEM or PGP block whose label ends in PRIVATE KEY, through its end marker",
    example: "-----BEGIN "
      + "PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIG5vYm9keXMga2V5IGZvciBleGFtcGxl"
      + "\n-----END " + "PRIVATE KEY-----")

  /// Looks at the first `-` of five; gives the offset before which no dashes need be looked at.
  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) -> Int {
    guard hits.wants(.privateKey) else { return offset + 5 }
    var start = lastFiveDashes(text, offset)
    while let body = PrivateKeyLabel.endOfBegin(text, start) {
      var block = PrivateKeyBody(start: start, body: body)
      let end = block.read(text)
      if let end { hits.add(.privateKey, start, end, confidence: 3) }
      let resume = end ?? block.offset
      // A scan does not look at dashes with dashes before them, and so not at the next block
      // where no line ends between the two.
      guard text[resume - 1] == .minus, Boundary.byte(text, resume) == .minus else {
        return resume
      }
      start = lastFiveDashes(text, resume)
    }
    return start + 5
  }

  /// Where the last five dashes of a run begin.
  private static func lastFiveDashes(_ text: Span<UInt8>, _ offset: Int) -> Int {
    var end = offset
    while Boundary.byte(text, end) == .minus { end += 1 }
    return max(offset, end - 5)
  }
}

/// The marker lines of a block.
enum PrivateKeyLabel {
  private static let longest = 64

  /// The offset behind `-----BEGIN ... PRIVATE KEY-----`, or nil.
  static func endOfBegin(_ text: Span<UInt8>, _ start: Int) -> Int? {
    guard ByteScan.hasWord(text, at: start, "-----BEGIN ") else { return nil }
    return end(text, start + 11, isBegin: true)
  }

  /// The offset behind `-----END ... KEY-----`, or nil.
  static func endOfEnd(_ text: Span<UInt8>, _ start: Int) -> Int? {
    guard ByteScan.hasWord(text, at: start, "-----END ") else { return nil }
    return end(text, start + 9, isBegin: false)
  }

  private static func end(_ text: Span<UInt8>, _ label: Int, isBegin: Bool) -> Int? {
    var end = label
    while end - label < longest, isLabelByte(Boundary.byte(text, end)) { end += 1 }
    guard ByteScan.hasWord(text, at: end, "-----") else { return nil }
    let last = ByteScan.hasWord(text, at: end - 6, " BLOCK") ? end - 6 : end
    let hasName =
      isBegin
      ? ByteScan.hasWord(text, at: last - 11, "PRIVATE KEY") && last - 11 >= label
      : ByteScan.hasWord(text, at: last - 3, "KEY")
    return hasName ? end + 5 : nil
  }

  private static func isLabelByte(_ byte: UInt8) -> Bool {
    byte &- 0x41 < 26 || byte.isDigit || byte == .space
  }
}
