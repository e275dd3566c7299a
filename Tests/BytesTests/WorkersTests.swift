import Bytes
import Dispatch
import Glibc
import Synchronization
import Testing

@Suite struct WorkersTests {
  /// Numbers that threads add, in the order in which they do.
  private final class Record: Sendable {
    private let numbers = Mutex<[Int]>([])
    func add(_ number: Int) { numbers.withLock { $0.append(number) } }
    var all: [Int] { numbers.withLock { $0 } }
  }

  @Test(arguments: [1, 2, 7])
  func everyPieceIsDoneWhenItWasWaitedFor(threads: Int) {
    let workers = Workers(count: threads)
    let record = Record()
    for number in 0..<300 {
      let ticket = workers.submit { record.add(number) }
      workers.wait(for: ticket)
      #expect(record.all.count == number + 1 && record.all.last == number)
    }
  }

  @Test(arguments: [1, 2, 7])
  func piecesMayBeWaitedForInAnyOrder(threads: Int) {
    let workers = Workers(count: threads)
    let record = Record()
    let tickets = (0..<200).map { number in workers.submit { record.add(number) } }
    for ticket in tickets.reversed() { workers.wait(for: ticket) }
    #expect(record.all.sorted() == Array(0..<200))
  }

  @Test func oneThreadWorksInTheOrderItWasGiven() {
    let workers = Workers(count: 1)
    let record = Record()
    let tickets = (0..<200).map { number in workers.submit { record.add(number) } }
    for ticket in tickets { workers.wait(for: ticket) }
    #expect(record.all == Array(0..<200))
  }

  @Test func severalThreadsWorkAtOnce() {
    let workers = Workers(count: 3)
    let record = Record()
    let arrivals = (0..<3).map { _ in DispatchSemaphore(value: 0) }
    // Each piece ends only when the next one has begun: one thread alone would never get there.
    let tickets = (0..<3).map { number in
      workers.submit {
        arrivals[number].signal()
        let next = arrivals[(number + 1) % 3]
        if next.wait(timeout: .now() + 60) == .success { record.add(number) }
      }
    }
    for ticket in tickets { workers.wait(for: ticket) }
    #expect(record.all.sorted() == [0, 1, 2])
  }

  @Test func theEndWaitsForWhatHasBegun() {
    let record = Record()
    let begun = DispatchSemaphore(value: 0)
    do {
      let workers = Workers(count: 1)
      _ = workers.submit {
        begun.signal()
        for number in 0..<1000 { record.add(number) }
      }
      begun.wait()
    }
    #expect(record.all.count == 1000)
  }

  @Test func noSignalIsDeliveredToTheThreads() {
    let workers = Workers(count: 1)
    let blocked = Record()
    let signals = [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ]
    let ticket = workers.submit {
      var mask = sigset_t()
      // Safe: the set lives through the calls.
      unsafe pthread_sigmask(SIG_SETMASK, nil, &mask)
      for signal in signals where unsafe sigismember(&mask, signal) == 1 {
        blocked.add(Int(signal))
      }
    }
    workers.wait(for: ticket)
    #expect(blocked.all == signals.map { Int($0) })
  }
}
