import Bytes
import DecisionEvent
import EventJSON

/// Names the artifact that an event belongs to, by a template.
struct ArtifactNaming {
  /// What stands where the part's number will be.
  static let partMark: UInt8 = 0

  private let template: ArtifactTemplate
  private let operands: [Operand]

  /// The naming of a template; `query` is asked for what its placeholders read.
  init(_ template: ArtifactTemplate, _ query: inout EventQuery) {
    self.template = template
    var operands: [Operand] = []
    for placeholder in template.placeholders {
      switch placeholder.source {
      case .date, .month, .hour: operands.append(.nothing)
      case .field(let field): operands.append(query.operand(field))
      case .path(let path): operands.append(query.operand(path))
      }
    }
    self.operands = operands
  }

  /// Appends the path of the event that `reader` has just scanned, below the root, with the mark in
  /// place of the part's number.
  func appendPath(
    of line: Span<UInt8>, at time: Timestamp?, _ reader: inout EventReader,
    to output: inout Output
  ) {
    for index in template.components.indices {
      if index > 0 { output.append(.slash) }
      for piece in template.components[index] {
        switch piece {
        case .literal(let bytes): output.append(contentsOf: bytes)
        case .part: output.append(Self.partMark)
        case .value(let number): append(number, line, time, &reader, &output)
        }
      }
    }
  }

  private func append(
    _ number: Int, _ line: Span<UInt8>, _ time: Timestamp?, _ reader: inout EventReader,
    _ output: inout Output
  ) {
    let placeholder = template.placeholders[number]
    switch placeholder.source {
    case .date, .month, .hour:
      guard let time else { return NameEscaping.appendWord(.none, to: &output) }
      Self.append(time, placeholder.source, &output)
    case .field, .path:
      var hasValue = false
      _ = reader.anyValue(of: operands[number], in: line) { kind, text in
        guard kind.isScalarText else { return false }
        NameEscaping.append(
          text, delimiter: placeholder.delimiter, limit: placeholder.limit, to: &output)
        hasValue = true
        return true
      }
      if !hasValue { NameEscaping.appendWord(.none, to: &output) }
    }
  }

  private static func append(
    _ time: Timestamp, _ part: ArtifactTemplate.Placeholder.Source, _ output: inout Output
  ) {
    let civil = time.civil
    func two(_ number: Int) {
      if number < 10 { output.append(.zero) }
      output.append(decimal: number)
    }
    if case .hour = part { return two(civil.hour) }
    let year = civil.date.year
    for limit in [1000, 100, 10] where year >= 0 && year < limit { output.append(.zero) }
    output.append(decimal: year)
    output.append(.minus)
    two(civil.date.month)
    guard case .date = part else { return }
    output.append(.minus)
    two(civil.date.day)
  }

  /// The values of the event's placeholders, for the manifest; nil where there is none.
  func values(
    of line: Span<UInt8>, at time: Timestamp?, _ reader: inout EventReader
  ) -> [(name: String, value: String?)] {
    template.placeholders.indices.map { number in
      var value: String?
      switch template.placeholders[number].source {
      case .date, .month, .hour:
        if time != nil {
          var output = Output(capacity: 16)
          append(number, line, time, &reader, &output)
          value = String(copying: output.bytes)
        }
      case .field, .path:
        _ = reader.anyValue(of: operands[number], in: line) { kind, text in
          guard kind.isScalarText else { return false }
          value = String(copying: text)
          return true
        }
      }
      return (template.placeholders[number].name, value)
    }
  }
}

/// The name of one artifact: a path below the root, and the part's number in it.
struct ArtifactName: Equatable {
  /// The path with a mark in place of the part's number.
  let marked: [UInt8]
  /// The number, from 0.
  var part: Int

  /// The path, the part's number with at least five digits.
  var path: [UInt8] {
    let digits = String(part)
    let padded = String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
    return marked.flatMap { $0 == ArtifactNaming.partMark ? Array(padded.utf8) : [$0] }
  }

  /// Goes on to a number whose path is not taken, and takes it; a path without a number stays.
  mutating func avoid(_ taken: inout Set<[UInt8]>) {
    while taken.contains(path), marked.contains(ArtifactNaming.partMark) { part += 1 }
    taken.insert(path)
  }
}

extension Field.Kind {
  /// Whether a value of this kind can be a part of a name: a string, a number or a boolean.
  fileprivate var isScalarText: Bool {
    switch self {
    case .string, .escapedString, .number, .true, .false: true
    default: false
    }
  }
}
