import Bytes
import DecisionEvent

/// The line that `--progress` keeps on a terminal: events, megabytes and their rate.
struct Progress {
  private let isShown: Bool
  private let tool: String
  private var startedAt = Clock.now()
  private var lastShown = Clock.now()
  private var isDrawn = false

  /// Shows nothing unless it is wanted and standard error is a terminal.
  init(isWanted: Bool, tool: String) {
    isShown = isWanted && Descriptor.standardError.isTerminal
    self.tool = tool
  }

  /// Draws the line anew, at most five times a second.
  mutating func show(counts events: Int, bytes: Int) {
    guard isShown else { return }
    let now = Clock.now()
    guard Self.milliseconds(from: lastShown, to: now) >= 200 else { return }
    lastShown = now
    let elapsed = max(Self.milliseconds(from: startedAt, to: now), 1)
    let rate = bytes / 1_000 / elapsed
    draw("\r\u{1B}[K\(tool): \(events) events, \(bytes / 1_000_000) MB, \(rate) MB/s")
    isDrawn = true
  }

  /// Takes the line away so that a message can stand there.
  mutating func clear() {
    guard isDrawn else { return }
    draw("\r\u{1B}[K")
    isDrawn = false
  }

  private func draw(_ text: String) {
    let bytes = Array(text.utf8)
    // Progress is a courtesy: a terminal that is gone must not end an export.
    try? Descriptor.standardError.writeAll(bytes.span)
  }

  private static func milliseconds(
    from start: (seconds: Int64, nanoseconds: Int32), to end: (seconds: Int64, nanoseconds: Int32)
  ) -> Int {
    Int(end.seconds - start.seconds) * 1_000 + Int(end.nanoseconds - start.nanoseconds) / 1_000_000
  }
}
