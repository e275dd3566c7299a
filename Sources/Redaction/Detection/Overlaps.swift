import Bytes

/// Settles hits that overlap (spec/redaction.md, section 1): the one of higher priority wins, then
/// the longer, then the leftmost; it takes the other's bytes, too, so that nothing of it is left.
enum Overlaps {
  static func resolve(_ hits: inout [Hit], in text: Span<UInt8>) {
    // The user's own kinds match wherever their rules say.
    hits.removeAll { $0.kind < Hit.firstUserKind && Shield.covers($0, in: text) }
    SmallSort.sort(&hits) { $0.start < $1.start }
    var kept = 0
    for index in hits.indices {
      let hit = hits[index]
      if kept > 0, hit.start < hits[kept - 1].end {
        hits[kept - 1] = union(hits[kept - 1], hit)
      } else {
        hits[kept] = hit
        kept += 1
      }
    }
    hits.removeSubrange(kept...)
  }

  private static func union(_ left: Hit, _ right: Hit) -> Hit {
    var winner = isPreferred(right, to: left) ? right : left
    winner.start = min(left.start, right.start)
    winner.end = max(left.end, right.end)
    return winner
  }

  private static func isPreferred(_ hit: Hit, to other: Hit) -> Bool {
    let (mine, theirs) = (priority(hit), priority(other))
    if mine != theirs { return mine < theirs }
    return hit.end - hit.start > other.end - other.start
  }

  private static func priority(_ hit: Hit) -> UInt8 {
    hit.kind < Hit.firstUserKind
      ? KindTable.entries[Int(hit.kind)].priority.rawValue
      : KindEntry.Priority.checksummed.rawValue
  }
}
