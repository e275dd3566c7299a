import Integrity
import Stages
import Testing

@Suite struct FindingTallyTests {
  @Test func evidenceOfChangeWinsOverDoubt() {
    for evidence in FindingCode.allCases where evidence.meaning == .evidenceOfChange {
      for doubt in FindingCode.allCases where doubt.meaning == .cannotTell {
        var tally = FindingTally()
        #expect(tally.answer(comparedAnything: true) == .verified)
        tally.count(doubt)
        #expect(tally.answer(comparedAnything: true) == .cannotTell)
        tally.count(evidence)
        #expect(tally.answer(comparedAnything: true) == .evidenceOfChange)
        #expect(tally.answer(comparedAnything: false) == .evidenceOfChange)
      }
    }
  }

  @Test func nothingIsVerifiedWhereNothingWasCompared() {
    #expect(FindingTally().answer(comparedAnything: false) == .cannotTell)
  }

  @Test func theExitStatusIsThatOfTheSpecification() {
    let answers: [FindingTally.Answer] = [.verified, .evidenceOfChange, .cannotTell]
    #expect(answers.map { $0.exitStatus.rawValue } == [0, 1, 4])
  }

  @Test func talliesAddUp() {
    var one = FindingTally()
    one.count(.edited)
    var other = FindingTally()
    other.count(.edited, 2)
    other.count(.noSalt)
    one.add(other)
    #expect(one[.edited] == 3)
    #expect(one.codes(meaning: .evidenceOfChange) == [.edited])
    #expect(one.codes(meaning: .cannotTell) == [.noSalt])
  }
}
