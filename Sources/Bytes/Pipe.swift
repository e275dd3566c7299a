import Glibc

/// The two ends of a new pipe, which no other process inherits by itself.
struct Pipe: ~Copyable {
  let readEnd: Descriptor
  let writeEnd: Descriptor

  init() throws(SystemError) {
    // Safe: pipe(2) fills the two numbers it is given room for.
    var numbers: (Int32, Int32) = (-1, -1)
    let result = unsafe withUnsafeMutableBytes(of: &numbers) { bytes in
      unsafe bytes.withMemoryRebound(to: Int32.self) { unsafe pipe($0.baseAddress) }
    }
    guard result == 0 else { throw SystemError("pipe") }
    readEnd = .owning(numbers.0)
    writeEnd = .owning(numbers.1)
    // There is no other thread that could start a process before this.
    _ = fcntl(numbers.0, F_SETFD, FD_CLOEXEC)
    _ = fcntl(numbers.1, F_SETFD, FD_CLOEXEC)
    writeEnd.widenPipe(to: 1024 * 1024)
  }

  consuming func takeReadEnd() -> Descriptor { readEnd }
  consuming func takeWriteEnd() -> Descriptor { writeEnd }
}
