import Fuzzing

@main enum FuzzRedaction {
  static func main() throws {
    try Fuzzing.run(RedactionCheck.seeds) { RedactionCheck.complaint(about: $0) }
  }
}
