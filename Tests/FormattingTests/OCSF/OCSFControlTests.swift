import DecisionEvent
import Testing

@testable import Formatting

@Suite struct OCSFControlTests {
  @Test func otherAlwaysSaysWhat() {
    for outcome in Outcome.allCases {
      let control = OCSFControl.of(outcome)
      for choice in [control.action, control.disposition] where choice.number == 99 {
        #expect("\(choice.caption)" == outcome.name)
      }
      #expect((control.severity.number == 0) == false)
      #expect(control.isAlert != nil)
    }
    #expect(OCSFControl.undecided.isAlert == nil)
    #expect(OCSFControl.undecided.action.number == 0)
  }

  @Test func whatIsMoreSevereIsNotLessSevereThere() {
    let levels = [Outcome.allowed, .flagged, .escalated].map { OCSFControl.of($0).severity.number }
    #expect(levels == [1, 2, 3])
    #expect(OCSFControl.of(.blocked).status.number == 2)
    #expect(OCSFControl.of(.redacted).status.number == 1)
  }
}
