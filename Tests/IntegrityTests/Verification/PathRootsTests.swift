import Digests
import Testing

@testable import Integrity

@Suite struct PathRootsTests {
  private static func leaf(_ number: UInt8) -> Digest256 {
    let entry = [number]
    return LogTree.leaf(of: entry.span)
  }
  private let path = [Self.leaf(1)]
  private let other = [Self.leaf(0)]

  @Test func eventsOfOneTreeConfirmEachOther() {
    var roots = PathRoots()
    #expect(roots.next(Self.leaf(0), index: 0, size: 2, path: path, line: 1) == nil)
    #expect(roots.unconfirmed?.line == 1 && roots.unconfirmed?.code == .noLeaves)
    #expect(roots.next(Self.leaf(1), index: 1, size: 2, path: other, line: 2) == nil)
    #expect(roots.unconfirmed == nil)
  }

  @Test func changedEventLeadsToAnotherRoot() {
    var roots = PathRoots()
    #expect(roots.next(Self.leaf(7), index: 0, size: 2, path: path, line: 1) == nil)
    let finding = roots.next(Self.leaf(1), index: 1, size: 2, path: other, line: 4)
    #expect(finding?.code == .notInLog && finding?.line == 4 && finding?.index == 1)
    #expect(finding?.reason == "its path leads to another root than event 1's")
  }

  // Both copies of one changed event lead to the same wrong root.
  @Test func theSameEventTwiceConfirmsNothing() {
    var roots = PathRoots()
    for line in 1...2 {
      #expect(roots.next(Self.leaf(7), index: 0, size: 2, path: path, line: line) == nil)
    }
    #expect(roots.unconfirmed?.line == 1)
  }

  @Test func everySizeIsConfirmedByItself() {
    var roots = PathRoots()
    #expect(roots.next(Self.leaf(0), index: 0, size: 2, path: path, line: 1) == nil)
    #expect(
      roots.next(Self.leaf(5), index: 0, size: 3, path: path + path, line: 2) == nil)
    #expect(roots.next(Self.leaf(1), index: 1, size: 2, path: other, line: 3) == nil)
    #expect(roots.unconfirmed?.line == 2)
  }

  @Test func whatIsNotTheLengthOfAPathIsRefused() {
    var roots = PathRoots()
    for wrong in [[], path + path] {
      let finding = roots.next(Self.leaf(0), index: 0, size: 2, path: wrong, line: 1)
      #expect(finding?.code == .notInLog)
    }
  }

  @Test func withoutPathSizeOrIndexNothingIsTold() {
    var roots = PathRoots()
    for (index, size, path) in [(nil, 2, path), (0, nil, path), (0, 2, nil)]
      as [(Int?, Int?, [Digest256]?)]
    {
      let finding = roots.next(Self.leaf(0), index: index, size: size, path: path, line: 1)
      #expect(finding?.code == .noLeaves)
    }
  }
}
