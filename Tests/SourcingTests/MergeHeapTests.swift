import DecisionEvent
import TestSupport
import Testing

@testable import Sourcing

@Suite struct MergeHeapTests {
  @Test func earliestComesFirstWhateverIsPutInAndChanged() {
    var generator = SeededGenerator(for: "earliestComesFirstWhateverIsPutInAndChanged")
    var heap = MergeHeap()
    var model: [MergeHeap.Entry] = []
    for index in 0..<1000 {
      let entry = MergeHeap.Entry(
        time: Timestamp(seconds: Int64(generator.below(50))), index: index)
      switch generator.below(3) {
      case 0 where !model.isEmpty:
        heap.removeFirst()
        model.removeFirst()
      case 1 where !model.isEmpty:
        let first = model.removeFirst()
        let later = MergeHeap.Entry(
          time: first.time.adding(seconds: Int64(generator.below(30))), index: first.index)
        model.append(later)
        model.sort()
        #expect(heap.stays(later) == (model.first == later))
      default:
        heap.insert(entry)
        model.append(entry)
        model.sort()
      }
      #expect(heap.first == model.first)
    }
  }
}
