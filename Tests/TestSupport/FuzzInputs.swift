import Foundation

/// Inputs for a check that Tests/Fuzz gives to libFuzzer, so that it holds in `swift test` too.
public enum FuzzInputs {
  /// What the fuzzer `name` failed on once: what was mended stays so.
  public static func failCases(of name: String) throws -> [[UInt8]] {
    let folder = Locations.repository.appendingPathComponent("Tests/Fuzz/FailCases/\(name)")
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).map { Array(try Data(contentsOf: $0)) }
  }

  /// What does not hold, of all inputs that the fuzzer `name` failed on once, of the seeds, and of
  /// random changes to them; nothing where the check holds.
  public static func complaints(
    of name: String, seeds: [[UInt8]], rounds: Int = 2_000, check: ([UInt8]) -> String?
  ) throws -> [String] {
    let kept = try failCases(of: name)
    var mutator = Mutator(seeds + kept, SeededGenerator(for: "fuzz \(name)"))
    let inputs = seeds + kept + (0..<rounds).map { _ in mutator.next() }
    return inputs.compactMap { input in
      check(input).map { "\($0): \(Data(input).base64EncodedString())" }
    }
  }
}

/// Changes inputs at random as libFuzzer does, but without looking at what that leads to.
private struct Mutator {
  private static let pieces = [
    "\"", "\\", "\\u00", "\\ud800", "{", "}", "[", "]", ",", ":", "\n", "\r\n", "\0", "0", "-",
    "1e400",
    "é", "😀", "\u{FEFF}", " ", ".", "+", "true", "null", "\u{1B}", "=", ";", "|", "(", ")", "*",
  ].map { Array($0.utf8) }
  private let seeds: [[UInt8]]
  private var random: SeededGenerator

  init(_ seeds: [[UInt8]], _ random: SeededGenerator) {
    self.seeds = seeds
    self.random = random
  }

  /// A seed with one to four changes.
  mutating func next() -> [UInt8] {
    var input = random.pick(seeds)
    for _ in 0...random.below(4) { change(&input) }
    return input
  }

  private mutating func change(_ input: inout [UInt8]) {
    let place = random.below(input.count + 1)
    let end = min(place + random.below(9), input.count)
    switch random.below(6) {
    case 0 where place < input.count: input[place] ^= 1 << UInt8(random.below(8))
    case 1 where place < input.count: input[place] = UInt8(random.below(256))
    case 2: input.removeSubrange(place..<end)
    case 3: input.insert(contentsOf: input[place..<end], at: place)
    case 4: input = input.prefix(place) + random.pick(seeds).suffix(random.below(64))
    default: input.insert(contentsOf: random.pick(Self.pieces), at: place)
    }
  }
}
