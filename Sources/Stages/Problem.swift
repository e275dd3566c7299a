public import Bytes
public import Compression
public import EventJSON

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
    case .unavailable(let reason): self.init(.failure, "\(name): \(reason)")
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

/// What reading can fail with, told as a problem.
public protocol ReadFailure: Error {
  /// The problem of whoever reads `file`; nil is standard input.
  func problem(reading file: Path?) -> Problem
}

extension ReadProblem: ReadFailure {
  /// The problem with the input's name before it.
  public func problem(reading file: Path?) -> Problem { Problem(reading: file, self) }
}

extension Problem: ReadFailure {
  /// The problem of a source that names its places itself.
  public func problem(reading file: Path?) -> Problem { self }
}
