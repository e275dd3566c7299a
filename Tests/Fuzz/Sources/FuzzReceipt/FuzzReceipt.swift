import Fuzzing

@main enum FuzzReceipt {
  static func main() throws {
    try Fuzzing.run(ReceiptCheck.seeds) { ReceiptCheck.complaint(about: $0) }
  }
}
