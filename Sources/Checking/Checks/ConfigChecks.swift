import Bytes
import DecisionEvent
import Stages

/// Asks of each event for the version of its configuration, and whether the folder has that.
struct ConfigChecks: ~Copyable {
  private let version: Operand
  private var folder: ConfigFolder?

  init(_ query: inout EventQuery, folder: consuming ConfigFolder?) {
    version = query.operand(.configVersion)
    self.folder = folder
  }

  /// Judges the event that `reader` has just scanned.
  mutating func judge(
    _ line: Span<UInt8>, _ reader: inout EventReader, _ judgement: inout Judgement
  ) {
    judgement.ask(.configVersion)
    var isNamed = false
    var isThere: Bool?
    _ = reader.anyValue(of: version, in: line) { _, text in
      isNamed = FilledText.isFilled(text)
      if isNamed { isThere = folder?.refer(to: text) }
      return true
    }
    if !isNamed { return judgement.find(.noConfigVersion) }
    judgement.find(.noConfigFile, unless: isThere ?? true)
  }

  /// The configurations that events refer to; nil where no folder is given.
  func configurations() throws(Problem) -> [Configuration]? { try folder?.configurations() }
}
