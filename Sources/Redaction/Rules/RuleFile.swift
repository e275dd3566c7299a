import Bytes
import EventJSON
import Stages

/// Reads the small files that rules are kept in.
enum RuleFile {
  /// The largest file in bytes.
  static let maximumSize = 64 << 20

  /// The file's bytes.
  static func bytes(_ path: Path) throws(RuleProblem) -> [UInt8] {
    let bytes: [UInt8]?
    do throws(SystemError) {
      var descriptor = try path.openForReading()
      bytes = try descriptor.contents(atMost: maximumSize)
    } catch {
      throw RuleProblem("\(Quoting.escaped(path.text)): \(error)")
    }
    guard let bytes else {
      throw RuleProblem("\(Quoting.escaped(path.text)): more than 64 MiB")
    }
    return bytes
  }

  /// The lines of a text file in UTF-8, without blanks around them; blank ones and those that
  /// begin with `#` say nothing.
  static func lines(_ path: Path) throws(RuleProblem) -> [[UInt8]] {
    let bytes = try bytes(path)
    var lines: [[UInt8]] = []
    var number = 0
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    for line in bytes[(hasMark ? 3 : 0)...]
      .split(separator: .newline, omittingEmptySubsequences: false)
    {
      number += 1
      let trimmed = Array(RuleText.trimmed(line))
      guard UTF8Check.firstInvalid(in: trimmed.span) == nil else {
        throw RuleProblem("\(Quoting.escaped(path.text)):\(number): not UTF-8")
      }
      if trimmed.isEmpty || trimmed.first == UInt8(ascii: "#") { continue }
      lines.append(trimmed)
    }
    return lines
  }
}
