import Bytes
import Compression
import Stages

/// Standard input, which several runs read one behind the other: each to the end of a frame that
/// others continue.
struct SinkInput: ~Copyable {
  private var source: DecodedSource?
  private var input = Input()
  private var place = Place(file: nil, line: 1)

  /// Reads to the end, or as far as `pump` wants.
  mutating func read<S: Stage & ~Copyable>(_ pump: inout Pump<S>) throws(Problem) {
    var source = try takeSource(&pump)
    do throws(Problem) {
      place = try pump.readLines(from: &source, &input, startingAt: place)
    } catch {
      self.source = consume source
      throw error
    }
    self.source = consume source
  }

  private mutating func takeSource<S: Stage & ~Copyable>(
    _ pump: inout Pump<S>
  ) throws(Problem) -> DecodedSource {
    if let source = source.take() { return source }
    return try pump.openInput(nil)
  }

  /// Whether anything but blank lines follows; waits until that is known.
  mutating func hasMore() throws(Problem) -> Bool {
    guard var source = source.take() else { return false }
    do throws(ReadProblem) {
      while isBlank {
        guard try input.fill(from: &source) else { break }
      }
    } catch {
      throw Problem(reading: nil, error)
    }
    self.source = consume source
    return !isBlank
  }

  private var isBlank: Bool {
    for offset in 0..<input.unread.count where input.unread[offset] > .space { return false }
    return true
  }
}
