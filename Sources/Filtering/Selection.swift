import Bytes
import DecisionEvent
import EventJSON

/// One question about an event.
enum Test: Sendable {
  /// Any value of the operand fits any pattern.
  case matches(Operand, [Pattern])
  /// The event's outcome is in the set.
  case outcome(OutcomeSet)
  /// Any policy's verdict is in the set.
  case policyVerdict(OutcomeSet)
  /// Any policy has the name and, where one is asked for, the verdict.
  case policy([PolicyPattern])
  /// The event's time lies inside.
  case window(Operand, TimeWindow)
  /// Any value of the operand compares so with any of the literals.
  case compare(Operand, Comparison, [Literal])
  /// Any value holds the bytes.
  case contains(Operand, WordFinder)
  /// Any value fits the expression.
  case expression(Operand, PosixExpression)
  /// The operand has a value.
  case exists(Operand)
  /// A word or expression stands in the texts.
  case text(TextSearch)
}

/// A policy by name, and perhaps by verdict.
struct PolicyPattern: Sendable {
  let name: Pattern
  let verdict: OutcomeSet?
}

/// Questions joined by and, or and not; the children of a node come before it.
enum SelectionNode: Sendable {
  case test(Int)
  case not(Int)
  case all([Int])
  case any([Int])
}

/// A compiled selection: what to ask of an event, and what to read for it.
public struct Selection: Sendable {
  private let tests: [Test]
  private let nodes: [SelectionNode]
  private let root: Int
  let query: EventQuery

  init(tests: [Test], nodes: [SelectionNode], root: Int, query: EventQuery) {
    self.tests = tests
    self.nodes = nodes
    self.root = root
    self.query = query
  }

  /// Whether the event that `reader` has just scanned fits.
  func matches(
    _ reader: inout EventReader, _ line: Span<UInt8>, _ scratch: inout Output
  ) -> Bool {
    evaluate(root, &reader, line, &scratch)
  }

  private func evaluate(
    _ node: Int, _ reader: inout EventReader, _ line: Span<UInt8>, _ scratch: inout Output
  ) -> Bool {
    switch nodes[node] {
    case .test(let test): return ask(test, &reader, line, &scratch)
    case .not(let child): return !evaluate(child, &reader, line, &scratch)
    case .all(let children):
      for child in children where !evaluate(child, &reader, line, &scratch) { return false }
      return true
    case .any(let children):
      for child in children where evaluate(child, &reader, line, &scratch) { return true }
      return false
    }
  }

  /// Whether the event fits where the tests with a true in `open` can't be asked: nil where that
  /// leaves it open.
  func decide(
    _ reader: inout EventReader, _ line: Span<UInt8>, _ scratch: inout Output, open: [Bool]
  ) -> Bool? {
    decide(root, &reader, line, &scratch, open)
  }

  private func decide(
    _ node: Int, _ reader: inout EventReader, _ line: Span<UInt8>, _ scratch: inout Output,
    _ open: [Bool]
  ) -> Bool? {
    switch nodes[node] {
    case .test(let test): return open[test] ? nil : ask(test, &reader, line, &scratch)
    case .not(let child): return decide(child, &reader, line, &scratch, open).map { !$0 }
    case .all(let children), .any(let children):
      var isAll = false
      if case .all = nodes[node] { isAll = true }
      var isOpen = false
      for child in children {
        switch decide(child, &reader, line, &scratch, open) {
        case .some(let answer) where answer != isAll: return answer
        case .some: continue
        case .none: isOpen = true
        }
      }
      return isOpen ? nil : isAll
    }
  }

  /// What each test reads.
  var testPaths: [[FieldPath]] {
    tests.map { test in
      switch test {
      case .outcome, .policyVerdict, .policy: query.decisionPaths
      default: test.operands.flatMap { query.paths(of: $0) }
      }
    }
  }

  private func ask(
    _ test: Int, _ reader: inout EventReader, _ line: Span<UInt8>, _ scratch: inout Output
  ) -> Bool {
    switch tests[test] {
    case .matches(let operand, let patterns):
      return reader.anyValue(of: operand, in: line) { kind, text in
        kind != .null && patterns.contains { $0.matches(text) }
      }
    case .outcome(let set):
      guard let outcome = reader.outcome(in: line) else { return false }
      return Self.contains(set, outcome.known, outcome.word, &reader, line)
    case .policyVerdict(let set):
      return reader.anyPolicy(line) { reader, policy in
        let known = reader.outcomeWord(policy.verdict, line)
        return Self.contains(set, known, policy.verdict, &reader, line)
      }
    case .policy(let patterns):
      return reader.anyPolicy(line) { reader, policy in
        Self.fits(patterns, policy, &reader, line)
      }
    case .window(let operand, let window):
      return reader.time(of: operand, in: line).map(window.contains) ?? false
    case .compare(let operand, let comparison, let literals):
      return reader.anyValue(of: operand, in: line) { kind, text in
        literals.contains { comparison.holds($0.order(kind, text)) }
      }
    case .contains(let operand, let finder):
      return reader.anyValue(of: operand, in: line) { kind, text in
        kind == .string && finder.firstIndex(in: text, from: 0) != nil
      }
    case .expression(let operand, let expression):
      return reader.anyValue(of: operand, in: line) { kind, text in
        kind == .string && expression.matches(text)
      }
    case .exists(let operand): return reader.exists(operand, in: line)
    case .text(let search): return search.matches(reader, line, &scratch)
    }
  }

  private static func contains(
    _ set: OutcomeSet, _ known: Outcome?, _ word: Field, _ reader: inout EventReader,
    _ line: Span<UInt8>
  ) -> Bool {
    if let known { return set.contains(known) }
    return !set.words.isEmpty && reader.anyText(of: word, in: line) { set.contains($0) }
  }

  private static func fits(
    _ patterns: [PolicyPattern], _ policy: Policy, _ reader: inout EventReader,
    _ line: Span<UInt8>
  ) -> Bool {
    for pattern in patterns {
      guard reader.anyText(of: policy.name, in: line, where: { pattern.name.matches($0) }) else {
        continue
      }
      guard let set = pattern.verdict, !set.isEverything else { return true }
      let known = reader.outcomeWord(policy.verdict, line)
      if contains(set, known, policy.verdict, &reader, line) { return true }
    }
    return false
  }
}
