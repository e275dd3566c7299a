import Bytes
import Compression
public import Stages

/// Reads files and folders, each in the form that its content has, into one stream.
public enum SourceRun {
  /// Runs `pump` over the named files and folders, or standard input where none is named.
  ///
  /// - Parameter isFramed: whether the stream gets a begin and an end.
  public static func run(
    _ pump: inout Pump<SourceStage>, files: [String], isFramed: Bool, maximumLine: Int
  ) -> RunSummary {
    pump.run { pump throws(Problem) in
      if isFramed { pump.beginFrame() }
      for name in files.isEmpty ? ["-"] : files {
        if name == "-" {
          try read(nil, &pump, maximumLine)
          continue
        }
        let path = Path(argument: name)
        if try isFolder(path) {
          try FolderWalk.forEachFile(in: path) { file throws(Problem) in
            try read(file, &pump, maximumLine)
          }
        } else {
          try read(path, &pump, maximumLine)
        }
      }
    }
  }

  private static func isFolder(_ path: Path) throws(Problem) -> Bool {
    do throws(SystemError) {
      return try path.status().kind == .folder
    } catch {
      throw Problem(reading: path, .system(error))
    }
  }

  /// Reads one file from its beginning to its end.
  private static func read(
    _ path: Path?, _ pump: inout Pump<SourceStage>, _ maximumLine: Int
  ) throws(Problem) {
    var file = try EventFile(path, &pump, maximumLine: maximumLine)
    while true {
      // Lines, which nearly all files are, go through the pump's own loop, block by block.
      if try file.isAtLines(&pump) { return try file.readLines(&pump) }
      let step = try file.next(&pump)
      if case .end = step { return }
      try pump.take(step, of: &file)
    }
  }
}

extension Pump<SourceStage> {
  /// Hands on what a step of a file gave, and goes behind it.
  mutating func take(_ step: EventFile.Step, of file: inout EventFile) throws(Problem) {
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
