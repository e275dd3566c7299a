import Stages
import Testing

@testable import Checking

@Suite struct LedgerTests {
  @Test func anEventFailsACheckOnceHoweverMuchIsWrong() {
    var ledger = Ledger()
    var judgement = Judgement()
    judgement.ask(.model)
    judgement.ask(.outcome)
    judgement.find(.noModel)
    judgement.find(.noProvider)
    let wanted = ledger.add(judgement)
    #expect(wanted == 1 << UInt32(Check.model.rawValue))
    #expect(ledger.failed(by: .model) == 1 && ledger.asked(by: .model) == 1)
    #expect(ledger.failed(by: .outcome) == 0 && ledger.asked(by: .outcome) == 1)
    #expect(ledger.count(of: .noModel) == 1 && ledger.count(of: .noProvider) == 1)
  }

  @Test func tenOffendersOfEachSortAreKept() {
    var ledger = Ledger()
    var judgement = Judgement()
    judgement.find(.noID)
    for line in 1...12 {
      let wanted = ledger.add(judgement)
      #expect((wanted != 0) == (line <= 10))
      if wanted != 0 { ledger.keep(Offender(at: Place(file: nil, line: line)), of: wanted) }
    }
    let more = Array(repeating: Offender(at: nil), count: 5)
    ledger.add(5, .repeatedID, more)
    #expect(ledger.offenders(of: .uniqueIDs).count == 15)
    #expect(ledger.failed(by: .uniqueIDs) == 17)
  }
}
