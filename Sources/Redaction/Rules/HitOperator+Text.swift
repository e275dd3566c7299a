import Stages

// How operators are spelled: `replace`, `replace:TEMPLATE`, `mask:first=1,last=4,char=#` ..
extension HitOperator {
  /// Parses an operator.
  ///
  /// - Throws: an unknown name, or an argument that it does not take.
  public init(_ text: String) throws(RuleProblem) {
    let (name, argument) = Self.split(text)
    switch name {
    case "replace": self = .replace(argument.map { ReplacementTemplate($0) } ?? .usual)
    case "mask": self = .mask(try MaskShape(argument ?? ""))
    case "pseudonym", "hmac", "remove", "truncate", "keep":
      guard argument == nil else { throw RuleProblem("\(name) takes nothing behind it") }
      self =
        switch name {
        case "pseudonym", "hmac": .pseudonym
        case "remove": .remove
        case "truncate": .truncate
        default: .keep
        }
    default: throw RuleProblem(Self.refusal(of: name), about: name)
    }
  }

  /// The name, and what stands behind the first `:`, or for a template `=`.
  private static func split(_ text: String) -> (name: String, argument: String?) {
    guard let end = text.unicodeScalars.firstIndex(where: { $0 == ":" || $0 == "=" }) else {
      return (text, nil)
    }
    let next = text.unicodeScalars.index(after: end)
    return (String(text[..<end]), String(text[next...]))
  }

  private static func refusal(of name: String) -> String {
    switch name {
    case "hash":
      return "an unkeyed hash can be guessed back: all values of a kind are hashed within "
        + "hours; use pseudonym with --key-file"
    case "drop", "null": return "for whole fields: --\(name) FIELD; to take a value out use remove"
    case "encrypt", "date-shift": return "not supported; use pseudonym or replace"
    default:
      let names = ["replace", "mask", "pseudonym", "remove", "truncate", "keep"]
      let nearest = NearestName.find(name, among: names).map { "; did you mean \($0)?" } ?? ""
      return "unknown operator\(nearest); expected \(names.joined(separator: ", "))"
    }
  }

  /// The operator as its shortest spelling.
  var text: String {
    switch self {
    case .replace(let template): template == .usual ? "replace" : "replace:\(template.text)"
    case .mask(let shape): shape.text.isEmpty ? "mask" : "mask:\(shape.text)"
    case .pseudonym: "pseudonym"
    case .remove: "remove"
    case .truncate: "truncate"
    case .keep: "keep"
    }
  }
}

extension MaskShape {
  /// How many letters or digits can be told to stay.
  private static let limit = 1_000

  /// Parses `first=N,last=N,char=C`, any of them.
  ///
  /// - Throws: a part that is none of these, a number below 0, or more than one character.
  public init(_ text: String) throws(RuleProblem) {
    var first: Int?
    var last: Int?
    var character: [UInt8]?
    for part in RuleText.parts(text) {
      guard let (name, value) = RuleText.assignment(part) else {
        throw RuleProblem("expected mask:first=N,last=N,char=C", about: part)
      }
      switch name {
      case "first" where first == nil: first = try Self.count(value)
      case "last" where last == nil: last = try Self.count(value)
      case "char" where character == nil: character = try Self.character(value)
      default:
        throw RuleProblem("mask takes first=N, last=N and char=C, each once", about: part)
      }
    }
    self.init(character: character ?? [UInt8(ascii: "*")], first: first, last: last)
  }

  private static func count(_ text: String) throws(RuleProblem) -> Int {
    guard let count = Int(text), (0...limit).contains(count) else {
      throw RuleProblem("expected a number from 0 to \(limit)", about: text)
    }
    return count
  }

  private static func character(_ text: String) throws(RuleProblem) -> [UInt8] {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count == 1, let columns = TerminalCharacter.columns(scalars[0]), columns > 0,
      scalars[0] != " "
    else { throw RuleProblem("a mask is one character that can be seen", about: text) }
    // A number that is masked must not be another number.
    guard scalars[0].properties.numericType == nil else {
      throw RuleProblem("a mask is no digit", about: text)
    }
    return Array(text.utf8)
  }

  /// The shape as it is parsed; empty where the kinds say it all.
  var text: String {
    var parts: [String] = []
    if let first { parts.append("first=\(first)") }
    if let last { parts.append("last=\(last)") }
    if character != [UInt8(ascii: "*")] {
      parts.append("char=\(String(decoding: character, as: UTF8.self))")
    }
    return parts.joined(separator: ",")
  }
}
