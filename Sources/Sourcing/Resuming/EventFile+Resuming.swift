import Bytes
import Compression
import Containers
import Stages

// Knowing a file again, and going on in it where another run has stopped.
extension EventFile {
  /// Keeps what positions and fingerprints are made of; to be called before anything is read.
  mutating func keepHistory() { keepHistory(Fingerprint.maximumLength) }

  /// Where reading can go on: at the next event, or at the beginning of its document.
  var readingPosition: ReadingPosition {
    let (position, before) = position
    return ReadingPosition(
      offset: position.offset, line: position.line, column: position.column,
      holdsLines: position.holdsLines, tail: Fingerprint(before.span))
  }

  /// How a file compares with what was read of it.
  enum Arrival {
    case arrived
    /// The file ends before the position.
    case shorter
    /// What stands before the position is not what stood there.
    case changed
  }

  /// Goes from the beginning to a position, where the bytes before it are what they were.
  mutating func goOn(
    at known: ReadingPosition, _ pump: inout Pump<SourceStage>
  ) throws(Problem) -> Arrival {
    let target = FilePosition(
      offset: known.offset, line: known.line, column: known.column, holdsLines: known.holdsLines)
    guard try goOn(at: target, keeping: known.tail.count, &pump) else { return .shorter }
    let before = position.before
    let tail = Fingerprint(before.span.extracting(last: known.tail.count))
    return tail == known.tail ? .arrived : .changed
  }

  /// The file as it is stored now.
  mutating func stored() throws(Problem) -> StoredFile {
    let isPlain = try isPlain()
    do throws(SystemError) {
      let status = try source.descriptor.status
      guard !isPlain else {
        return StoredFile(identity: status.identity, size: status.size, tail: nil)
      }
      let length = min(status.size, Fingerprint.maximumLength)
      let tail = try source.descriptor.bytes(at: status.size - length, count: length)
      return StoredFile(
        identity: status.identity, size: status.size, tail: Fingerprint(tail.span))
    } catch {
      throw Problem(reading: place.file, .system(error))
    }
  }
}
