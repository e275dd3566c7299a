import EventJSON
import Testing

@testable import Formatting

@Suite struct CarriedValuesTests {
  @Test func valuesAreFoundInWhateverOrderTheyCame() {
    var values = CarriedValues()
    for start in [40, 3, 17, 17, 90] { values.insert(Field(.string, start, start + 2)) }
    values.insert(.absent)
    values.finish()
    for start in 0..<100 {
      let isThere = [3, 17, 40, 90].contains(start)
      #expect(values.contains(Field(.number, start, start + 1)) == isThere)
    }
    values.removeAll()
    #expect(!values.contains(Field(.string, 3, 5)))
  }

  @Test func anObjectHasWhatBeginsBetweenItsBraces() {
    var values = CarriedValues()
    values.insert(Field(.string, 10, 12))
    values.finish()
    #expect(values.hasAny(inside: Field(.object, 5, 20)))
    #expect(!values.hasAny(inside: Field(.object, 10, 20)))
    #expect(!values.hasAny(inside: Field(.object, 5, 10)))
    #expect(!values.hasAny(inside: Field(.object, 11, 20)))
  }
}
