import Bytes
import DecisionEvent
import EventJSON
import Manifests
import Stages

/// Finds the events of an export that carry receipts, and has them checked; the others cost one
/// look at a scan that is made anyway.
struct CheckedEvents<Check: PublicationCheck & ~Copyable>: ~Copyable {
  private let receiptSlot: Int
  private let consequence: String
  private var number = 0
  /// The checkpoint to list, once the events are concluded.
  private(set) var checkpoint: CheckpointEntry?
  private var check: Check

  /// Events whose receipts `query` is to find; `consequence` ends each message.
  init(_ options: Check.Options, in query: inout EventQuery, consequence: String) {
    receiptSlot = query.slot(ofMember: "_kt")
    self.consequence = consequence
    check = Check(options)
  }

  /// Notes the event that `reader` has just scanned.
  mutating func note(
    _ line: Span<UInt8>, _ reader: borrowing EventReader
  ) throws(EventFailure) {
    number += 1
    guard reader.table[receiptSlot].kind != .absent else { return }
    do throws(Problem) {
      try check.check(line, event: number)
    } catch {
      throw .stopped(error.with(consequence: consequence))
    }
  }

  /// Why an event can't be told to be true by what is at hand; nil where all can.
  var doubt: Problem? { check.doubt?.with(consequence: consequence) }

  /// Concludes behind the last event.
  mutating func conclude() throws(EventFailure) {
    do throws(Problem) {
      checkpoint = try check.conclude()
    } catch {
      throw .stopped(error.with(consequence: consequence))
    }
  }
}
