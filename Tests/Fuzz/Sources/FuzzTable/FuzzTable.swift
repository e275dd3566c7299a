import Fuzzing

@main enum FuzzTable {
  static func main() throws {
    try Fuzzing.run(TableCheck.seeds) { TableCheck.complaint(about: $0) }
  }
}
