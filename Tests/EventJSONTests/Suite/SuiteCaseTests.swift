import Testing

@testable import EventJSON

/// Cases that parsers disagree about, each as a text of its own, as a line, and as the value of a
/// member that is read or only stepped over.
@Suite struct SuiteCaseTests {
  private func isValue(_ text: [UInt8]) -> Bool { (try? Skip.onlyValue(text.span)) != nil }

  private func isEvent(_ text: [UInt8], _ paths: [String] = []) -> Bool {
    problem(text, paths) == nil
  }

  private func inAMember(_ text: [UInt8]) -> [UInt8] {
    Array(#"{"v":"#.utf8) + text + Array("}".utf8)
  }

  private func expect(_ one: SuiteCase, _ isAccepted: Bool) {
    #expect(isValue(one.text) == isAccepted, "\(one.name)")
    for paths in [[], ["v"], ["v[]"], ["v.a", "v[].a"]] {
      // A member that is read must not stand twice.
      if one.name.hasPrefix("a member twice"), paths.count == 2 { continue }
      #expect(isEvent(inAMember(one.text), paths) == isAccepted, "\(one.name), read: \(paths)")
    }
    // A whole line is an event where it is an object.
    let isObject = one.text.first { $0 > 0x20 } == UInt8(ascii: "{")
    #expect(isEvent(one.text) == (isAccepted && isObject), "\(one.name)")
    #expect(isEvent(one.text) == ReferenceJSON.accepts(one.text), "\(one.name)")
  }

  @Test func thereAreAsManyCasesAsInThePublicSuite() {
    #expect(SuiteCase.accepted.count == 95)
    #expect(SuiteCase.refused.count == 188)
    #expect(SuiteCase.openAndAccepted.count + SuiteCase.openAndRefused.count == 35)
  }

  @Test(arguments: SuiteCase.accepted)
  func whatEveryParserAcceptsIsAccepted(one: SuiteCase) { expect(one, true) }

  @Test(arguments: SuiteCase.refused)
  func whatEveryParserRefusesIsRefused(one: SuiteCase) { expect(one, false) }

  @Test(arguments: SuiteCase.openAndAccepted)
  func numbersAndHalfPairsPassAsTheyAreSpelled(one: SuiteCase) { expect(one, true) }

  @Test(arguments: SuiteCase.openAndRefused)
  func whatIsNotUTF8IsRefused(one: SuiteCase) { expect(one, false) }
}
