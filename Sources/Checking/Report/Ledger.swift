/// How often each check had something to say, how often it failed, and at what first.
///
/// Memory is bounded: of what a check failed at, the first ten are kept, events apart from what only
/// shows in all of them.
struct Ledger {
  /// How many offenders of a check are kept.
  static let maximumOffenders = 10

  private var asked = Array(repeating: 0, count: Check.allCases.count)
  private var failed = Array(repeating: 0, count: Check.allCases.count)
  private var faults = Array(repeating: 0, count: Fault.allCases.count)
  private var offenders: [[Offender]] = Array(repeating: [], count: Check.allCases.count)

  /// Which check each fault belongs to, by its number.
  private static let checks = Fault.allCases.map(\.check.rawValue)

  /// Adds what was found in an event; gives the checks, a bit for each, whose offenders it is among.
  mutating func add(_ judgement: Judgement) -> UInt32 {
    var rest = judgement.asked
    while rest != 0 {
      asked[rest.trailingZeroBitCount] += 1
      rest &= rest - 1
    }
    return judgement.faults == 0 ? 0 : addFaults(judgement.faults)
  }

  private mutating func addFaults(_ found: UInt32) -> UInt32 {
    var failing: UInt32 = 0
    var rest = found
    while rest != 0 {
      let fault = rest.trailingZeroBitCount
      faults[fault] += 1
      failing |= 1 << UInt32(Self.checks[fault])
      rest &= rest - 1
    }
    var wanted: UInt32 = 0
    rest = failing
    while rest != 0 {
      let check = rest.trailingZeroBitCount
      failed[check] += 1
      if offenders[check].count < Self.maximumOffenders { wanted |= 1 << UInt32(check) }
      rest &= rest - 1
    }
    return wanted
  }

  /// Keeps what checks, a bit for each, failed at.
  mutating func keep(_ offender: Offender, of checks: UInt32) {
    var rest = checks
    while rest != 0 {
      offenders[rest.trailingZeroBitCount].append(offender)
      rest &= rest - 1
    }
  }

  /// Says how much a check was about, where that is not events that were asked one by one.
  mutating func set(_ count: Int, askedBy check: Check) { asked[check.rawValue] = count }

  /// Adds what is not wrong with one event, but shows in all of them; `failing` are those that have
  /// not failed yet, all where nil, and `first` at most ten of them.
  mutating func add(
    _ count: Int, _ fault: Fault, failing: Int? = nil, _ first: [Offender] = []
  ) {
    let check = fault.check.rawValue
    faults[fault.rawValue] += count
    failed[check] += failing ?? count
    offenders[check] += first
  }

  /// How much a check had something to say of.
  func asked(by check: Check) -> Int { asked[check.rawValue] }

  /// How much of that it failed at.
  func failed(by check: Check) -> Int { failed[check.rawValue] }

  /// How often this was found.
  func count(of fault: Fault) -> Int { faults[fault.rawValue] }

  /// What a check failed at first.
  func offenders(of check: Check) -> [Offender] { offenders[check.rawValue] }
}
