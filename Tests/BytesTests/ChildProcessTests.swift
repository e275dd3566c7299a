import TestSupport
import Testing

@testable import Bytes

// One after the other: between making a pipe and marking it, another test's child would inherit it.
@Suite(.serialized) struct ChildProcessTests {
  private func arguments(_ words: String...) -> [[UInt8]] { words.map { Array($0.utf8) } }

  private func shell(_ script: String) -> [[UInt8]] { arguments("sh", "-c", script) }

  /// Writes `text`, as much as is taken, and reads on to the end; gives what came, and the end.
  private func run(_ arguments: [[UInt8]], _ text: String = "") throws -> ([UInt8], ProcessEnd) {
    var child = try ChildProcess(arguments)
    let bytes = Array(text.utf8)
    var written = 0
    var result: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4096)
    while child.hasOutput || child.takesInput {
      if written == bytes.count { child.closeInput() }
      let wanted: PipeReadiness = written < bytes.count ? [.input, .output] : .output
      let ready = try child.wait(for: wanted, upstream: .standardInput)
      if ready.contains(.refusal) { child.closeInput() }
      if ready.contains(.input) {
        let rest = bytes.span.extracting(written..<bytes.count)
        written += try child.write(rest)
      }
      var room = block.mutableSpan
      if let count = try child.read(into: &room) { result += block.prefix(count) }
    }
    return (result, try child.waitForEnd())
  }

  @Test func whatIsWrittenIsItsInputAndWhatItWritesIsRead() throws {
    let (bytes, end) = try run(arguments("tr", "a-z", "A-Z"), "one\ntwo\n")
    #expect(String(decoding: bytes, as: UTF8.self) == "ONE\nTWO\n")
    #expect(end == .exited(0))
  }

  @Test func moreThanAllPipesHoldPassesInBothDirections() throws {
    let text = String(repeating: "0123456789abcde\n", count: 500_000)
    let (bytes, end) = try run(arguments("cat"), text)
    #expect(bytes == Array(text.utf8))
    #expect(end == .exited(0))
  }

  @Test func argumentsArriveByteForByte() throws {
    let odd: [UInt8] = [0x80, 0xFF, 0x20, 0x0A, 0x27, 0xC3]
    let (bytes, _) = try run(arguments("printf", "%s") + [odd] + [[]])
    #expect(bytes == odd)
  }

  @Test(arguments: [0, 1, 5, 127, 255]) func itsExitStatusIsTold(status: Int32) throws {
    let (_, end) = try run(shell("exit \(status)"))
    #expect(end == .exited(status))
  }

  @Test(arguments: [9, 6]) func theSignalThatEndedItIsTold(number: Int32) throws {
    let (_, end) = try run(shell("kill -\(number) $$"))
    #expect(end == .signalled(number))
  }

  @Test func aCommandThatIsNotThereIsTheSystemsError() throws {
    let error = #expect(throws: SystemError.self) {
      _ = try ChildProcess(arguments("kt-no-such-command"))
    }
    #expect(error?.description == "exec: No such file or directory")
    let folder = #expect(throws: SystemError.self) { _ = try ChildProcess(arguments("/")) }
    #expect(folder?.description == "exec: Permission denied")
  }

  @Test func anInputThatNobodyReadsIsClosedAndRaisesNoSignal() throws {
    let text = String(repeating: "x", count: 4 << 20)
    let (bytes, end) = try run(shell("exec <&-; echo out"), text)
    #expect(String(decoding: bytes, as: UTF8.self) == "out\n")
    #expect(end == .exited(0))
  }

  @Test func aRefusalIsToldWithoutAWrite() throws {
    var child = try ChildProcess(shell("exec <&-"))
    let ready = try child.wait(for: [], upstream: .standardInput)
    #expect(ready == .refusal)
    let takesInput = child.takesInput
    child.closeInput()
    let takesMore = child.takesInput
    #expect(takesInput && !takesMore)
    _ = try child.waitForEnd()
  }

  @Test func neitherPipeEverWaits() throws {
    var child = try ChildProcess(arguments("sh", "-c", "cat >/dev/null; echo end"))
    var block = [UInt8](repeating: 0, count: 16)
    var room = block.mutableSpan
    let early = try child.read(into: &room)
    #expect(early == nil)
    let looked = try child.wait(for: .output, upstream: .standardInput, isWaiting: false)
    #expect(looked == [])
    child.closeInput()
    let ready = try child.wait(for: .output, upstream: .standardInput)
    #expect(ready == .output)
    let count = try child.read(into: &room)
    #expect(count == 4)
    _ = try child.wait(for: .output, upstream: .standardInput)
    let end = try child.read(into: &room)
    let hasOutput = child.hasOutput
    #expect(end == 0 && !hasOutput)
    let status = try child.waitForEnd()
    #expect(status == .exited(0))
  }

  @Test func aFullPipeTakesNothingMore() throws {
    var child = try ChildProcess(shell("read -r line; echo \"$line\"; cat >/dev/null"))
    let block = [UInt8](repeating: 0x78, count: 1 << 20)
    var total = 0
    while case let count = try child.write(block.span), count > 0 { total += count }
    let takesInput = child.takesInput
    #expect(total >= 4096 && takesInput)
  }

  @Test func aValueThatEndsEarlyEndsTheProcess() throws {
    let folder = try TemporaryFolder()
    let fifo = folder.path("fifo")
    // The child's end closes the fifo, which ends the second command's reading.
    let (made, _) = try run(arguments("mkfifo", fifo))
    #expect(made.isEmpty)
    var reader = try ChildProcess(arguments("cat", fifo))
    do {
      let writer = try ChildProcess(
        shell("trap 'exit 0' TERM; exec 3>'\(fifo)'; echo up >&3; while :; do :; done"))
      var block = [UInt8](repeating: 0, count: 16)
      var room = block.mutableSpan
      _ = try reader.wait(for: .output, upstream: .standardInput)
      let count = try reader.read(into: &room)
      #expect(count == 3)
      _ = consume writer
    }
    var block = [UInt8](repeating: 0, count: 16)
    var room = block.mutableSpan
    _ = try reader.wait(for: .output, upstream: .standardInput)
    let count = try reader.read(into: &room)
    let end = try reader.waitForEnd()
    #expect(count == 0 && end == .exited(0))
  }
}
