import Testing

@testable import Transcripts

@Suite struct ChartPeriodsTests {
  @Test func daysWithoutEventsAreBarsToo() {
    let periods = ChartPeriods(of: ["2026-02-27", "2026-03-02"])
    #expect(periods.name == "day" && periods.length == 10)
    #expect(periods.labels == ["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02"])
  }

  @Test func moreThanAQuarterIsToldByMonth() {
    #expect(ChartPeriods(of: ["2026-01-01", "2026-04-02"]).labels.count == 92)
    let periods = ChartPeriods(of: ["2025-12-01", "2026-04-02"])
    #expect(periods.name == "month" && periods.length == 7)
    #expect(periods.labels == ["2025-12", "2026-01", "2026-02", "2026-03", "2026-04"])
  }

  @Test func moreThanSevenYearsAreToldByYear() {
    #expect(ChartPeriods(of: ["2019-01-01", "2026-08-01"]).labels.count == 92)
    let periods = ChartPeriods(of: ["2019-01-01", "2026-09-01"])
    #expect(periods.name == "year" && periods.length == 4)
    #expect(periods.labels.count == 8 && periods.labels.last == "2026")
  }

  @Test func yearsTooFarApartAreThoseThatHaveEvents() {
    #expect(ChartPeriods(of: ["0001-01-01", "2026-09-01"]).labels == ["0001", "2026"])
  }

  @Test func noDayIsNoPeriod() {
    #expect(ChartPeriods(of: []).labels.isEmpty)
  }
}
