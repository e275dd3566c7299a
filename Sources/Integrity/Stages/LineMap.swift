import Bytes
import Stages

/// Where the events of an input stand: their lines count from 1 through all of it, and in each of
/// its files (spec/integrity.md, section 4).
///
/// The lines of frames and blank ones are no lines of the count. Memory grows with the files and
/// with the places where lines were left out, not with the events.
struct LineMap: Sendable {
  private struct Run: Sendable {
    /// The first event's number, from 1.
    let event: Int
    let place: Place
  }

  private var runs: [Run] = []
  /// How many events were noted.
  private(set) var count = 0

  /// A map of nothing yet.
  init() {}

  /// Notes where the next event stands.
  mutating func note(_ place: Place) {
    count += 1
    if let run = runs.last, run.place.line + count - run.event == place.line,
      run.place.file == place.file
    {
      return
    }
    runs.append(Run(event: count, place: place))
  }

  /// The file of an event by its number, and the line in it; nil where no file was named.
  func place(of event: Int) -> (file: Path, line: Int)? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].event <= event { low = middle + 1 } else { high = middle }
    }
    guard low > 0, let file = runs[low - 1].place.file else { return nil }
    return (file, runs[low - 1].place.line + event - runs[low - 1].event)
  }

  /// A finding with the file that its line is in.
  func located(_ finding: Finding) -> Finding {
    guard let line = finding.line ?? finding.afterLine, let place = place(of: line) else {
      return finding
    }
    var located = finding
    located.file = place.file.text
    located.fileLine = place.line
    return located
  }
}
