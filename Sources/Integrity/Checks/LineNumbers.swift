/// The numbers of the lines that events stand on, by the events' order: nearly always one more
/// each time, so that only the others are kept.
struct LineNumbers {
  private struct Run {
    let first: Int
    let line: Int
  }

  private var runs: [Run] = []
  private var count = 0

  /// The numbers of no events yet, behind those of events that end with the line `last`.
  init(after last: Int) { runs.append(Run(first: -1, line: last)) }

  /// Adds the line of the next event.
  mutating func append(_ line: Int) {
    let run = runs[runs.count - 1]
    if line != run.line + count - run.first { runs.append(Run(first: count, line: line)) }
    count += 1
  }

  /// The line of an event, from 0; of the one before all of them for -1.
  subscript(event: Int) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].first <= event {
        low = middle
      } else {
        high = middle
      }
    }
    return runs[low].line + event - runs[low].first
  }
}
