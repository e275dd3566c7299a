import Bytes

/// Writes the tool's messages to standard error, one line each.
public struct Diagnostics: Sendable {
  private let tool: String

  /// Messages in a tool's name.
  public init(tool: String) { self.tool = tool }

  /// Reports `message` behind the tool's name; an empty one says nothing.
  public func report(_ message: String) {
    if !message.isEmpty { write("\(tool): \(message)") }
  }

  /// Reports a run's statistics, where they are wanted.
  public func report(_ statistics: Statistics, as format: StatisticsFormat?) {
    if let format { write(statistics.line(format, tool: tool)) }
  }

  /// Writes a line as it is.
  private func write(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    // Where standard error itself fails there is no one left to tell; the exit status stays.
    try? Descriptor.standardError.writeAll(bytes.span)
  }
}
