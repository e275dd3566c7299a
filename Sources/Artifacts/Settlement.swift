import Bytes
import Digests

/// Makes finished files durable and reads them back, several at once.
struct Settlement: ~Copyable {
  /// What became of one file.
  struct Settled {
    /// The number it was added with.
    let number: Int
    /// What failed, or nil.
    let error: SystemError?
  }

  /// One file; it belongs to a worker's thread until it was waited for.
  private final class Job: @unchecked Sendable {
    var file: Descriptor
    let stored: StoredContent
    let number: Int
    var error: SystemError?

    init(_ file: consuming Descriptor, _ stored: StoredContent, _ number: Int) {
      self.file = file
      self.stored = stored
      self.number = number
    }

    func run() {
      do throws(SystemError) {
        try file.synchronize()
        guard try StoredContent.read(&file) == stored else { throw .inputOutput("read back") }
      } catch {
        self.error = error
      }
    }
  }

  private let workers: Workers
  private let limit: Int
  private var waiting: [(job: Job, ticket: Workers.Ticket)] = []

  init(threads: Int) {
    let count = min(threads, 4)
    workers = Workers(count: count)
    limit = count + 1
  }

  /// Adds a file, which must hold `stored`; gives an earlier one where that is settled.
  mutating func add(
    _ file: consuming Descriptor, stored: StoredContent, number: Int
  ) -> Settled? {
    let settled = waiting.count < limit ? nil : takeOldest()
    let job = Job(file, stored, number)
    waiting.append((job, workers.submit { job.run() }))
    return settled
  }

  /// Waits for the oldest file; nil where none is left.
  mutating func takeOldest() -> Settled? {
    guard !waiting.isEmpty else { return nil }
    let (job, ticket) = waiting.removeFirst()
    workers.wait(for: ticket)
    return Settled(number: job.number, error: job.error)
  }
}
