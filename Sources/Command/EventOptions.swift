public import ArgumentParser
import Bytes
import Compression
public import DecisionEvent
public import Stages

/// The window of time that events are kept from (spec/events.md, "Time").
public struct TimeWindowOptions: ParsableArguments {
  @Option(
    name: [.long, .customLong("from")],
    help: ArgumentHelp(
      "Keep events at or after TIME: RFC 3339, a date (its midnight in UTC), or a span back "
        + "from now (15m, 24h, 7d).", valueName: "time"))
  var since: String?

  @Option(
    name: [.long, .customLong("to")],
    help: ArgumentHelp("Keep events before TIME.", valueName: "time"))
  var until: String?

  @Option(
    name: .customLong("date-to"),
    help: ArgumentHelp("Keep events up to the end of the day DATE.", valueName: "date"))
  var dateTo: String?

  /// The options' defaults.
  public init() {}

  /// The window, half-open; `now` is what spans count back from.
  ///
  /// - Throws: `usage`: a time that is none, or an end before the beginning.
  public func window(now: Timestamp) throws(Problem) -> TimeWindow {
    try TimeWindow(since: since, until: until, dateTo: dateTo, now: now)
  }
}

/// The range that times must lie in, for tools that keep events outside of it, too.
///
/// Without the names `--from` and `--to`, which say something else there.
public struct TimeRangeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The first TIME: RFC 3339, a date (its midnight in UTC), or a span back from now "
        + "(15m, 24h, 7d).", valueName: "time"))
  var since: String?

  @Option(help: ArgumentHelp("The TIME behind the last.", valueName: "time"))
  var until: String?

  @Option(
    name: .customLong("date-to"), help: ArgumentHelp("The last day.", valueName: "date"))
  var dateTo: String?

  /// The options' defaults.
  public init() {}

  /// The range, half-open; `now` is what spans count back from.
  ///
  /// - Throws: `usage`: a time that is none, or an end before the beginning.
  public func window(now: Timestamp) throws(Problem) -> TimeWindow {
    try TimeWindow(since: since, until: until, dateTo: dateTo, now: now)
  }
}

extension TimeWindow {
  /// The window that the options give.
  fileprivate init(
    since: String?, until: String?, dateTo: String?, now: Timestamp
  ) throws(Problem) {
    self.init()
    if let since { self.since = try Self.bound(since, "--since", now) }
    if let until { self.until = try Self.bound(until, "--until", now) }
    guard let dateTo else { return }
    guard let end = Timestamp(endOfDay: dateTo) else {
      throw Problem(.usage, "--date-to: \(Quoting.quoted(dateTo)) is not a date")
    }
    self.until = min(self.until ?? end, end)
  }

  private static func bound(
    _ text: String, _ option: String, _ now: Timestamp
  ) throws(Problem) -> Timestamp {
    guard let time = Timestamp(bound: text, now: now) else {
      throw Problem(
        .usage,
        "\(option): \(Quoting.quoted(text)) is not a time; expected 2026-01-31, "
          + "2026-01-31T12:00:00Z or a span such as 24h")
    }
    return time
  }
}

/// The dictionary that events are read with.
public struct DictionaryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read more names of fields from FILE: lines such as 'team = department, .org.unit', "
        + "tried after the built-in ones.", valueName: "file"))
  var map: String?

  /// The options' defaults.
  public init() {}

  /// The dictionary of spec/events.md with the file's additions.
  ///
  /// - Throws: `usage`: a file that can't be read, has more than 1 MiB, or a line that maps
  ///   nothing.
  public func dictionary() throws(Problem) -> EventDictionary {
    var dictionary = EventDictionary()
    guard let map else { return dictionary }
    let text = try Self.readText(Path(map))
    do throws(EventDictionary.Problem) {
      try dictionary.add(map: text)
    } catch {
      throw Problem(
        .usage, Quoting.escaped("\(map):\(error.line): \(error.reason)"))
    }
    return dictionary
  }

  /// Reads a small file whole.
  private static func readText(_ path: Path) throws(Problem) -> String {
    let limit = 1 << 20
    let bytes: [UInt8]?
    do throws(SystemError) {
      var descriptor = try path.openForReading()
      bytes = try descriptor.contents(atMost: limit)
    } catch {
      throw Problem(.usage, "--map: \(Problem(reading: path, .system(error)).message)")
    }
    guard let bytes else {
      throw Problem(.usage, "--map: \(Quoting.escaped(path.text)): more than 1 MiB")
    }
    return String(copying: bytes.span)
  }
}
