public import Bytes
import Commitments
import DecisionEvent
import EventJSON
public import Stages

/// Replaces what rules and detectors find in events; an event in which they find nothing goes on
/// byte for byte, and one that carries a receipt keeps one that fits.
public struct RedactStage: ~Copyable, Stage {
  private let request: RedactionRequest
  private let plans: RedactionPlans
  private var reader: EventReader
  private var rewriter: TextRewriter
  private var fieldRewriter: FieldRewriter
  private var walk = ValueIterator()
  private var edits = EditList()
  private var dueHashes: [ContentHashes.Due] = []
  /// What rules are about in the event at hand, and what is looked through.
  private var ruled = TargetList()
  private var scanned = TargetList()
  private var receipts = ReceiptUpdate()
  private var record: RedactionRecord
  private var place = Place(file: nil, line: 0)
  private let observed: (time: Operand, isWanted: Bool)
  private var observedEvents = Observation()

  /// A stage of checked rules.
  ///
  /// - Parameters:
  ///   - pseudonyms: the keys of pseudonyms; a request that has pseudonyms needs them.
  ///   - log: where what was done is recorded.
  ///   - observing: whether times and outcomes are noted, for statistics.
  public init(
    _ request: RedactionRequest, pseudonyms: Pseudonymizer?, log: consuming RedactionLog?,
    observing: Bool
  ) throws(Problem) {
    var query = EventQuery(request.dictionary)
    let plans = RedactionPlans(request, in: &query)
    let time = observing ? query.operand(.timestamp, observing: true) : Operand.nothing
    if observing { _ = query.operand(.outcome, observing: true) }
    let scanner = try Scanner(request)
    let keepsMarks = log.showsOffsets
    self.request = request
    self.plans = plans
    reader = query.makeReader()
    rewriter = TextRewriter(
      RewriteRound(
        request, scanner: scanner, replacer: Replacer(request, pseudonymizer: pseudonyms),
        keepingMarks: keepsMarks),
      isCheck: request.checksOnly)
    fieldRewriter = FieldRewriter(request.fieldRules)
    record = RedactionRecord(log, request)
    observed = (time, observing)
  }

  /// The times and unknown outcomes of what went on, and what was found by kind.
  public var observation: Observation {
    var observation = observedEvents
    if observed.isWanted {
      observation.findings = record.findings(
        rewriter.round.replacer, allowed: rewriter.round.allowedCount)
    }
    return observation
  }

  /// Notes where the event stands, for messages and the log.
  public mutating func willProcess(eventAt place: Place) { self.place = place }

  /// Validates the event whole, and replaces what is to be replaced.
  ///
  /// - Throws: `malformed` where the line is no event; `stopped` where its receipt does not fit, or
  ///   the log can't be written.
  public mutating func process(
    _ line: Span<UInt8>, into output: inout Output
  ) throws(EventFailure) -> Verdict {
    try reader.read(line)
    receipts.begin(reader.table[plans.receiptSlot])
    rewriter.round.kept.isWanted = receipts.isWanted
    edits.removeAll()
    applyRules(line)
    scanTexts(line)
    if observed.isWanted { observedEvents.note(line, readBy: &reader, time: observed.time) }
    if !edits.isEmpty, !request.checksOnly { treatHashes(line) }
    if !request.checksOnly { try updateReceipt(line) }
    if edits.isEmpty || request.checksOnly {
      record.passEvent(line)
      return .keep
    }
    try finish(line, into: &output)
    return .replaced
  }

  /// Writes the event with all edits made, and its record.
  private mutating func finish(
    _ line: Span<UInt8>, into output: inout Output
  ) throws(EventFailure) {
    let identifier = identifier(line)
    edits.apply(to: line, into: &output)
    do throws(Problem) {
      try record.finishEvent(
        line, identifier: identifier, at: place, new: output.bytes)
    } catch {
      throw .stopped(error)
    }
  }

  private mutating func treatHashes(_ line: Span<UInt8>) {
    edits.order()
    let table = reader.table
    let keepsElements = receipts.isWanted
    plans.hashes.treat(line, table, &edits, &dueHashes, keepingElements: keepsElements) {
      record.noteHash($0, of: line)
      receipts.mask($0)
    }
  }

  /// An event with a receipt that nobody can follow would prove nothing, and might show what it
  /// should not: it does not go on.
  private mutating func updateReceipt(_ line: Span<UInt8>) throws(EventFailure) {
    do throws(ReceiptRefusal) {
      try receipts.finish(line, in: &edits)
    } catch {
      throw .stopped(
        Problem(
          .badInput,
          "\(place.text): the receipt that the event carries (_kt) is malformed or does not fit: "
            + error.code))
    }
  }

  /// The event's id, unless it is changed itself.
  private func identifier(_ line: Span<UInt8>) -> Field {
    guard let value = reader.value(of: plans.identifier), !edits.touches(value) else {
      return .absent
    }
    return value
  }

  /// Does to whole fields what rules say.
  private mutating func applyRules(_ line: Span<UInt8>) {
    ruled.removeAll()
    if plans.rules.isEmpty { return }
    let table = reader.table
    // A later rule for the same field wins, so that it comes first here.
    for rule in plans.rules.indices.reversed() {
      let expands = request.fieldRules[rule].action.isForScalars
      plans.rules[rule].eachValue(in: line, table) { value in
        if !receipts.covers(value) {
          ruled.add(value, of: line, rule, expanding: expands)
        }
      }
    }
    ruled.settle(line, &walk)
    for index in ruled.items.indices {
      let target = ruled.items[index]
      let hasChanged = fieldRewriter.treat(
        target.value, named: target.name, of: line, target.rule,
        request.fieldRules[target.rule].action, keepingElements: receipts.isWanted,
        &rewriter.round.replacer, &edits)
      guard hasChanged else { continue }
      record.note(rule: target.rule, changing: target.value, of: line)
      receipts.mask(target.value)
    }
  }

  /// Looks for values in everything that is selected and no rule has treated.
  private mutating func scanTexts(_ line: Span<UInt8>) {
    scanned.removeAll()
    let table = reader.table
    for index in plans.scanned.indices {
      plans.scanned[index].eachValue(in: line, table) { scanned.add($0, of: line) }
    }
    scanned.settle(line, &walk)
    for index in scanned.items.indices {
      let (value, name) = (scanned.items[index].value, scanned.items[index].name)
      if value.isString || value.kind == .number {
        rewrite(value, name, line)
      } else if value.kind == .object || value.kind == .array {
        walk.begin(value, name: name)
        while let (inner, name) = walk.next(line) { rewrite(inner, name, line) }
      }
    }
  }

  private mutating func rewrite(_ value: Field, _ name: Field, _ line: Span<UInt8>) {
    guard value.start < value.end, !ruled.cover(value), !receipts.covers(value) else { return }
    let key = line.extracting(name.start..<name.end)
    let hasChanged = rewriter.rewrite(value, of: line, key: key)
    if rewriter.round.tallies.items.isEmpty { return }
    Self.note(rewriter, value, line, in: &record)
    guard hasChanged else { return }
    Self.replace(value, by: rewriter.result, in: &edits)
    Self.tell(&receipts, value, line, rewriter)
  }

  private static func tell(
    _ receipts: inout ReceiptUpdate, _ value: Field, _ line: Span<UInt8>,
    _ rewriter: borrowing TextRewriter
  ) {
    receipts.replace(
      value, of: line, keeping: rewriter.round.kept, by: rewriter.result.bytes)
  }

  private static func note(
    _ rewriter: borrowing TextRewriter, _ value: Field, _ line: Span<UInt8>,
    in record: inout RedactionRecord
  ) {
    record.note(
      rewriter.round.tallies, in: value, of: line, rewriter.round.replacer,
      rewriter.round.marks, rewriter.result.bytes)
  }

  /// Puts the new text of a value in its place, as a string.
  private static func replace(
    _ value: Field, by new: borrowing Output, in edits: inout EditList
  ) {
    edits.replace(value) { output in
      output.append(.quote)
      output.append(new.bytes)
      output.append(.quote)
    }
  }

  /// Before a frame ends as complete its record must be written, and with `--check` nothing be
  /// left: a sink would publish it.
  public mutating func concludeFrame(as status: FrameStatus) throws(EventFailure) {
    do throws(Problem) {
      try record.close(rewriter.round.replacer, allowed: rewriter.round.allowedCount)
      if request.checksOnly { try refuseFound() }
    } catch {
      throw .stopped(error)
    }
  }

  /// Does the same for events without a frame.
  ///
  /// - Throws: `stopped` where the log can't be written, or with `--check` where anything is left.
  public mutating func finish(into output: inout Output) throws(EventFailure) {
    try concludeFrame(as: .complete)
  }

  private func refuseFound() throws(Problem) {
    let found = record.findings(rewriter.round.replacer, allowed: 0)
    guard !found.isEmpty else { return }
    let list = found.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
    throw Problem(.negative, "still to be redacted: \(list)")
  }
}
