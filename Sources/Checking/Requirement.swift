public import Stages

/// Which checks must hold, as far as they can be made.
public enum Requirement: Equatable, Sendable {
  /// All of them.
  case all
  /// These.
  case checks(Set<Check>)

  /// Whether a check must hold.
  func contains(_ check: Check) -> Bool {
    switch self {
    case .all: true
    case .checks(let checks): checks.contains(check)
    }
  }

  /// Parses `all`, `none` or the names of checks; `given` are the options that checks need.
  ///
  /// Who names a check wants it made: without its option that can't be.
  ///
  /// - Throws: `usage`: an unknown check, or one without the option that it needs.
  public static func parse(
    _ names: [String], given options: Set<String>
  ) throws(Problem) -> Requirement {
    if names == ["all"] { return .all }
    if names == ["none"] { return .checks([]) }
    guard !names.isEmpty else {
      throw Problem(.usage, "--require: expected names of checks, all or none")
    }
    var checks: Set<Check> = []
    for name in names {
      guard let check = Check(name: name) else {
        throw Problem(.usage, "--require: \(Check.unknown(name))")
      }
      if let option = check.option, !options.contains(option) {
        throw Problem(.usage, "--require: \(name) needs \(option)")
      }
      checks.insert(check)
    }
    return .checks(checks)
  }
}

extension Check {
  /// What is said of a name that no check has.
  static func unknown(_ name: String) -> String {
    let names = allCases.map(\.name)
    let hint = NearestName.find(name, among: names).map { "; did you mean '\($0)'?" } ?? ""
    return "unknown check \(Quoting.quoted(name))\(hint) (\(names.joined(separator: ", ")))"
  }
}
