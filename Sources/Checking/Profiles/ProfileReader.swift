import Bytes
import EventJSON
public import Stages

extension Profile {
  /// The largest file in bytes.
  private static let maximumSize = 1 << 20

  /// Reads the profile of a name, or of a file.
  ///
  /// A file that has the name of a built-in profile is named by a path with a slash.
  ///
  /// - Throws: `usage`: not there, over 1 MiB, not such an object, or a check that nobody knows.
  public init(named text: String) throws(Problem) {
    if let profile = Self.builtIn.first(where: { $0.name == text }) {
      var bytes = Output(capacity: 8 * 1024)
      bytes.append(constant: profile.text)
      self = try ProfileReader(Array(copying: bytes.bytes), named: text).profile()
      return
    }
    let file = Path(argument: text)
    let name = "--profile: \(Quoting.escaped(text))"
    let bytes: [UInt8]?
    do throws(SystemError) {
      var descriptor = try file.openForReading()
      bytes = try descriptor.contents(atMost: Self.maximumSize)
    } catch {
      let names = Self.builtIn.map(\.name).joined(separator: ", ")
      throw Problem(.usage, "\(name): \(error); give a file, or one of \(names)")
    }
    guard let bytes else { throw Problem(.usage, "\(name): more than 1 MiB") }
    self = try ProfileReader(bytes, named: text).profile()
  }
}

/// Reads a profile, and says which member is not what it must be.
///
/// A message shows no value: the wrong file may have been named.
struct ProfileReader {
  private let bytes: [UInt8]
  private let name: String

  /// A reader of a text, which messages call `name`.
  init(_ bytes: [UInt8], named name: String) {
    self.bytes = bytes
    self.name = "--profile: \(Quoting.escaped(name))"
  }

  /// The profile that the text is.
  func profile() throws(Problem) -> Profile {
    var texts: [String: String] = [:]
    var entries: [Check: Profile.Entry] = [:]
    for (key, value) in try members(of: try root(), at: "") {
      switch key {
      case "name", "title", "note": texts[key] = try string(value, at: key)
      case "checks":
        for (key, value) in try members(of: value, at: key) {
          guard let check = Check(name: key) else {
            throw Problem(.usage, "\(name): checks: \(Check.unknown(key))")
          }
          entries[check] = try entry(value, at: "checks.\(key)")
        }
      default: throw unknown(key, at: "", expected: "name, title, note, checks")
      }
    }
    guard let own = texts["name"], let title = texts["title"], !entries.isEmpty else {
      throw Problem(.usage, "\(name): expected the members name, title and checks")
    }
    return Profile(name: own, title: title, note: texts["note"] ?? "", entries: entries)
  }

  private func root() throws(Problem) -> Field {
    let lookup = LookupBuilder().finish()
    var table = lookup.makeTable()
    do throws(JSONProblem) {
      try lookup.scan(bytes.span, into: &table)
    } catch {
      let problem = Problem(error, in: bytes.span, at: Place(file: nil, line: 1))
      throw Problem(.usage, "\(name): \(problem.message)")
    }
    let bounds = Skip.bounds(of: bytes.span)
    return Field(.object, bounds.lowerBound, bounds.upperBound)
  }

  private func entry(_ value: Field, at place: String) throws(Problem) -> Profile.Entry {
    var entry = Profile.Entry()
    for (key, value) in try members(of: value, at: place) {
      switch key {
      case "required":
        guard value.kind == .true || value.kind == .false else {
          throw wrong("\(place).required", "true or false")
        }
        entry.isRequired = value.kind == .true
      case "serves": entry.references = try references(value, at: "\(place).serves")
      default: throw unknown(key, at: place, expected: "required, serves")
      }
    }
    return entry
  }

  private func references(
    _ array: Field, at place: String
  ) throws(Problem) -> [Profile.Reference] {
    guard array.kind == .array else { throw wrong(place, "an array") }
    var references: [Profile.Reference] = []
    var iterator = ElementIterator(bytes.span, array)
    while let element = iterator.next(bytes.span) {
      let here = "\(place)[\(references.count)]"
      var texts: [String: String] = [:]
      for (key, value) in try members(of: element, at: here) {
        guard key == "reference" || key == "title" else {
          throw unknown(key, at: here, expected: "reference, title")
        }
        texts[key] = try string(value, at: "\(here).\(key)")
      }
      guard let reference = texts["reference"], let title = texts["title"] else {
        throw wrong(here, "reference and title")
      }
      references.append(Profile.Reference(reference: reference, title: title))
    }
    return references
  }

  /// The members of an object, none of which may stand twice.
  private func members(
    of object: Field, at place: String
  ) throws(Problem) -> [(key: String, value: Field)] {
    guard object.kind == .object else { throw wrong(place, "an object") }
    var members: [(key: String, value: Field)] = []
    var iterator = MemberIterator(bytes.span, object)
    while let (key, value) = iterator.next(bytes.span) {
      let text = StringEscapes.text(of: key, in: bytes.span)
      guard !members.contains(where: { $0.key == text }) else {
        let place = place.isEmpty ? "" : "\(place): "
        throw Problem(.usage, "\(name): \(place)\(Quoting.quoted(text)) stands twice")
      }
      members.append((text, value))
    }
    return members
  }

  private func string(_ value: Field, at place: String) throws(Problem) -> String {
    guard value.isString else { throw wrong(place, "a string") }
    return StringEscapes.text(of: value, in: bytes.span)
  }

  private func wrong(_ place: String, _ expected: String) -> Problem {
    Problem(.usage, "\(name): \(place.isEmpty ? "" : "\(place): ")expected \(expected)")
  }

  private func unknown(_ key: String, at place: String, expected: String) -> Problem {
    let place = place.isEmpty ? "" : "\(place): "
    return Problem(
      .usage, "\(name): \(place)unknown member \(Quoting.quoted(key)); expected \(expected)")
  }
}
