import Glibc

// Reading a file from somewhere else than where the last read ended.
extension Descriptor {
  /// Goes to a byte of a file, counted from 0.
  public borrowing func seek(to offset: Int) throws(SystemError) {
    guard lseek(number, off_t(offset), SEEK_SET) >= 0 else { throw SystemError("seek") }
  }

  /// Goes behind the last byte of a file; a pipe has no other place.
  public borrowing func seekToEnd() throws(SystemError) {
    guard lseek(number, 0, SEEK_END) >= 0 || errno == ESPIPE else { throw SystemError("seek") }
  }

  /// The `count` bytes from `offset` on, or as many of them as there are.
  public borrowing func bytes(at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let position = off_t(offset + done)
      let (read, code) = unsafe block.withUnsafeMutableBytes { buffer in
        // Safe: done is below count, which is how many bytes the block has.
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
        let read = unsafe pread(number, rest.baseAddress, rest.count, position)
        return (read, errno)
      }
      if read == 0 { break }
      if read < 0 {
        guard code == EINTR else { throw SystemError("read", code) }
        continue
      }
      done += read
    }
    block.removeLast(count - done)
    return block
  }
}
