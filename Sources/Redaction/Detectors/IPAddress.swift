import Bytes

/// Addresses of IP version 4, and of version 6 in `IPAddress+Version6.swift` (spec/redaction.md,
/// section 2).
///
/// Four parts of 0 to 255 without leading zeros. Versions and sections look the same: what tells
/// them apart is the word before (`version`, `nginx/`), a fifth part, or a release's suffix.
enum IPAddress {
  static let entry = KindEntry(
    .ipAddress, "IP_ADDRESS", infoType: "IP_ADDRESS", .ip,
    confidence: "3",
    definition: "four parts of 0 to 255, or an address of RFC 4291; no version, no section",
    example: "request from 192.0.2.17 and 2001:db8::17")

  /// Words before which four numbers are no address; `§` and 版本 too.
  private static let labels: [[UInt8]] = [
    "version", "versions", "ver", "build", "section", "sections", "sec", "chapter", "clause",
    "paragraph", "firmware", "revision", "rev", "release", "releases", "since",
    "versionadded", "versionchanged", "deprecated", "appendix", "figure", "fig",
    "table", "oid", "§", "版本", "版",
  ].map { Array($0.utf8) }

  private static let versionKeys = ContextWords([
    "version", "versions", "build", "release", "firmware", "section",
  ])

  /// What follows the number of a release: `1.2.3.4-rc1`, `libfoo-1.2.3.4.tar.gz`.
  private static let suffixes: [[UInt8]] = [
    "-rc", "-alpha", "-beta", "-pre", "-dev", "-snapshot", "-release", "-final", "-build",
    "+build", ".tar", ".tgz", ".zip", ".gz", ".whl", ".so", ".jar", ".rpm", ".deb", ".exe",
    ".dll", ".msi", ".dmg", ".pkg", ".nupkg", ".gem",
  ].map { Array($0.utf8) }

  static func findVersion4(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, into hits: inout Hits
  ) {
    guard hits.wants(.ipAddress), mayBegin(text, start), let end = quadEnd(text, start),
      mayEnd(text, end), !isVersionOfName(text, start, end),
      !LabelBefore.isOne(of: labels, before: start, in: text),
      !versionKeys.stand(near: 0, 0, in: text.extracting(0..<0), key: key)
    else { return }
    hits.add(.ipAddress, start, end, confidence: 3)
  }

  /// The offset behind four numbers of 0 to 255 with dots between, or nil.
  ///
  /// What follows the last one, even a digit, is for the caller to look at.
  static func quadEnd(_ text: Span<UInt8>, _ start: Int) -> Int? {
    var offset = start
    for part in 0..<4 {
      if part > 0 {
        guard Boundary.byte(text, offset) == .dot else { return nil }
        offset += 1
      }
      let first = offset
      var value = 0
      while offset - first < 3, Boundary.byte(text, offset).isDigit {
        value = value * 10 + Int(text[offset] &- .zero)
        offset += 1
      }
      guard offset > first, value < 256, offset - first == 1 || text[first] != .zero
      else { return nil }
    }
    return offset
  }

  /// Whether nothing before says that this is part of a longer number or the version of a name.
  private static func mayBegin(_ text: Span<UInt8>, _ start: Int) -> Bool {
    let before = Boundary.byte(text, start - 1)
    if Boundary.isWord(before) { return false }
    let second = Boundary.byte(text, start - 2)
    switch before {
    case .dot: return !Boundary.isAlphanumeric(second)
    case .space: return !isVersionLetter(text, second == .dot ? start - 3 : start - 2)
    case .slash: return !second.isLetter
    default: return true
    }
  }

  /// Whether small numbers are glued to a word by a dash: `perl-5.6.78.9`, `12.4.254.14-node.11`.
  private static func isVersionOfName(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let isGlued =
      Boundary.byte(text, start - 1) == .minus && Boundary.byte(text, start - 2).isLetter
      || Boundary.byte(text, end) == .minus && Boundary.byte(text, end + 1).isLetter
    guard isGlued else { return false }
    let second = Boundary.byte(text, start + 1)
    if second == .dot { return true }
    let isTen = text[start] == UInt8(ascii: "1") && second == .zero
    return text[start] <= UInt8(ascii: "2") && !isTen && Boundary.byte(text, start + 2) == .dot
  }

  /// Whether a lone `v` stands at an offset; `{"v":"192.0.2.17"}` shows why it is no label.
  private static func isVersionLetter(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    Boundary.byte(text, offset).lowercased == UInt8(ascii: "v")
      && !Boundary.isWord(Boundary.byte(text, offset - 1))
  }

  private static func mayEnd(_ text: Span<UInt8>, _ end: Int) -> Bool {
    let next = Boundary.byte(text, end)
    if Boundary.isWord(next) { return false }
    guard next == .dot || next == .minus || next == UInt8(ascii: "+") else { return true }
    if next == .dot, Boundary.byte(text, end + 1).isDigit { return false }
    for index in suffixes.indices where suffixes[index][0] == next {
      if stands(suffixes[index], at: end, in: text) { return false }
    }
    return true
  }

  private static func stands(_ suffix: [UInt8], at start: Int, in text: Span<UInt8>) -> Bool {
    for position in suffix.indices
    where Boundary.byte(text, start + position).lowercased != suffix[position] { return false }
    return !Boundary.byte(text, start + suffix.count).isLetter
  }
}
