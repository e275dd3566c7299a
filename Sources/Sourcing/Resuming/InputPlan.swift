import Bytes
import Stages

/// Where the inputs of a run are read on.
struct InputPlan {
  /// One input.
  struct Item {
    let path: Path
    /// What was read of it, under whatever path; nil where nothing was.
    var entry: CursorEntry?
    /// Whether nothing is known of the file, whatever its path is.
    var isUnknown: Bool {
      entry.map { $0.position.offset == 0 && $0.exported.isEmpty } ?? true
    }
    /// Whether nothing was written since, so that it need not be read.
    var isUnchanged = false
    /// That it is a copy of what another one holds, and so is left alone; nil where it is none.
    var copy: String?
  }

  var items: [Item] = []
  /// What was read of files that this run is not to read, and that are still there.
  var others: [CursorEntry] = []
  /// What was read of files that are gone.
  var missing: [CursorEntry] = []
  /// Whether something that was read was not found: where files went away after they were listed, it
  /// may be in one that was not.
  var isInDoubt = false
  /// What can't be decided, and so ends the run where there is no doubt.
  var problem: Problem?
  /// What happened to inputs, for people.
  var messages: [String] = []
}
