import Fuzzing

@main enum FuzzScanner {
  static func main() throws {
    try Fuzzing.run(ScannerCheck.seeds) { ScannerCheck.complaint(about: $0) }
  }
}
