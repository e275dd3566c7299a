import Bytes
import EventJSON

// What becomes of records of other formats that can't be read as events.
extension Pump where S: ~Copyable {
  /// Counts and reports a record that can't be read as an event, and keeps it apart.
  ///
  /// `reason` shows at the byte `offset` of it. As it is no line of events, it is never handed on:
  /// under `--on-error pass` something is missing then. Where the record is not whole,
  /// `refuseRest` follows.
  public mutating func refuse(
    _ record: Span<UInt8>, at place: Place, offset: Int, _ reason: String, isWhole: Bool = true
  ) throws(Problem) {
    if options.framing.readsFrames { try noteEvent(place) }
    frameCounts.read += 1
    try reject(record, endsLine: isWhole)
    let exact = place.place(of: offset, in: record)
    let problem = Problem(
      .badInput, "\(exact.text): byte \(exact.column + 1): \(reason)")
    _ = try noteMalformed(problem)
    noteMissing()
  }

  /// Keeps more bytes of the record that was refused last.
  public mutating func refuseRest(_ bytes: Span<UInt8>, isWhole: Bool) throws(Problem) {
    try reject(bytes, endsLine: isWhole)
  }
}
