import Bytes

/// What takes the place of each kind's values.
struct Replacer: ~Copyable {
  /// The names of all kinds, the built-in ones first, then from `Hit.firstUserKind` on the
  /// user's.
  private let names: [[UInt8]]
  private let operators: [HitOperator]
  private var pseudonymizer: Pseudonymizer?
  private let texts: [String]

  init(_ request: RedactionRequest, pseudonymizer: Pseudonymizer?) {
    var texts = KindTable.entries.map(\.name)
    while texts.count < Int(Hit.firstUserKind) { texts.append("") }
    texts += request.patterns.map(\.name) + request.wordLists.map(\.name)
    self.texts = texts
    names = texts.map { Array($0.utf8) }
    operators = texts.map { request.operators[$0] ?? request.usualOperator }
    self.pseudonymizer = pseudonymizer
  }

  /// How many numbers of kinds there are, some of them nobody's.
  var kindCount: Int { texts.count }

  /// The name of a kind.
  func name(_ kind: UInt8) -> String { texts[Int(kind)] }

  /// The operator of a kind.
  func hitOperator(_ kind: UInt8) -> HitOperator { operators[Int(kind)] }

  /// Appends what takes the place of a hit whose text is `value`, unescaped.
  mutating func append(_ value: Span<UInt8>, kind: UInt8, into output: inout Output) {
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
