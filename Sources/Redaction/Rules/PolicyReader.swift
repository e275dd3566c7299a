import Bytes
import EventJSON
import Stages

/// Steps through the JSON of a policy file, and says which member is not what it must be.
///
/// A message names the file and the member, and shows no value: the wrong file may have been named.
struct PolicyReader {
  /// A value of the file, and the member that it is the value of.
  struct Value {
    let field: Field
    /// Such as `fields[2].replace`; empty for the whole.
    let place: String
  }

  let file: Path
  private let bytes: [UInt8]

  /// Reads and validates a file, which must be one object.
  init(_ file: Path) throws(Problem) {
    self.file = file
    let bytes = try Problem.ofOption("--policy") { () throws(RuleProblem) in
      try RuleFile.bytes(file)
    }
    let lookup = LookupBuilder().finish()
    var table = lookup.makeTable()
    do throws(JSONProblem) {
      try lookup.scan(bytes.span, into: &table)
    } catch {
      let place = Place(file: file, line: 1)
      throw Problem(.usage, Problem(error, in: bytes.span, at: place).message)
    }
    self.bytes = bytes
  }

  /// The whole file.
  var root: Value {
    let bounds = Skip.bounds(of: bytes.span)
    return Value(field: Field(.object, bounds.lowerBound, bounds.upperBound), place: "")
  }

  /// A problem with a value.
  func problem(_ value: Value, _ reason: String) -> Problem {
    RuleProblem(reason).problem(in: name(of: value))
  }

  private func name(of value: Value) -> String {
    let name = Quoting.escaped(file.text)
    return value.place.isEmpty ? name : "\(name): \(Quoting.escaped(value.place))"
  }

  /// Calls `body`, whose problem is one with a value.
  func check<Result>(
    _ value: Value, _ body: () throws(RuleProblem) -> Result
  ) throws(Problem) -> Result {
    do throws(RuleProblem) {
      return try body()
    } catch {
      throw problem(value, error.reason)
    }
  }

  /// The members of an object, none of which may stand twice.
  func members(of object: Value) throws(Problem) -> [(name: String, value: Value)] {
    guard object.field.kind == .object else { throw problem(object, "expected an object") }
    var members: [(name: String, value: Value)] = []
    var seen: Set<[UInt8]> = []
    var iterator = MemberIterator(bytes.span, object.field)
    while let (key, field) = iterator.next(bytes.span) {
      let name = StringEscapes.text(of: key, in: bytes.span)
      let shown = name.utf8.count > 64 ? String(name.unicodeScalars.prefix(16)) + "..." : name
      let place = object.place.isEmpty ? shown : "\(object.place).\(shown)"
      let value = Value(field: field, place: place)
      guard seen.insert(Array(name.utf8)).inserted else { throw problem(value, "stands twice") }
      members.append((name, value))
    }
    return members
  }

  /// The elements of an array.
  func elements(of array: Value, _ expected: String) throws(Problem) -> [Value] {
    guard array.field.kind == .array else { throw problem(array, "expected \(expected)") }
    var elements: [Value] = []
    var iterator = ElementIterator(bytes.span, array.field)
    while let field = iterator.next(bytes.span) {
      elements.append(Value(field: field, place: "\(array.place)[\(elements.count)]"))
    }
    return elements
  }

  /// The text of a string.
  func string(_ value: Value) throws(Problem) -> String {
    guard value.field.isString else { throw problem(value, "expected a string") }
    var decoded = Output(capacity: 64)
    StringEscapes.decode(bytes.span, value.field.start, value.field.end, into: &decoded)
    guard UTF8Check.firstInvalid(in: decoded.bytes) == nil else {
      throw problem(value, "half a surrogate pair")
    }
    return String(copying: decoded.bytes)
  }

  /// The texts of an array of strings.
  func strings(_ array: Value) throws(Problem) -> [(text: String, value: Value)] {
    var texts: [(text: String, value: Value)] = []
    for element in try elements(of: array, "an array of strings") {
      texts.append((try string(element), element))
    }
    return texts
  }

  /// A truth.
  func boolean(_ value: Value) throws(Problem) -> Bool {
    switch value.field.kind {
    case .true: return true
    case .false: return false
    default: throw problem(value, "expected true or false")
    }
  }

  /// A whole number.
  func integer(_ value: Value) throws(Problem) -> Int {
    let span = bytes.span
    guard value.field.kind == .number,
      let number = Int(String(copying: span.extracting(value.field.start..<value.field.end)))
    else { throw problem(value, "expected a whole number") }
    return number
  }

  /// A file's path, which begins at the policy's folder.
  func path(_ value: Value) throws(Problem) -> Path {
    let text = try string(value)
    guard !text.isEmpty, !text.utf8.contains(0) else { throw problem(value, "expected a path") }
    guard text.utf8.first != .slash, file.bytes.contains(.slash) else { return Path(text) }
    return file.folder.appending(Array(text.utf8))
  }
}
