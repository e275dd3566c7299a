/// Why a selection can't be compiled.
public struct SelectionProblem: Error, Equatable, Sendable {
  /// The option that is wrong, such as `--where`.
  public let option: String
  /// The sentence.
  public let reason: String
  /// The option's value, and the column in it, from 1, where a caret belongs; nil where the whole
  /// value is wrong.
  public let location: Location?

  /// A place in an option's value.
  public struct Location: Equatable, Sendable {
    /// The whole value.
    public let text: String
    /// The column, in characters from 1.
    public let column: Int
  }

  /// The same problem, where another option gave the expression.
  public func named(_ option: String) -> SelectionProblem {
    SelectionProblem(option: option, reason: reason, location: location)
  }

  private init(option: String, reason: String, location: Location?) {
    self.option = option
    self.reason = reason
    self.location = location
  }

  /// A problem with a whole option.
  init(option: String, _ reason: String) {
    self.option = option
    self.reason = reason
    location = nil
  }

  /// A problem at a byte of an option's value.
  init(option: String, _ reason: String, in text: String, at offset: Int) {
    self.option = option
    self.reason = reason
    let before = String(decoding: Array(text.utf8).prefix(offset), as: UTF8.self)
    location = Location(text: text, column: before.unicodeScalars.count + 1)
  }
}
