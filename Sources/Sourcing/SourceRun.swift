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

  /// Reads one file; containers may follow each other, as `cat` puts them.
  private static func read(
    _ file: Path?, _ pump: inout Pump<SourceStage>, _ maximumLine: Int
  ) throws(Problem) {
    var source = try pump.openInput(file)
    var input = Input()
    var place = Place(file: file, line: 1)
    while true {
      let container = try detect(&pump, &source, &input, file, maximumLine)
      if container == .lines {
        return try pump.readLines(from: &source, &input, startingAt: place)
      }
      place = try ContainerReader.read(
        container, &pump, &source, &input, at: place, maximumLine: maximumLine)
    }
  }

  /// Reads until the form of what comes is clear; what never becomes clear is lines.
  private static func detect(
    _ pump: inout Pump<SourceStage>, _ source: inout DecodedSource, _ input: inout Input,
    _ file: Path?, _ maximumLine: Int
  ) throws(Problem) -> Container {
    while true {
      if let container = ContainerDetector.detect(input.unread) { return container }
      if input.unread.count > maximumLine { return .lines }
      guard try pump.fill(&input, from: &source, file: file) else { return .lines }
    }
  }
}
