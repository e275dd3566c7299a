import Bytes
public import EventJSON

/// What to read of an event, resolved against a dictionary: the rule, and the slots it reads.
public struct Operand: Equatable, Sendable {
  /// How the values at the slots are taken.
  enum Rule: Equatable, Sendable {
    /// The first slot that holds a scalar.
    case scalar
    /// The first slot that holds anything but null.
    case anything
    /// The first scalar, the last of the built-in slots only where it holds an "@".
    case address(stringSlot: Int)
    /// The first scalar, an outcome in the slot of `event_type` left out (shape F).
    case type(eventTypeSlot: Int)
    /// The first scalar, once as it is and once without `team_`.
    case team
    /// The first scalar, else the part of the model before "/".
    case provider
    /// The model without its provider.
    case model
    /// Provider, "/" and model.
    case modelWithProvider
    /// The event's verdict, as canonical word where it has one.
    case outcome
    /// One part of each policy.
    case policy(PolicyPart)
    /// Every scalar of all slots' elements; those that have one at the fallback's alone are told.
    case elements
    /// The same of a raw path, null included.
    case rawElements
    /// A raw path: whatever stands there, each element of an array.
    case raw
  }

  /// A part of a policy.
  enum PolicyPart: Equatable, Sendable {
    case name
    case verdict
    case reason
  }

  let rule: Rule
  let slots: [Int]
  /// Slots that the rule falls back on: the model for the provider, and the other way round.
  var fallback: [Int] = []

  /// Whether an event has one value of it, however that may be spelled.
  public var isSingle: Bool {
    switch rule {
    case .scalar, .address, .type, .team, .provider, .model, .modelWithProvider, .outcome: true
    case .anything, .policy, .elements, .rawElements, .raw: false
    }
  }

  /// The operand that never has a value.
  public static var nothing: Operand { Operand(rule: .scalar, slots: []) }
}

/// Gathers what a stage wants to read, before the first event.
public struct EventQuery: Sendable {
  private let dictionary: EventDictionary
  private var builder = LookupBuilder()
  private var policies: PolicySlots?
  private var eventTypeSlot = -1
  private var outcomeSlots: [Int] = []
  /// Whether the outcome is read, and if so whether a doubled member matters.
  private var outcomeReading: OutcomeReading?

  private enum OutcomeReading {
    case observing
    case deciding
  }

  /// A query over a dictionary.
  public init(_ dictionary: EventDictionary = EventDictionary()) { self.dictionary = dictionary }

  /// The operand of a canonical field; with `observing`, a doubled member is tolerated.
  public mutating func operand(
    _ field: CanonicalField, observing: Bool = false
  ) -> Operand {
    switch field {
    case .policyName, .policyVerdict, .policyReason:
      readPolicies(observing)
      let part: Operand.PolicyPart =
        field == .policyName ? .name : field == .policyVerdict ? .verdict : .reason
      return Operand(rule: .policy(part), slots: [])
    case .outcome:
      readOutcome(observing)
      return Operand(rule: .outcome, slots: outcomeSlots)
    case .citations, .citationVersion:
      let own = slots(of: field, observing)
      let other: CanonicalField = field == .citations ? .citationVersion : .citations
      return Operand(rule: .elements, slots: own, fallback: slots(of: other, observing))
    case .provider:
      let own = slots(of: .provider, observing)
      return Operand(rule: .provider, slots: own, fallback: slots(of: .model, observing))
    case .model:
      return Operand(rule: .model, slots: slots(of: .model, observing))
    case .team: return Operand(rule: .team, slots: slots(of: .team, observing))
    case .type:
      let own = slots(of: .type, observing)
      return Operand(rule: .type(eventTypeSlot: slot("event_type", observing)), slots: own)
    case .userEmail:
      let own = slots(of: .userEmail, observing)
      return Operand(rule: .address(stringSlot: slot("user", observing)), slots: own)
    case .contentHashes, .escalation, .input, .output:
      return Operand(rule: .anything, slots: slots(of: field, observing))
    default:
      return Operand(rule: .scalar, slots: slots(of: field, observing))
    }
  }

  /// The operand that reads provider and model together, for values with a "/".
  public mutating func modelWithProvider() -> Operand {
    let own = slots(of: .model, false)
    return Operand(rule: .modelWithProvider, slots: own, fallback: slots(of: .provider, false))
  }

  /// The operand of a raw path.
  public mutating func operand(_ path: FieldPath) -> Operand {
    Operand(
      rule: path.hasElements ? .rawElements : .raw, slots: [builder.slot(for: path)])
  }

  /// The operand of the policies that are named once more as those that were not passed.
  public mutating func triggeredPolicies() -> Operand {
    operand(FieldPath(segments: [.member(Array("policies_triggered".utf8))]))
  }

  /// The operand of the number that an event has among the turns of its conversation.
  public mutating func turnNumber() -> Operand {
    let names = ["turn", "turn_number", "turn_index"]
    return Operand(rule: .scalar, slots: names.map { slot($0, false) })
  }

  /// Finds the arrays, too, that the fields' elements stand in.
  public mutating func readArrays(of fields: [CanonicalField]) {
    for path in fields.flatMap({ dictionary.paths(of: $0) }) {
      guard let end = path.segments.firstIndex(of: .elements) else { continue }
      _ = builder.slot(for: FieldPath(segments: Array(path.segments[..<end])))
    }
  }

  /// The slot of a top-level member, for a stage's own purposes.
  public mutating func slot(ofMember name: String) -> Int { slot(name, false) }

  /// The slot of a path, from 0 on, for stages that change what stands there.
  public mutating func slot(of path: FieldPath) -> Int { builder.slot(for: path) }

  /// All paths that an operand's value may be read from.
  public func paths(of operand: Operand) -> [FieldPath] {
    switch operand.rule {
    case .outcome, .policy: return decisionPaths
    case .type(let eventTypeSlot): return paths(at: operand.slots + [eventTypeSlot])
    case .address(let stringSlot): return paths(at: operand.slots + [stringSlot])
    default: return paths(at: operand.slots + operand.fallback)
    }
  }

  /// All paths that an event's outcome and its policies may be read from: they lean on each other.
  public var decisionPaths: [FieldPath] {
    let fields: [CanonicalField] = [.outcome, .policyName, .policyVerdict, .policyReason]
    let others = ["event_type", "policy_name"].map {
      FieldPath(segments: [.member(Array($0.utf8))])
    }
    return fields.flatMap { dictionary.paths(of: $0) } + others
  }

  private func paths(at slots: [Int]) -> [FieldPath] { slots.compactMap { builder.path(of: $0) } }

  private mutating func slot(_ name: String, _ observing: Bool) -> Int {
    builder.slot(
      for: FieldPath(segments: [.member(Array(name.utf8))]), refusingDuplicates: !observing)
  }

  private mutating func slots(of field: CanonicalField, _ observing: Bool) -> [Int] {
    dictionary.paths(of: field).map { builder.slot(for: $0, refusingDuplicates: !observing) }
  }

  private mutating func readOutcome(_ observing: Bool) {
    eventTypeSlot = slot("event_type", observing)
    outcomeSlots = slots(of: .outcome, observing)
    if !observing || outcomeReading == nil {
      outcomeReading = observing ? .observing : .deciding
    }
  }

  /// Policies and outcome lean on each other: the policy named by `policy_name` (shape F) decided
  /// the event's outcome.
  private mutating func readPolicies(_ observing: Bool) {
    readOutcome(observing)
    policies = Self.policySlots(of: dictionary, in: &builder, refusingDuplicates: !observing)
  }

  private static func policySlots(
    of dictionary: EventDictionary, in builder: inout LookupBuilder, refusingDuplicates: Bool
  ) -> PolicySlots {
    func slots(_ field: CanonicalField) -> [Int] {
      dictionary.paths(of: field).map {
        builder.slot(for: $0, refusingDuplicates: refusingDuplicates)
      }
    }
    let single = FieldPath(segments: [.member(Array("policy_name".utf8))])
    return PolicySlots(
      names: slots(.policyName), verdicts: slots(.policyVerdict), reasons: slots(.policyReason),
      single: builder.slot(for: single, refusingDuplicates: refusingDuplicates))
  }

  /// The reader of everything that was asked for.
  ///
  /// The severest policy is the outcome where nothing else says it. As something nearly always
  /// does, policies that are read for that alone have a lookup of their own, which is used then.
  public func makeReader() -> EventReader {
    var fallback: (lookup: Lookup, policies: PolicySlots)?
    if policies == nil, let outcomeReading {
      var builder = LookupBuilder()
      let slots = Self.policySlots(
        of: dictionary, in: &builder, refusingDuplicates: outcomeReading == .deciding)
      fallback = (builder.finish(), slots)
    }
    return EventReader(
      lookup: builder.finish(), policyLookup: fallback?.lookup,
      policies: policies ?? fallback?.policies ?? PolicySlots(), outcomeSlots: outcomeSlots,
      eventTypeSlot: eventTypeSlot)
  }
}

/// The slots that policies are read from; empty where nobody asked for policies.
struct PolicySlots: Sendable {
  var names: [Int] = []
  var verdicts: [Int] = []
  var reasons: [Int] = []
  /// The slot of `policy_name`, or -1.
  var single = -1
}
