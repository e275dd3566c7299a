/// The text that every match holds.
extension PosixSyntax {
  /// A repetition of a literal is spelled out up to so many bytes.
  private static let longestSpelled = 64

  /// The longest run of bytes that stands in every match, or nil where there is none.
  var requiredLiteral: [UInt8]? {
    let longest = Requirement(self).longest
    return longest.isEmpty ? nil : longest
  }

  /// What every match of a part holds.
  private struct Requirement {
    /// The only text that the part matches, where there is only one.
    var whole: [UInt8]?
    /// The longest run of bytes that stands in every match.
    var longest: [UInt8]

    init(_ syntax: PosixSyntax) {
      (whole, longest) = (nil, [])
      switch syntax {
      case .bytes(let set): whole = set.onlyMember.map { [$0] }
      case .assertion: whole = []
      case .sequence(let parts): join(parts)
      case .choice(let parts):
        if parts.count == 1 { self = Requirement(parts[0]) }
      case .repetition(let part, let least, let most): repeatPart(part, least, most)
      }
      if let whole { longest = whole }
    }

    private mutating func join(_ parts: [PosixSyntax]) {
      var run: [UInt8] = []
      var isOnlyOne = true
      for part in parts {
        let required = Requirement(part)
        if let text = required.whole {
          run += text
        } else {
          isOnlyOne = false
          keep(run)
          keep(required.longest)
          run = []
        }
      }
      keep(run)
      if isOnlyOne { whole = run }
    }

    private mutating func repeatPart(_ part: PosixSyntax, _ least: Int, _ most: Int?) {
      guard least > 0 else { return }
      let required = Requirement(part)
      longest = required.longest
      guard let text = required.whole, least * text.count <= longestSpelled else { return }
      longest = Array(repeatElement(text, count: least).joined())
      if least == most { whole = longest }
    }

    private mutating func keep(_ run: [UInt8]) {
      if run.count > longest.count { longest = run }
    }
  }
}
