import Fuzzing

@main enum FuzzDecoder {
  static func main() throws {
    try Fuzzing.run(DecoderCheck.seeds) { DecoderCheck.complaint(about: $0) }
  }
}
