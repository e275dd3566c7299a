public import Stages

extension Problem {
  /// A selection that can't be compiled, with a caret under the column where one is known.
  public init(usage problem: SelectionProblem) {
    guard let location = problem.location else {
      self.init(.usage, "\(problem.option): \(Quoting.escaped(problem.reason))")
      return
    }
    // One column for each character: what a terminal would act on is shown as a space.
    let text = String(
      String.UnicodeScalarView(
        location.text.unicodeScalars.map { scalar in
          Quoting.escaped(String(scalar)) == String(scalar) ? scalar : " "
        }))
    let caret = String(repeating: " ", count: location.column - 1) + "^"
    self.init(
      .usage,
      "\(problem.option): column \(location.column): \(Quoting.escaped(problem.reason))"
        + "\n  \(text)\n  \(caret)")
  }
}
