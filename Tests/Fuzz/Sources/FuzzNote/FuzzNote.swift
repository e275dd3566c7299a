import Fuzzing

@main enum FuzzNote {
  static func main() throws { try Fuzzing.run(NoteCheck.seeds) { NoteCheck.complaint(about: $0) } }
}
