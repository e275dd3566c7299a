import Bytes
import Compression
public import Stages

/// Runs a foreign command inside a framed stream: once for each frame, or once for a stream
/// without frames.
public enum WrapRun {
  /// Runs `pump` over what the command makes of standard input.
  ///
  /// - Parameters:
  ///   - maximumLine: the most bytes of a frame's line.
  ///   - maximumBytes: the most bytes to read, after decoding, or nil.
  public static func run(
    _ pump: inout Pump<WrapStage>, _ command: WrapCommand, maximumLine: Int, maximumBytes: Int?
  ) -> RunSummary {
    ChildSignals.install()
    return pump.run { pump throws(Problem) in
      let feed = EventFeed(
        try pump.openInput(nil), maximumLine: maximumLine, maximumBytes: maximumBytes)
      // Before anything is read, so that a command that can't be run takes nothing.
      var source = try ChildSource(command, fedBy: feed)
      var output = Input()
      var opening = try source.feed.open(isFirst: true)
      while let section = opening {
        try wrap(section, of: command, &pump, &source, &output)
        guard case .frame = section else { return }
        // The next frame may take long to come.
        try pump.flush()
        opening = try source.feed.open(isFirst: false)
        if opening != nil { try source.restart() }
      }
    }
  }

  private static func wrap(
    _ section: EventFeed.Opening, of command: WrapCommand, _ pump: inout Pump<WrapStage>,
    _ source: inout ChildSource, _ output: inout Input
  ) throws(Problem) {
    if case .frame(let begin, let line) = section {
      try pump.beginFrame(as: begin, line: line.span)
    }
    output.reset()
    do throws(Problem) {
      try pump.readLines(
        from: &source, &output, startingAt: Place(file: command.output, line: 1))
    } catch {
      pump.recount(read: source.feed.events, bytes: source.feed.bytesRead)
      throw error
    }
    pump.recount(read: source.feed.events, bytes: source.feed.bytesRead)
    if let end = source.feed.end { try pump.endFrame(as: end.line, end.problem) }
  }
}
