import Bytes
import EventJSON

/// What one tool did to a stream: its entry in a frame's end and in a manifest (spec/cli.md,
/// "Framed streams").
public struct StageRecord: Sendable, Equatable {
  /// The tool's name.
  public var tool: String
  /// Its version.
  public var version: String
  /// Events read.
  public var read = 0
  /// Events written.
  public var written = 0
  /// Events left out by choice.
  public var dropped = 0
  /// Lines that were no events.
  public var malformed = 0
  /// Events that the tool made of others, besides those it read.
  public var added = 0
  /// The options as a shell would take them.
  public var options: String

  /// A tool that has done nothing yet.
  public init(tool: String, version: String, options: String) {
    self.tool = tool
    self.version = version
    self.options = options
  }

  /// Whether what was read is what was written and left out; lines that are handed on malformed
  /// count as both.
  public var isBalanced: Bool {
    // A sum that no stream reaches wraps around, and is none that fits.
    let known = read &+ added
    let handled = written &+ dropped
    return handled <= known && known <= handled &+ malformed
  }

  /// Appends the record as a JSON object.
  func write(into output: inout Output) {
    output.append("{\"tool\":")
    output.append(json: tool)
    output.append(",\"version\":")
    output.append(json: version)
    output.append(",\"in\":\(read),\"out\":\(written),\"dropped\":\(dropped)")
    output.append(",\"malformed\":\(malformed)")
    if added > 0 { output.append(",\"added\":\(added)") }
    output.append(",\"options\":")
    output.append(json: options)
    output.append(.closeBrace)
  }

  /// Adds records of a later frame: to those of the same chain of tools, or behind them.
  public static func merge(_ later: [StageRecord], into records: inout [StageRecord]) {
    let isSameChain =
      records.count == later.count
      && zip(records, later).allSatisfy { old, new in
        old.tool == new.tool && old.version == new.version && old.options == new.options
      }
    guard isSameChain else {
      records += later
      return
    }
    for index in records.indices {
      records[index].read &+= later[index].read
      records[index].written &+= later[index].written
      records[index].dropped &+= later[index].dropped
      records[index].malformed &+= later[index].malformed
      records[index].added &+= later[index].added
    }
  }
}
