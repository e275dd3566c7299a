import Bytes

/// Slack's webhooks: whoever has such an address may post.
///
/// `hooks.slack.com/services/T…/B…/…`, and `workflows` and `triggers` likewise; each `/` may have a
/// `\` before it, as in JSON inside of JSON.
enum SlackWebhook {
  /// The offset behind an address whose host ends at `host`, or nil.
  static func end(_ text: Span<UInt8>, _ host: Int) -> Int? {
    guard let folder = slash(text, host) else { return nil }
    var path = folder
    if ByteScan.hasWord(text, at: folder, "services") {
      path += 8
    } else if ByteScan.hasWord(text, at: folder, "workflows") {
      path += 9
    } else if ByteScan.hasWord(text, at: folder, "triggers") {
      path += 8
    } else {
      return nil
    }
    guard let start = slash(text, path) else { return nil }
    var end = start
    var slashes = 0
    while end - start < 120 {
      if let behind = slash(text, end) {
        slashes += 1
        end = behind
      } else if isPathByte(Boundary.byte(text, end)) {
        end += 1
      } else {
        break
      }
    }
    return slashes >= 2 && end - start >= 20 ? end : nil
  }

  private static func isPathByte(_ byte: UInt8) -> Bool {
    Boundary.isWord(byte) || byte == UInt8(ascii: "+")
  }

  /// The offset behind a `/`, or nil.
  private static func slash(_ text: Span<UInt8>, _ offset: Int) -> Int? {
    let sign = Boundary.byte(text, offset) == .backslash ? offset + 1 : offset
    return Boundary.byte(text, sign) == .slash ? sign + 1 : nil
  }

  /// Where the scheme before a host begins, or the host where there is none.
  static func startOfScheme(_ text: Span<UInt8>, _ host: Int) -> Int {
    if ByteScan.hasWord(text, at: host - 8, "https://") { return host - 8 }
    if ByteScan.hasWord(text, at: host - 10, #"https:\/\/"#) { return host - 10 }
    return host
  }
}
