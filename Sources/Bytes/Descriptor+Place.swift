import Glibc

// Reading a file from somewhere else than where the last read ended.
extension Descriptor {
  /// Goes to a byte of a file, counted from 0.
  ///
  /// - Throws: `seek`, with ESPIPE for a pipe.
  public borrowing func seek(to offset: Int) throws(SystemError) {
    guard lseek(number, off_t(offset), SEEK_SET) >= 0 else { throw SystemError("seek") }
  }

  /// Goes behind the last byte of a file; a pipe has no other place.
  ///
  /// - Throws: `seek`, for anything else that can't be done.
  public borrowing func seekToEnd() throws(SystemError) {
    guard lseek(number, 0, SEEK_END) >= 0 || errno == ESPIPE else { throw SystemError("seek") }
  }

  /// The `count` bytes from `offset` on, or as many of them as there are.
  ///
  /// - Throws: `read`, with ESPIPE for a pipe.
  public borrowing func bytes(at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    var block = Output(capacity: max(1, count))
    try append(count, at: offset, to: &block)
    return Array(copying: block.bytes)
  }

  /// Appends the `count` bytes from `offset` on to a block, or as many of them as there are; none
  /// where reading fails.
  borrowing func append(
    _ count: Int, at offset: Int, to block: inout Output
  ) throws(SystemError) {
    var failure: SystemError?
    // Safe: pread writes at most what is left of the room, which is `count` bytes.
    unsafe block.appendInPlace(atMost: count) { room in
      var done = 0
      while done < count {
        let rest = unsafe UnsafeMutableBufferPointer(rebasing: room[done...])
        let read = unsafe pread(number, rest.baseAddress, rest.count, off_t(offset + done))
        if read == 0 { break }
        if read < 0 {
          if errno == EINTR { continue }
          failure = SystemError("read")
          return 0
        }
        done += read
      }
      return done
    }
    if let failure { throw failure }
  }
}
