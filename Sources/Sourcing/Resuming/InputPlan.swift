import Bytes

/// Where the inputs of a run are read on.
struct InputPlan {
  /// One input.
  struct Item {
    let path: Path
    /// What was read of it, under whatever path; nil where nothing was.
    var entry: CursorEntry?
    /// Whether nothing was written since, so that it need not be read.
    var isUnchanged = false
  }

  var items: [Item] = []
  /// What was read of files that this run is not to read, and that are still there.
  var others: [CursorEntry] = []
  /// What happened to inputs, for people.
  var messages: [String] = []
}
