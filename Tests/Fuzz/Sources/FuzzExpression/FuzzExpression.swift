import Fuzzing

@main enum FuzzExpression {
  static func main() throws {
    try Fuzzing.run(ExpressionCheck.seeds) { ExpressionCheck.complaint(about: $0) }
  }
}
