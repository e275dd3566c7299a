import Bytes

/// What takes the place of each kind's values.
struct Replacer: ~Copyable {
  /// The names of all kinds, the built-in ones first, then from `Hit.firstUserKind` on the
  /// user's.
  private let names: [[UInt8]]
  private let operators: [HitOperator]
  /// What takes the place of kinds that are replaced by a template, one behind the other: the same
  /// for every value, so that nothing is put together for each.
  private let written: [UInt8]
  /// Where that of each kind stands; empty where something else is done.
  private let places: [Range<Int>]
  private var pseudonymizer: Pseudonymizer?
  private let texts: [String]

  init(_ request: RedactionRequest, pseudonymizer: Pseudonymizer?) {
    var texts = KindTable.entries.map(\.name)
    while texts.count < Int(Hit.firstUserKind) { texts.append("") }
    texts += request.patterns.map(\.name) + request.wordLists.map(\.name)
    self.texts = texts
    names = texts.map { Array($0.utf8) }
    let operators = texts.map { request.operators[$0] ?? request.usualOperator }
    (written, places) = Self.write(operators, names)
    self.operators = operators
    self.pseudonymizer = pseudonymizer
  }

  /// The name of a kind.
  func name(_ kind: UInt8) -> String { texts[Int(kind)] }

  /// Whether the values of a kind stay as they are.
  func keeps(_ kind: UInt8) -> Bool {
    guard places[Int(kind)].isEmpty, case .keep = operators[Int(kind)] else { return false }
    return true
  }

  /// The operator of a kind.
  func hitOperator(_ kind: UInt8) -> HitOperator { operators[Int(kind)] }

  /// The templates of all kinds, written out.
  private static func write(
    _ operators: [HitOperator], _ names: [[UInt8]]
  ) -> (written: [UInt8], places: [Range<Int>]) {
    var written: [UInt8] = []
    let places = operators.indices.map { kind in
      let start = written.count
      if case .replace(let template) = operators[kind] {
        for index in template.parts.indices {
          if index > 0 { written += names[kind] }
          written += template.parts[index]
        }
      }
      return start..<written.count
    }
    return (written, places)
  }

  /// Appends what takes the place of a hit whose text is `value`, unescaped.
  mutating func append(_ value: Span<UInt8>, kind: UInt8, into output: inout Output) {
    let place = places[Int(kind)]
    guard place.isEmpty else { return output.append(written.span.extracting(place)) }
    switch operators[Int(kind)] {
    case .replace(let template): append(template, names[Int(kind)], into: &output)
    case .mask(let shape):
      Masking.append(value, shape, kind: Kind(rawValue: kind), into: &output)
    case .pseudonym:
      pseudonymize(value, kind: Kind(rawValue: kind), name: texts[Int(kind)], into: &output)
    case .truncate:
      if !Truncation.append(value, into: &output) {
        append(.usual, names[Int(kind)], into: &output)
      }
    case .remove: break
    case .keep: output.append(value)
    }
  }

  private func append(
    _ template: ReplacementTemplate, _ name: [UInt8], into output: inout Output
  ) {
    for index in template.parts.indices {
      if index > 0 { output.append(contentsOf: name) }
      output.append(contentsOf: template.parts[index])
    }
  }

  /// Appends the pseudonym of a value; a token that stands there already stays.
  mutating func pseudonymize(
    _ value: Span<UInt8>, kind: Kind?, name: String, into output: inout Output
  ) {
    guard pseudonymizer != nil else {
      preconditionFailure("a request with pseudonyms is checked for a key")
    }
    if pseudonymizer?.isToken(value) == true { return output.append(value) }
    pseudonymizer?.append(value, kind: kind, name: name, into: &output)
  }
}
