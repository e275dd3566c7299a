import DecisionEvent
import EventJSON

/// Where everything stands that a request is about, resolved before the first event.
struct RedactionPlans: Sendable {
  /// Where values are looked for.
  let scanned: [FieldPlan]
  /// Where each rule's field stands, in the order of the request's rules.
  let rules: [FieldPlan]
  /// The hashes of texts.
  let hashes: ContentHashes
  /// The slot of `_kt`, a receipt.
  let receiptSlot: Int
  /// The event's id, for records.
  let identifier: Operand

  init(_ request: RedactionRequest, in query: inout EventQuery) {
    scanned = request.fields.map { FieldPlan($0, request.dictionary, in: &query) }
    rules = request.fieldRules.map { FieldPlan($0.field, request.dictionary, in: &query) }
    hashes = ContentHashes(request.contentHashes, request.dictionary, in: &query)
    receiptSlot = query.slot(ofMember: "_kt")
    identifier = query.operand(.id, observing: true)
  }
}
