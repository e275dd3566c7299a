import Fuzzing

@main enum FuzzPattern {
  static func main() throws {
    try Fuzzing.run(PatternCheck.seeds) { PatternCheck.complaint(about: $0) }
  }
}
