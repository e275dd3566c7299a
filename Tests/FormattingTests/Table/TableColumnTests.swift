import DecisionEvent
import Testing

@testable import Formatting

@Suite struct TableColumnTests {
  @Test func everyFieldHasRoomForItsHeading() throws {
    var query = EventQuery()
    for field in CanonicalField.allCases {
      let column = TableColumn(Column(field, &query))
      #expect(column.request.preferred >= column.heading.utf8.count)
      #expect(column.request.minimum >= 1)
      #expect(column.request.minimum <= column.request.preferred)
    }
  }
}
