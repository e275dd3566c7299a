public import Bytes
public import Stages

// Handing the events of a file on, whatever its form.
extension Pump where S: ~Copyable {
  /// Reads one file, or standard input for nil, from its beginning to its end.
  ///
  /// - Throws: what reading, or the stage by its policy for malformed lines, ends the run with.
  @inlinable
  public mutating func readEvents(of path: Path?, maximumLine: Int) throws(Problem) {
    var file = try EventFile(path, &self, maximumLine: maximumLine)
    while true {
      // Lines, which nearly all files are, go through the pump's own loop, block by block.
      if try file.isAtLines(&self) { return try file.readLines(&self) }
      let step = try file.next(&self)
      if case .end = step { return }
      try take(step, of: &file)
    }
  }

  /// Hands on what a step of a file gave, and goes behind it.
  ///
  /// - Throws: what the stage ends the run with, by its policy for malformed lines.
  @inlinable
  public mutating func take(
    _ step: EventFile.Step, of file: inout EventFile
  ) throws(Problem) {
    switch step {
    case .event:
      try feed(file.input.unread.extracting(file.eventRange), at: file.place)
      file.finishEvent()
    case .longLine: try file.passLongLine(&self)
    case .fault(let fault):
      try noteFault(fault.kind, at: fault.place)
      if fault.isLoss { noteMissing() }
    case .end: break
    }
  }
}
