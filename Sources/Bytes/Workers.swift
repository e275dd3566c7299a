import Glibc

/// Threads that take work in the order it comes; whoever gave it waits for each piece by its
/// ticket.
///
/// Signals are never delivered to these threads, so that a handler interrupts only the thread
/// that made them. Where the system gives no thread, the work is done by whoever submits it.
public final class Workers {
  /// One piece of work, for `wait(for:)`.
  public struct Ticket: Sendable, Equatable {
    fileprivate let number: Int
  }

  private let shared = SharedWork()
  private var threads: [pthread_t] = []
  private var submitted = 0

  /// Starts `count` threads, at least one.
  public init(count: Int) {
    precondition(count > 0, "work needs a thread")
    for _ in 0..<count {
      guard let thread = Self.start(shared) else { break }
      threads.append(thread)
    }
  }

  deinit {
    shared.stop()
    for thread in threads { _ = pthread_join(thread, nil) }
  }

  /// Adds a piece of work.
  public func submit(_ work: @escaping @Sendable () -> Void) -> Ticket {
    submitted += 1
    if threads.isEmpty {
      work()
    } else {
      shared.add(submitted, work)
    }
    return Ticket(number: submitted)
  }

  /// Waits until a piece of work is done; each is waited for once.
  public func wait(for ticket: Ticket) {
    if !threads.isEmpty { shared.wait(for: ticket.number) }
  }

  private static func start(_ shared: SharedWork) -> pthread_t? {
    var all = sigset_t()
    var old = sigset_t()
    // Safe: both sets live through the calls; a new thread begins with its maker's mask.
    _ = unsafe sigfillset(&all)
    _ = unsafe pthread_sigmask(SIG_SETMASK, &all, &old)
    defer { _ = unsafe pthread_sigmask(SIG_SETMASK, &old, nil) }
    var thread = pthread_t()
    let argument = unsafe Unmanaged.passRetained(shared)
    // Safe: the retained reference is the thread's own, which releases it.
    let status = unsafe pthread_create(
      &thread, nil,
      { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<SharedWork>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, argument.toOpaque())
    guard status == 0 else {
      unsafe argument.release()
      return nil
    }
    return thread
  }
}

/// The queue that threads and their owner share: all of its state is touched under its lock.
@safe
private final class SharedWork: @unchecked Sendable {
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let hasWork: UnsafeMutablePointer<pthread_cond_t>
  private let hasResult: UnsafeMutablePointer<pthread_cond_t>
  private var queue: [(number: Int, work: @Sendable () -> Void)] = []
  private var finished: Set<Int> = []
  private var isStopping = false

  init() {
    // On the heap because the system knows locks and conditions by their addresses.
    unsafe lock = .allocate(capacity: 1)
    unsafe hasWork = .allocate(capacity: 1)
    unsafe hasResult = .allocate(capacity: 1)
    unsafe pthread_mutex_init(lock, nil)
    unsafe pthread_cond_init(hasWork, nil)
    unsafe pthread_cond_init(hasResult, nil)
  }

  deinit {
    // Safe: nobody else has a reference, so nobody waits.
    unsafe pthread_cond_destroy(hasResult)
    unsafe pthread_cond_destroy(hasWork)
    unsafe pthread_mutex_destroy(lock)
    unsafe hasResult.deallocate()
    unsafe hasWork.deallocate()
    unsafe lock.deallocate()
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    return body()
  }

  func add(_ number: Int, _ work: @escaping @Sendable () -> Void) {
    locked { queue.append((number, work)) }
    unsafe pthread_cond_signal(hasWork)
  }

  func wait(for number: Int) {
    locked {
      while finished.remove(number) == nil { unsafe pthread_cond_wait(hasResult, lock) }
    }
  }

  func stop() {
    locked { isStopping = true }
    unsafe pthread_cond_broadcast(hasWork)
  }

  /// What a thread does until it is stopped; work that has not begun by then is left.
  func run() {
    while let (number, work) = next() {
      work()
      locked { _ = finished.insert(number) }
      unsafe pthread_cond_broadcast(hasResult)
    }
  }

  private func next() -> (number: Int, work: @Sendable () -> Void)? {
    locked {
      while queue.isEmpty, !isStopping { unsafe pthread_cond_wait(hasWork, lock) }
      return isStopping ? nil : queue.removeFirst()
    }
  }
}
