import Bytes
public import DecisionEvent
public import EventJSON

/// A selection as a question about events whose parts may be hidden: three-valued, after Kleene.
///
/// A test whose paths are hidden, any of them, is left open, also where another path of the same
/// field would decide it.
public struct SelectionCondition: ~Copyable, EventCondition {
  private let selection: Selection
  private let testPaths: [[FieldPath]]
  private var reader: EventReader
  private var scratch = Output(capacity: 4096)

  /// The question whether an event fits a selection.
  public init(_ selection: Selection) {
    self.selection = selection
    testPaths = selection.testPaths
    reader = selection.query.makeReader()
  }

  /// What the selection's tests read.
  public var paths: [FieldPath] { testPaths.flatMap { $0 } }

  /// Whether the event fits; nil where what is hidden leaves it open.
  ///
  /// - Throws: what is wrong with the line, and at which byte.
  public mutating func decide(
    _ line: Span<UInt8>, hiding isHidden: (FieldPath) -> Bool
  ) throws(JSONProblem) -> Bool? {
    try reader.scan(line)
    let open = testPaths.map { $0.contains(where: isHidden) }
    return selection.decide(&reader, line, &scratch, open: open)
  }
}

extension Test {
  /// The operands that a test reads.
  var operands: [Operand] {
    switch self {
    case .matches(let operand, _), .window(let operand, _), .compare(let operand, _, _),
      .contains(let operand, _), .expression(let operand, _), .exists(let operand):
      [operand]
    case .text(let search): search.operands
    case .outcome, .policyVerdict, .policy: []
    }
  }
}
