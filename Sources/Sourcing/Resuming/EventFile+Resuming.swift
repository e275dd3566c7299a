import Bytes
import Compression
import Stages

// Knowing where a file stands, and going on there in another run.
extension EventFile {
  /// Keeps what positions and fingerprints are made of; to be called before anything is read.
  mutating func keepHistory() { historyLength = Fingerprint.maximumLength }

  /// Where reading can go on: at the next event, or at the beginning of its document.
  var position: ReadingPosition {
    if let documentStart { return documentStart }
    let known = min(start, Fingerprint.maximumLength)
    return ReadingPosition(
      offset: offset, line: place.line, column: place.column, holdsLines: holdsLines,
      tail: Fingerprint(input.unread.extracting(start - known..<start)))
  }

  /// The offset of `position`, which takes no digest to tell.
  var resumableOffset: Int { documentStart?.offset ?? offset }

  /// How a file compares with what was read of it.
  enum Arrival {
    case arrived
    /// The file ends before the position.
    case shorter
    /// What stands before the position is not what stood there.
    case changed
  }

  /// Goes from the beginning to a position: straight in a plain file, else by decoding.
  mutating func goOn(
    at position: ReadingPosition, _ pump: inout Pump<SourceStage>
  ) throws(Problem) -> Arrival {
    while head.count < min(position.offset, historyLength) {
      guard try fill(&pump) else { return .shorter }
    }
    if position.offset > offset + input.unread.count - start, try isPlain() {
      try seek(to: position.offset - position.tail.count)
    }
    while offset < position.offset {
      if start == input.unread.count, try !fill(&pump) { return .shorter }
      let count = min(input.unread.count - start, position.offset - offset)
      start += count
      offset += count
    }
    // Only what comes behind the position counts as read.
    pump.forgetRead(input.bytesRead - (input.unread.count - start))
    let tail = Fingerprint(input.unread.extracting(start - position.tail.count..<start))
    guard tail == position.tail else { return .changed }
    place = Place(file: place.file, line: position.line, column: position.column)
    holdsLines = position.holdsLines
    form = holdsLines ? .lines : .undecided
    return .arrived
  }

  private mutating func isPlain() throws(Problem) -> Bool {
    do throws(ReadProblem) {
      return try source.isPlain()
    } catch {
      throw Problem(reading: place.file, error)
    }
  }

  private mutating func seek(to target: Int) throws(Problem) {
    do throws(ReadProblem) {
      try source.seek(to: target)
    } catch {
      throw Problem(reading: place.file, error)
    }
    input.reset()
    start = 0
    offset = target
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
