public import Bytes
public import DecisionEvent

/// What a stream is checked for.
public struct CheckRequest: Sendable {
  /// The dictionary that events are read with.
  public var dictionary = EventDictionary()
  /// How many events there must be, or nil.
  public var expectedEvents: Int?
  /// The list of their ids, or nil.
  public var expectedIDs: Path?
  /// The folder of configurations, or nil.
  public var configurations: Path?
  /// The range that times must lie in.
  public var window = TimeWindow()
  /// The longest gap between two times, or nil.
  public var maximumGap: TimeSpan?
  /// What must hold.
  public var requirement = Requirement.all
  /// What the checks serve, or nil.
  public var profile: Profile?
  /// Name and version of the tool, for the report.
  public var tool: String

  /// A request that asks for what needs no option.
  public init(tool: String) { self.tool = tool }

  /// The options given, of those that checks can't be made without.
  public var givenOptions: Set<String> {
    let given: [(Check, Bool)] = [
      (.eventCount, expectedEvents != nil), (.eventIDs, expectedIDs != nil),
      (.gaps, maximumGap != nil),
    ]
    return Set(given.compactMap { $1 ? $0.option : nil })
  }
}
