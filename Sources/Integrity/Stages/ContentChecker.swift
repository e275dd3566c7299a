import Bytes
import EventJSON
import Stages

/// Checks the content hashes of the events that pass, and tells what it finds.
struct ContentChecker: ~Copyable {
  private var check: ContentHashCheck
  /// What the content hashes came to so far.
  private(set) var tally = ContentHashTally()
  /// How many of them were findings.
  private(set) var findings = 0

  init(pairs: [HashPair]) { check = ContentHashCheck(pairs: pairs) }

  /// Checks the event that `lines` noted last; gives whether there was nothing to find.
  @discardableResult
  mutating func check(
    _ line: Span<UInt8>, _ lines: borrowing LineMap, _ report: inout FindingReport
  ) throws(EventFailure) -> Bool {
    do throws(JSONProblem) {
      try check.check(line)
    } catch {
      throw .malformed(error)
    }
    var isClean = true
    for index in check.results.indices {
      let result = check.results[index]
      tally.count(result.status)
      guard let code = result.status.finding else { continue }
      findings += 1
      isClean = false
      try report.tell(
        lines.located(Finding(code, line: lines.count, field: check.pointer(of: result))))
    }
    return isClean
  }
}

extension FindingReport {
  /// Tells a finding in the midst of a stage.
  mutating func tell(_ finding: Finding) throws(EventFailure) {
    do throws(Problem) {
      try add(finding)
    } catch {
      throw .stopped(error)
    }
  }
}
