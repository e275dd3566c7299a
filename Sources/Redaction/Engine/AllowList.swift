import Bytes

/// Values that are left alone (`--allow`): exact ones, and what ends in a suffix such as
/// `@company.com` or `.company.com`.
struct AllowList: Sendable {
  private var values: Set<[UInt8]> = []
  private var suffixes: [[UInt8]] = []

  /// A list of entries; those that begin with `@` or `.` are suffixes, which compare in any case.
  init(_ entries: [[UInt8]]) {
    for entry in entries {
      if entry.first == UInt8(ascii: "@") || entry.first == .dot {
        suffixes.append(entry.map(\.lowercased))
      } else {
        values.insert(entry)
      }
    }
  }

  /// Whether nothing is allowed.
  var isEmpty: Bool { values.isEmpty && suffixes.isEmpty }

  /// Whether a value is left alone.
  func contains(_ value: Span<UInt8>) -> Bool {
    for index in suffixes.indices where Self.ends(value, in: suffixes[index]) { return true }
    if values.isEmpty { return false }
    var bytes: [UInt8] = []
    for offset in 0..<value.count { bytes.append(value[offset]) }
    return values.contains(bytes)
  }

  private static func ends(_ value: Span<UInt8>, in suffix: [UInt8]) -> Bool {
    let start = value.count - suffix.count
    guard start >= 0 else { return false }
    for index in suffix.indices where value[start + index].lowercased != suffix[index] {
      return false
    }
    return true
  }
}
