import Testing

@testable import Checking

@Suite struct FaultTests {
  @Test func everyCheckCanFailAndEveryFaultHasABit() {
    #expect(Set(Fault.allCases.map(\.check)) == Set(Check.allCases))
    #expect(Fault.allCases.count <= 32 && Check.allCases.count <= 32)
  }

  @Test func judgementKeepsWhatWasFound() {
    var judgement = Judgement()
    judgement.ask(.model)
    judgement.find(.noModel, unless: true)
    judgement.find(.noProvider, unless: false)
    #expect(judgement.asked == 1 << UInt32(Check.model.rawValue))
    #expect(judgement.faults == 1 << UInt32(Fault.noProvider.rawValue))
  }
}
