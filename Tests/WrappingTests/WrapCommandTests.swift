import Bytes
import Stages
import TestSupport
import Testing

@testable import Wrapping

@Suite struct WrapCommandTests {
  private func command(_ name: String, accepting: Set<Int32> = [0]) -> WrapCommand {
    WrapCommand([Array(name.utf8)], accepting: accepting)
  }

  @Test(arguments: [("jq", "jq"), ("/usr/bin/jq", "jq"), ("./a\u{1B}b", "a\\u{1b}b"), ("/", "/")])
  func messagesCallItByItsLastName(path: String, name: String) {
    #expect(command(path).name == name)
  }

  @Test func onlyAcceptedStatusesAreASuccess() {
    #expect(command("jq").problem(.exited(0)) == nil)
    #expect(command("grep", accepting: [0, 1]).problem(.exited(1)) == nil)
    #expect(command("jq").problem(.exited(5)) == Problem(.failure, "jq: exit status 5"))
    #expect(
      command("x", accepting: [3]).problem(.exited(0)) == Problem(.failure, "x: exit status 0"))
  }

  @Test func statusOneTellsWhatToDoWhereNothingElseIsAccepted() {
    let hint = "grep: exit status 1; where that is no failure: --accept-status 0,1"
    #expect(command("grep").problem(.exited(1)) == Problem(.failure, hint))
    #expect(
      command("grep", accepting: [0, 2]).problem(.exited(1))
        == Problem(.failure, "grep: exit status 1"))
  }

  @Test func aSignalIsAFailureWhateverIsAccepted() {
    let all = Set((0...255).map { Int32($0) })
    #expect(
      command("awk", accepting: all).problem(.signalled(9))
        == Problem(.failure, "awk: killed by signal 9"))
  }

  @Test func aCommandThatCannotBeRunIsNamed() {
    let problem = #expect(throws: Problem.self) { _ = try command("kt-no-such-command").start() }
    #expect(
      problem == Problem(.failure, "kt-no-such-command: exec: No such file or directory"))
  }
}
