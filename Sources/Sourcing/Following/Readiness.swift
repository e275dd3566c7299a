import Bytes
import Containers
import Stages

/// Tells whether a file can be read while somebody may be writing it.
enum Readiness {
  /// Whether the file is lines, of which the whole ones can be read, or is whole.
  ///
  /// Arrays, envelopes and what is compressed are read when all of it is there; the same bytes are
  /// read twice for that.
  static func isReady(
    _ path: Path, _ pump: inout Pump<SourceStage>, maximumLine: Int
  ) throws(Problem) -> Bool {
    do throws(Problem) {
      var file = try EventFile(path, &pump, maximumLine: maximumLine)
      let isReady = try isReady(&file, &pump)
      pump.forgetRead(file.input.bytesRead)
      return isReady
    } catch {
      // Compressed data that ends too early; what is wrong for other reasons is told when the file
      // does not change any more, by whoever reads it.
      guard error.status == .badInput else { throw error }
      return false
    }
  }

  private static func isReady(
    _ file: inout EventFile, _ pump: inout Pump<SourceStage>
  ) throws(Problem) -> Bool {
    if try file.isAtLines(&pump), try file.stored().tail == nil { return true }
    while true {
      switch try file.next(&pump) {
      case .event: file.finishEvent()
      case .fault(let fault): if fault.isCutOff { return false }
      case .longLine, .end: return true
      }
    }
  }
}
