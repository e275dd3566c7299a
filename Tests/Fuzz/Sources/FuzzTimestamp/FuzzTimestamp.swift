import Fuzzing

@main enum FuzzTimestamp {
  static func main() throws {
    try Fuzzing.run(TimestampCheck.seeds) { TimestampCheck.complaint(about: $0) }
  }
}
