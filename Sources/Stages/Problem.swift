public import Bytes
public import EventJSON
public import Gzip

/// Where in the input something is: a line, of a file where files were named.
public struct Place: Sendable, Equatable {
  /// The file, or nil for standard input.
  public let file: Path?
  /// The line, from 1.
  public let line: Int
  /// How many bytes of the line stand before the event: none but inside a container.
  public let column: Int

  /// A line of a file, or of standard input.
  public init(file: Path?, line: Int, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The beginning of the next line.
  var nextLine: Place { Place(file: file, line: line + 1) }

  /// The place that many bytes earlier on the same line.
  public func before(_ count: Int) -> Place {
    Place(file: file, line: line, column: column - count)
  }

  /// The place of the byte at `offset` of `event`, which begins here and may span lines.
  public func place(of offset: Int, in event: Span<UInt8>) -> Place {
    var line = line
    var lineStart = -column
    var search = 0
    // Only what stands before the offset is searched, however much follows.
    let before = event.extracting(0..<min(offset, event.count))
    while let newline = ByteScan.firstIndex(of: .newline, in: before, from: search) {
      line += 1
      lineStart = newline + 1
      search = newline + 1
    }
    return Place(file: file, line: line, column: offset - lineStart)
  }

  /// `events.jsonl:12`, or `line 12`.
  public var text: String {
    guard let file else { return "line \(line)" }
    return "\(Quoting.escaped(file.text)):\(line)"
  }
}

/// What ends a run: the exit status, and the sentence for standard error.
public struct Problem: Error, Equatable, Sendable {
  /// The exit status that says it.
  public let status: ExitStatus
  /// What, where and why, without the tool's name; empty where the status alone speaks.
  public let message: String

  /// A problem with its message, which begins with the place.
  public init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }

  /// A malformed event that begins at `place`.
  public init(_ problem: JSONProblem, in event: Span<UInt8>, at place: Place) {
    let exact = place.place(of: problem.offset, in: event)
    self.init(.badInput, "\(exact.text): byte \(exact.column + 1): \(problem.reason)")
  }

  /// A file that could not be read on; `nil` is standard input.
  public init(reading file: Path?, _ problem: ReadProblem) {
    let name = Self.inputName(file)
    switch problem {
    case .system(let error): self.init(.failure, "\(name): \(error)")
    case .corrupt(let reason): self.init(.badInput, "\(name): \(reason)")
    }
  }

  /// A failed write to `name`; a reader that went away is told by the status alone.
  public init(writing name: String, _ error: SystemError) {
    if error.isBrokenPipe {
      self.init(.readerGone, "")
    } else {
      self.init(.failure, "\(name): \(error)")
    }
  }

  /// What messages call an input.
  public static func inputName(_ file: Path?) -> String {
    file.map { Quoting.escaped($0.text) } ?? "standard input"
  }
}

/// Makes data fit to be shown on a terminal (spec/cli.md, "Messages").
public enum Quoting {
  /// The text with control, C1, bidirectional and line-separating characters as `\u{..}`.
  public static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if mustBeEscaped(scalar) {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// At most 64 bytes of the text, escaped, in single quotes.
  public static func quoted(_ text: String) -> String {
    guard text.utf8.count > 64 else { return "'\(escaped(text))'" }
    var prefix = ""
    for character in text.unicodeScalars {
      if prefix.utf8.count + String(character).utf8.count > 64 { break }
      prefix.unicodeScalars.append(character)
    }
    return "'\(escaped(prefix))...'"
  }

  private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069,
      0xFEFF:
      true
    default: false
    }
  }
}
