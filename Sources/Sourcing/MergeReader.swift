import Bytes
import Compression
import Containers
import DecisionEvent
import Stages

/// One open input of a merge, which looks at an event before that is handed on.
final class MergeReader {
  private var file: EventFile
  private var step = EventFile.Step.end
  /// Whether the same bytes come again when the input is opened again.
  let canBeReopened: Bool

  /// Opens an input, nil for standard input.
  init(
    _ path: Path?, _ pump: inout Pump<SourceStage>, maximumLine: Int
  ) throws(Problem) {
    do throws(SystemError) {
      canBeReopened = try path?.status().kind == .regular
    } catch {
      throw Problem(reading: path, .system(error))
    }
    file = try EventFile(path, &pump, maximumLine: maximumLine, bufferSize: 64 * 1024)
  }

  /// How many decoded bytes were read.
  var bytesRead: Int { file.input.bytesRead }

  /// The time of the next event, which is then ready to be taken; nil where there is none.
  ///
  /// What has no time, malformed lines included, has that of the event before it; before all
  /// events that is the beginning of time.
  func look(
    _ pump: inout Pump<SourceStage>, _ clock: inout EventClock,
    after last: Timestamp = .distantPast
  ) throws(Problem) -> Timestamp? {
    step = try file.next(&pump)
    switch step {
    case .end: return nil
    case .fault, .longLine: return last
    case .event: break
    }
    let time = clock.time(of: file.input.unread.extracting(file.eventRange))
    guard let time, time < last else { return time ?? last }
    throw Problem(
      .badInput,
      "\(file.place.text): earlier than the event before it; --order time needs each file "
        + "sorted by time")
  }

  /// Hands on what was looked at.
  func take(_ pump: inout Pump<SourceStage>) throws(Problem) {
    try pump.take(step, of: &file)
  }
}

extension Timestamp {
  /// Before every time that an event can have.
  static let distantPast = Timestamp(seconds: .min)
}
