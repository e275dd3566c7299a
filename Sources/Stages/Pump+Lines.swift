public import Bytes
public import Compression
import EventJSON

// Reading and splitting lines.
extension Pump where S: ~Copyable {
  /// Reads a file line by line; nil is standard input.
  mutating func readLines(of file: Path?) throws(Problem) {
    var source = try openInput(file)
    var input = Input()
    try readLines(from: &source, &input, startingAt: Place(file: file, line: 1))
  }

  /// Opens a file, or standard input, decoding gzip.
  ///
  /// - Throws: `failure` where it can't be opened, `usage` where it is that of `--rejects`.
  public func openInput(_ file: Path?) throws(Problem) -> DecodedSource {
    let source = try DecodedSource(opening: file)
    try checkInput(source, file)
    return source
  }

  /// Refuses an input, opened by somebody else, that is the file of rejects.
  public func checkInput(
    _ source: borrowing DecodedSource, _ file: Path?
  ) throws(Problem) {
    let identity: [UInt64]
    do throws(SystemError) {
      identity = try source.descriptor.status.identity
    } catch {
      throw Problem(reading: file, .system(error))
    }
    guard rejectsIdentity != identity else {
      throw Problem(.usage, "--rejects: \(Problem.inputName(options.rejects)) is an input")
    }
  }

  /// Reads lines from where `input` stands, which is `start`, to the source's end, or until no more
  /// are needed; gives the place behind them.
  ///
  /// - Throws: what reading, the stage, or the policy for malformed lines ends the run with.
  @discardableResult
  public mutating func readLines<Source: ByteSource & ~Copyable>(
    from source: inout Source, _ input: inout Input, startingAt start: Place
  ) throws(Problem) -> Place where Source.Failure: ReadFailure {
    var place = start
    var isFirst = start.line == 1 && start.column == 0
    // How many unread bytes are known to hold no end of a line, so that a long one whose bytes
    // come in small portions is searched once.
    var searched = 0
    while true {
      if isFirst, input.unread.count >= 3 || input.isAtEnd {
        Self.dropByteOrderMark(&input)
        isFirst = false
      }
      if !isFirst {
        let used = try processLines(input.unread, searchingFrom: searched, &place)
        input.consume(used)
        searched = input.unread.count
        if isDone { return place }
      }
      if input.unread.count > options.maximumLine {
        try passLongLine(from: &source, &input, place)
        place = place.nextLine
        searched = 0
      } else if input.isAtEnd {
        try processLastLine(input.unread, place)
        return place
      } else {
        _ = try fill(&input, from: &source, file: start.file)
      }
    }
  }

  private static func dropByteOrderMark(_ input: inout Input) {
    if ByteScan.hasWord(input.unread, at: 0, "\u{FEFF}") { input.consume(3) }
  }

  /// Reads once more, after writing out what is finished where that may take time.
  ///
  /// - Throws: `failure` for a read error, `badInput` for coded data that are corrupt or more than
  ///   `--max-bytes`.
  public mutating func fill<Source: ByteSource & ~Copyable>(
    _ input: inout Input, from source: inout Source, file: Path?
  ) throws(Problem) -> Bool where Source.Failure: ReadFailure {
    if output.count > 0, source.mayBlock { try flush() }
    let before = input.unread.count
    do throws(Source.Failure) {
      guard try input.fill(from: &source) else { return false }
    } catch {
      throw error.problem(reading: file)
    }
    bytesRead += input.unread.count - before
    if let limit = options.maximumBytes, bytesRead > limit {
      throw Problem(
        .badInput, "\(Problem.inputName(file)): more than \(limit) bytes (--max-bytes)")
    }
    progress.show(counts: frameCounts.read + counts.read, bytes: bytesRead)
    return true
  }

  /// Counts bytes of the input that somebody else has read.
  public mutating func noteRead(_ count: Int) { bytesRead += count }

  /// Takes back what was counted as read, which will be read once more.
  public mutating func forgetRead(_ count: Int) { bytesRead -= count }

  /// Handles the whole lines of a block; gives how many bytes they have.
  ///
  /// Neighbouring lines that are kept are written as one run, which is not yet written when the
  /// stage is asked for the next line's verdict.
  private mutating func processLines(
    _ block: Span<UInt8>, searchingFrom searched: Int, _ place: inout Place
  ) throws(Problem) -> Int {
    var start = 0
    var runStart = 0
    var search = searched
    do throws(Problem) {
      while let end = ByteScan.firstIndex(of: .newline, in: block, from: search) {
        let bytes = block.extracting(start..<end)
        if FrameParser.isFrame(bytes), options.framing.readsFrames {
          try write(block.extracting(runStart..<start))
          runStart = start
          try processFrame(bytes, place, consequence: options.consequence)
          runStart = end + 1
        } else {
          let verdict = BlankLine.isBlank(bytes) ? Verdict.drop : try decide(bytes, place)
          if case .keep = verdict {
            // The run goes on.
          } else {
            try write(block.extracting(runStart..<start))
            runStart = end + 1
            if case .replaced = verdict { try writeStageOutput() }
          }
        }
        start = end + 1
        search = start
        place = place.nextLine
        if isDone { break }
      }
    } catch {
      // What was kept before the line that ends the run goes out all the same.
      if runStart < start { try write(block.extracting(runStart..<start)) }
      throw error
    }
    try write(block.extracting(runStart..<start))
    return start
  }

  /// Handles what stands behind the last newline: a line without one, or nothing.
  private mutating func processLastLine(
    _ bytes: Span<UInt8>, _ place: Place
  ) throws(Problem) {
    if BlankLine.isBlank(bytes) { return }
    // In a frame that is allowed to be incomplete, half a line is a part of what is missing.
    let isTolerable = options.toleratesIncompleteness && frames.isInsideFrame
    do throws(Problem) {
      if FrameParser.isFrame(bytes), options.framing.readsFrames {
        return try processFrame(
          bytes, place, consequence: isTolerable ? "" : options.consequence)
      }
      switch try decide(bytes, place) {
      case .drop: return
      case .replaced: try writeStageOutput()
      case .keep:
        try write(bytes)
        output.append(.newline)
      }
    } catch {
      guard isTolerable, error.status == .badInput else { throw error }
      if frameCounts.malformed > 0 { hasTolerated = true }
      diagnostics.report(error.message)
    }
  }

  /// Handles a line of which more than the limit has been read and no end.
  ///
  /// The rest of it goes where its beginning went, block by block, so that memory stays bounded
  /// and the lines behind it are not harmed. False where the input ended before the line did.
  @discardableResult
  public mutating func passLongLine<Source: ByteSource & ~Copyable>(
    from source: inout Source, _ input: inout Input, _ place: Place
  ) throws(Problem) -> Bool where Source.Failure: ReadFailure {
    if options.framing.readsFrames { try noteEvent(place) }
    frameCounts.read += 1
    let problem = JSONProblem(.tooLong(limit: options.maximumLine), at: options.maximumLine)
    // The beginning is kept before the problem is raised, which may end the run.
    var end = try passPart(input.unread, isHandedOn: false)
    let isHandedOn = try noteMalformed(problem, in: input.unread, place)
    if isHandedOn {
      beginFrameIfDue()
      frameCounts.written += 1
      try writePart(input.unread, upTo: end)
    }
    while true {
      input.consume(end.map { $0 + 1 } ?? input.unread.count)
      if end != nil { break }
      guard try fill(&input, from: &source, file: place.file) else {
        let nothing: [UInt8] = []
        try reject(nothing.span, endsLine: true)
        break
      }
      end = try passPart(input.unread, isHandedOn: isHandedOn)
    }
    if isHandedOn, writesEvents { output.append(.newline) }
    return end != nil
  }

  /// Hands a part of a long line on; gives where the line ends, or nil where it goes on.
  private mutating func passPart(
    _ unread: Span<UInt8>, isHandedOn: Bool
  ) throws(Problem) -> Int? {
    let end = ByteScan.firstIndex(of: .newline, in: unread, from: 0)
    try reject(unread.extracting(0..<(end ?? unread.count)), endsLine: end != nil)
    if isHandedOn { try writePart(unread, upTo: end) }
    return end
  }

  private mutating func writePart(_ unread: Span<UInt8>, upTo end: Int?) throws(Problem) {
    if writesEvents { try write(unread.extracting(0..<(end ?? unread.count))) }
  }
}
