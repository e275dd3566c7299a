import Bytes
import DecisionEvent
import EventJSON

/// Names the artifact that an event belongs to, by a template.
struct ArtifactNaming {
  /// What stands where the part's number will be, and where it may be: no bytes of UTF-8.
  static let partMark: UInt8 = 0xFF
  static let optionalPartMark: UInt8 = 0xFE

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
        case .optionalPart: output.append(Self.optionalPartMark)
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
      let hasValue = withScalar(number, line, &reader) { text in
        NameEscaping.append(
          text, delimiter: placeholder.delimiter, limit: placeholder.limit, to: &output)
      }
      if !hasValue { NameEscaping.appendWord(.none, to: &output) }
    }
  }

  /// Hands the text of a placeholder's value to `body`; false where it has none, or many.
  private func withScalar(
    _ number: Int, _ line: Span<UInt8>, _ reader: inout EventReader,
    _ body: (Span<UInt8>) -> Void
  ) -> Bool {
    let operand = operands[number]
    if reader.value(of: operand)?.kind == .array { return false }
    return reader.anyValue(of: operand, in: line) { kind, text in
      guard kind.isScalarText else { return false }
      body(text)
      return true
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
        _ = withScalar(number, line, &reader) { value = String(copying: $0) }
      }
      return (template.placeholders[number].name, value)
    }
  }
}

/// The name of one artifact: a path below the root, and the part's number in it.
struct ArtifactName: Equatable {
  /// The path with a mark in place of the part's number.
  let marked: [UInt8]
  /// The number, from 0; nil where the name needs none.
  var part: Int?

  /// The path, the part's number with at least five digits.
  var path: [UInt8] {
    marked.flatMap { byte in
      switch byte {
      case ArtifactNaming.partMark: Self.digits(part ?? 0)
      case ArtifactNaming.optionalPartMark: part.map { [UInt8(ascii: "_")] + Self.digits($0) } ?? []
      default: [byte]
      }
    }
  }

  private static func digits(_ part: Int) -> [UInt8] {
    let digits = Array(String(part).utf8)
    return [UInt8](repeating: .zero, count: max(0, 5 - digits.count)) + digits
  }

  /// Goes on behind the last one of this name that is taken, and takes what it gets.
  mutating func avoid(_ taken: inout Set<[UInt8]>, _ last: inout [[UInt8]: Int]) {
    // The plain name comes before all numbers; what was looked for once is remembered.
    let start = last[marked] ?? lastTaken(taken)
    let own = part ?? (marked.contains(ArtifactNaming.partMark) ? 0 : -1)
    if own <= start { part = start + 1 }
    last[marked] = max(own, part ?? own)
    taken.insert(path)
  }

  /// The highest number of this name that is taken: -1 for the plain name, -2 for none.
  private func lastTaken(_ taken: Set<[UInt8]>) -> Int {
    let mark = marked.firstIndex {
      $0 == ArtifactNaming.partMark || $0 == ArtifactNaming.optionalPartMark
    }
    guard let mark else { return taken.contains(path) ? -1 : -2 }
    let isOptional = marked[mark] == ArtifactNaming.optionalPartMark
    let head = marked[..<mark] + (isOptional ? [UInt8(ascii: "_")] : [])
    let tail = marked[(mark + 1)...]
    var last = isOptional && taken.contains(ArtifactName(marked: marked, part: nil).path) ? -1 : -2
    for other in taken where other.starts(with: head) && other.count >= head.count + tail.count + 5
    {
      let digits = other[head.count..<(other.count - tail.count)]
      guard other.suffix(tail.count) == tail, digits.allSatisfy(\.isDigit),
        let number = Int(String(decoding: digits, as: UTF8.self))
      else { continue }
      last = max(last, number)
    }
    return last
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
