import Bytes
import Stages

/// What a child writes, as a source: while it is read, the child is fed.
///
/// Whatever the child does first, reading, writing or ending, nobody waits for something that
/// waits for him: the upstream, the child's input and its output are waited for at once.
///
/// The source ends only where all is well: the input's section is read to its end, and the child
/// has ended with a status that is accepted. Anything else is thrown in the place of the end, so
/// that a line that the child left half written is never taken for one.
struct ChildSource: ~Copyable, ByteSource {
  private let command: WrapCommand
  private var child: ChildProcess
  /// What the child is fed with.
  var feed: EventFeed

  /// Starts the command, and reads nothing yet.
  init(_ command: WrapCommand, fedBy feed: consuming EventFeed) throws(Problem) {
    self.command = command
    child = try command.start()
    self.feed = feed
  }

  /// Starts the command anew, for the next section.
  mutating func restart() throws(Problem) { child = try command.start() }

  /// Whether the child has written nothing that could be read now.
  var mayBlock: Bool {
    mutating get {
      // Where looking fails, output goes out early; the read that follows tells the error.
      let ready = try? child.wait(for: .output, upstream: .standardInput, isWaiting: false)
      return ready?.contains(.output) != true
    }
  }

  /// Reads what the child wrote, and feeds it meanwhile; 0 is its good end.
  mutating func read(into block: inout MutableSpan<UInt8>) throws(Problem) -> Int {
    do throws(SystemError) {
      while child.hasOutput || child.takesInput {
        if let count = try child.read(into: &block), count > 0 { return count }
        try exchange()
      }
    } catch {
      throw command.problem(error)
    }
    try finish()
    return 0
  }

  /// Does one thing for the child, or waits until there is one to do.
  private mutating func exchange() throws(SystemError) {
    if feed.isFinished, !feed.hasPending { child.closeInput() }
    if !child.takesInput { feed.discard() }
    guard child.hasOutput || child.takesInput else { return }
    var wanted: PipeReadiness = [.output]
    if feed.hasPending {
      wanted.insert(.input)
    } else if !feed.isFinished {
      guard feed.mayBlock else { return feed.advance() }
      wanted.insert(.upstream)
    }
    let ready = try child.wait(for: wanted, upstream: .standardInput)
    if ready.contains(.refusal) { child.closeInput() }
    if ready.contains(.input) { try feed.write(to: &child) }
    if ready.contains(.upstream) { feed.advance() }
  }

  /// Waits for the child's end, and then, where the child did not want it all, reads the rest.
  private mutating func finish() throws(Problem) {
    let end: ProcessEnd
    do throws(SystemError) {
      end = try child.waitForEnd()
    } catch {
      throw command.problem(error)
    }
    // First what was wrong before the child: it may have failed for that reason.
    if let problem = feed.problem { throw problem }
    if let problem = command.problem(end) { throw problem }
    feed.discard()
    while !feed.isFinished { feed.advance() }
    if let problem = feed.problem { throw problem }
  }
}
