/// Sorts lists that mostly have a few elements, nearly in order: in place and without allocation;
/// long ones as the standard library does.
enum SmallSort {
  private static let limit = 32

  static func sort<Element>(
    _ elements: inout [Element], by precedes: (Element, Element) -> Bool
  ) {
    guard elements.count <= limit else { return elements.sort(by: precedes) }
    for index in elements.indices.dropFirst() {
      var place = index
      while place > 0, precedes(elements[place], elements[place - 1]) {
        elements.swapAt(place, place - 1)
        place -= 1
      }
    }
  }
}
