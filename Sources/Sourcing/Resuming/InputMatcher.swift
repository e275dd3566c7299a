import Bytes
import Compression
import Stages

/// Finds what was read of each input, wherever it is now: the same path, or another one where
/// files were renamed, copied or compressed by a rotation.
///
/// A file is known by its content: the beginning and the end of what was read. What can't be
/// decided ends the run; nothing is read twice or left out without being told.
struct InputMatcher {
  private let paths: [Path]
  /// The folder that relative paths begin at.
  private let folder: Path
  private var plan = InputPlan()
  private var probes: [InputProbe] = []
  /// What is not where it was.
  private var lost: [(entry: CursorEntry, comparison: InputProbe.Comparison?)] = []

  /// What becomes of a new file that begins with what was read of another one, which is still there:
  /// a rotation that is not done, and nobody can tell which one goes on.
  enum CopyPolicy {
    case refused
    case leftAlone
  }

  /// Plans to read `paths` where `cursor` says.
  static func plan(
    _ paths: [Path], _ cursor: Cursor, copies: CopyPolicy, _ pump: inout Pump<SourceStage>
  ) throws(Problem) -> InputPlan {
    var matcher = InputMatcher(paths, in: cursor.folder)
    for path in paths { matcher.probes.append(try InputProbe(path, &pump)) }
    try matcher.matchPaths(cursor, &pump)
    try matcher.findLost(&pump)
    try matcher.findCopies(copies, &pump)
    return matcher.plan
  }

  private init(_ paths: [Path], in folder: Path) {
    self.paths = paths
    self.folder = folder
  }

  /// Takes what is still where it was.
  private mutating func matchPaths(
    _ cursor: Cursor, _ pump: inout Pump<SourceStage>
  ) throws(Problem) {
    plan.items = paths.map { InputPlan.Item(path: $0) }
    // One file may be named in two ways; what was read of it is found by one of them.
    let indices = Dictionary(
      paths.enumerated().map { ($1.absolute(in: folder), $0) },
      uniquingKeysWith: { first, _ in first })
    for entry in cursor.entries {
      guard let index = indices[entry.path.absolute(in: folder)] else {
        matchOther(entry, &pump)
        continue
      }
      let comparison = try probes[index].compare(with: entry, &pump)
      switch comparison {
      case .same, .unchanged:
        plan.items[index].entry = entry
        plan.items[index].isUnchanged = comparison == .unchanged
      case .emptied, .other, .shorter, .changed: lost.append((entry, comparison))
      }
    }
  }

  /// Keeps an entry that this run was not asked for, unless its file is gone or another one.
  private mutating func matchOther(_ entry: CursorEntry, _ pump: inout Pump<SourceStage>) {
    do throws(SystemError) {
      _ = try entry.path.status()
    } catch {
      return lost.append((entry, nil))
    }
    do throws(Problem) {
      let comparison = try InputProbe(entry.path, &pump).compare(with: entry, &pump)
      guard comparison == .other else { return plan.others.append(entry) }
      lost.append((entry, comparison))
    } catch {
      // What can't be read, and need not be, is as it was.
      plan.others.append(entry)
    }
  }

  /// Looks for lost content in the inputs that are not known.
  private mutating func findLost(_ pump: inout Pump<SourceStage>) throws(Problem) {
    for (entry, comparison) in lost {
      guard let index = try find(entry, &pump) else {
        plan.isInDoubt = true
        giveUp(entry, comparison)
        continue
      }
      plan.items[index].entry = entry
      plan.messages.append(
        "\(Self.name(entry.path)): now \(Self.name(paths[index])); read on there")
    }
  }

  /// The input that holds what was read of another path; a renamed file is looked at first.
  private func find(
    _ entry: CursorEntry, _ pump: inout Pump<SourceStage>
  ) throws(Problem) -> Int? {
    let unknown = paths.indices.filter {
      plan.items[$0].isUnknown && !isSame(paths[$0], entry.path)
    }
    let isRenamed = { (index: Int) in probes[index].stored.identity == entry.stored.identity }
    for index in unknown.filter(isRenamed) + unknown.filter({ !isRenamed($0) })
    where try probes[index].holds(entry, &pump) {
      return index
    }
    return nil
  }

  /// Says what became of content that is nowhere.
  private mutating func giveUp(
    _ entry: CursorEntry, _ comparison: InputProbe.Comparison?
  ) {
    let name = Self.name(entry.path)
    let read = Self.extent(entry)
    switch comparison {
    case nil:
      if entry.position.offset > 0 { plan.missing.append(entry) }
    case .other where !paths.contains(where: { isSame($0, entry.path) }): plan.others.append(entry)
    case .other:
      plan.messages.append(
        "\(name): another file than before, of which \(read) were read; read from its beginning")
    case .emptied:
      plan.messages.append("\(name): emptied, \(read) were read of it; read from its beginning")
    case .shorter, .changed, .same, .unchanged:
      let what = comparison == .shorter ? "shorter than" : "changed in"
      plan.problem = Problem(
        .failure,
        "\(name): \(what) what was read of it (\(read)); restore it, or rename it to have it read "
          + "from its beginning")
    }
  }

  /// Finds new files that are copies.
  private mutating func findCopies(
    _ policy: CopyPolicy, _ pump: inout Pump<SourceStage>
  ) throws(Problem) {
    let known = plan.items.compactMap(\.entry) + plan.others
    for index in paths.indices where plan.items[index].isUnknown {
      for entry in known where entry.head.compare(probes[index].head) == .same {
        guard try probes[index].holds(entry, &pump) else { continue }
        let what =
          "\(Self.name(paths[index])): a copy of \(Self.name(entry.path)), which is still there; "
        guard policy == .leftAlone else {
          throw Problem(
            .failure, what + "remove one of them, or run again when they are rotated")
        }
        plan.items[index].copy = what + "left alone until one of them changes"
        break
      }
    }
  }

  /// What to say of an input that is gone.
  static func messageForMissing(_ entry: CursorEntry) -> String {
    "\(name(entry.path)): gone; \(extent(entry)) were read of it"
  }

  private static func extent(_ entry: CursorEntry) -> String {
    "\(entry.position.offset) bytes up to line \(entry.position.line)"
  }

  private func isSame(_ path: Path, _ other: Path) -> Bool {
    path == other || path.absolute(in: folder) == other.absolute(in: folder)
  }

  private static func name(_ path: Path) -> String { Quoting.escaped(path.text) }
}
