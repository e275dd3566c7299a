import Digests

/// Compares events with each other by the roots that their paths lead to, where neither checkpoint
/// nor leaves are at hand (spec/integrity.md, section 6).
///
/// All paths of a log's size come from one tree, so they must lead to one root. An event that was
/// changed behind its proof leads to another one; two events that lead to the same one, from
/// different places, confirm each other, as no change of either could give it.
struct PathRoots {
  private struct Log {
    let root: Digest256
    /// The index and the line of the event that was seen first.
    let index: Int
    let line: Int
    var isConfirmed = false
  }

  /// The logs by their sizes; nearly always one.
  private var logs: [Int: Log] = [:]

  /// What a leaf is to the others by its receipt; nothing to find where they agree, or may still.
  mutating func next(
    _ leaf: Digest256, index: Int?, size: Int?, path: [Digest256]?, line: Int
  ) -> Finding? {
    guard let index, let size, let path else {
      return Finding(
        .noLeaves, line: line, index: index, reason: "a receipt without a path, and no log")
    }
    guard let root = InclusionProof.root(of: leaf, at: index, size: size, path: path) else {
      return Finding(
        .notInLog, line: line, index: index, reason: "its path is not one of a log of \(size)")
    }
    guard let log = logs[size] else {
      logs[size] = Log(root: root, index: index, line: line)
      return nil
    }
    guard log.root == root else {
      return Finding(
        .notInLog, line: line, index: index,
        reason: "its path leads to another root than event \(log.line)'s")
    }
    if index != log.index, !log.isConfirmed { logs[size]?.isConfirmed = true }
    return nil
  }

  /// The finding for the first event that no other one has confirmed.
  var unconfirmed: Finding? {
    let log = logs.values.filter { !$0.isConfirmed }.min { $0.line < $1.line }
    return log.map {
      Finding(
        .noLeaves, line: $0.line, index: $0.index,
        reason: "no other event confirms where its path leads to, and there is no log")
    }
  }
}
