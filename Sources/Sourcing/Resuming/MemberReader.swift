import Bytes
import Digests
import EventJSON

/// Reads named members of small JSON objects, each of which must be of its kind.
struct MemberReader {
  private let lookup: Lookup
  private var table: FieldTable
  private var slots: [String: Int] = [:]

  /// A reader of members at these paths.
  init(_ paths: [String]) {
    var builder = LookupBuilder()
    for path in paths {
      let names = path.split(separator: ".").map { FieldPath.Segment.member(Array($0.utf8)) }
      slots[path] = builder.slot(for: FieldPath(segments: names))
    }
    lookup = builder.finish()
    table = lookup.makeTable()
  }

  /// Validates an object and finds its members.
  mutating func scan(_ object: Span<UInt8>) throws(Cursor.Malformed) {
    do throws(JSONProblem) {
      try lookup.scan(object, into: &table)
    } catch {
      throw Cursor.Malformed(reason: "byte \(error.offset + 1): \(error.reason)")
    }
  }

  private func field(_ path: String) -> Field { slots[path].map { table[$0] } ?? .absent }

  func has(_ path: String) -> Bool { field(path).kind != .absent }

  func isNull(_ path: String) -> Bool { field(path).kind == .null }

  func flag(_ path: String) throws(Cursor.Malformed) -> Bool {
    switch field(path).kind {
    case .true: return true
    case .false: return false
    default: throw .incomplete
    }
  }

  func array(_ path: String) throws(Cursor.Malformed) -> Field {
    let field = field(path)
    guard field.kind == .array else { throw .incomplete }
    return field
  }

  /// A number from 0 on.
  func unsigned(_ path: String, _ object: Span<UInt8>) throws(Cursor.Malformed) -> UInt64 {
    let field = field(path)
    guard field.kind == .number,
      let number = UInt64(String(copying: object.extracting(field.start..<field.end)))
    else { throw .incomplete }
    return number
  }

  /// The same as an `Int`.
  func number(_ path: String, _ object: Span<UInt8>) throws(Cursor.Malformed) -> Int {
    guard let number = Int(exactly: try unsigned(path, object)) else { throw .incomplete }
    return number
  }

  /// A string's text.
  func string(_ path: String, _ object: Span<UInt8>) throws(Cursor.Malformed) -> [UInt8] {
    let field = field(path)
    guard field.isString else { throw .incomplete }
    var text = Output(capacity: field.end - field.start + 1)
    StringEscapes.decode(object, field.start, field.end, into: &text)
    return Array(copying: text.bytes)
  }

  /// A path, written as text or as hexadecimal digits.
  func path(_ name: String, _ object: Span<UInt8>) throws(Cursor.Malformed) -> Path {
    let isText = !has("\(name)_bytes")
    let text = try string(isText ? name : "\(name)_bytes", object)
    guard let bytes = isText ? text : [UInt8](hexadecimal: text), !bytes.isEmpty,
      !bytes.contains(0)
    else { throw .incomplete }
    return Path(bytes: bytes)
  }

  /// An array of strings of hexadecimal digits that stand for `length` bytes each.
  func byteStrings(
    _ path: String, _ object: Span<UInt8>, length: Int
  ) throws(Cursor.Malformed) -> [[UInt8]] {
    var result: [[UInt8]] = []
    let array = try array(path)
    var elements = ElementIterator(object, array)
    while let element = elements.next(object) {
      let digits = Array(copying: object.extracting(element.start..<element.end))
      guard let bytes = [UInt8](hexadecimal: digits), bytes.count == length else {
        throw .incomplete
      }
      result.append(bytes)
    }
    return result
  }

  /// A string of 32 hexadecimal digits.
  func digest(_ path: String, _ object: Span<UInt8>) throws(Cursor.Malformed) -> Digest128 {
    let digits = try string(path, object)
    guard let bytes = [UInt8](hexadecimal: digits), bytes.count == 16 else {
      throw .incomplete
    }
    return Digest128(bytes)
  }

  func fingerprint(
    _ path: String, _ object: Span<UInt8>
  ) throws(Cursor.Malformed) -> Fingerprint {
    let digits = try string("\(path).sha256", object)
    guard let sha256 = [UInt8](hexadecimal: digits), sha256.count == 32 else {
      throw .incomplete
    }
    return Fingerprint(count: try number("\(path).bytes", object), sha256: sha256)
  }
}

extension [UInt8] {
  /// The bytes that hexadecimal digits, two for each, stand for; nil where they are none.
  init?(hexadecimal digits: [UInt8]) {
    guard digits.count.isMultiple(of: 2) else { return nil }
    self = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = digits[index].hexadecimalValue,
        let low = digits[index + 1].hexadecimalValue
      else { return nil }
      append(high << 4 | low)
    }
  }
}
