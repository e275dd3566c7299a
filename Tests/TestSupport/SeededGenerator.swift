import Foundation

/// Random numbers that repeat themselves for the same seed (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator {
  /// What the numbers follow from.
  public let seed: UInt64
  private var state: UInt64

  /// A generator from a seed.
  public init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  /// A generator with the seed in KT_SEED, or a new one; it is printed so that a run can be
  /// repeated.
  public init(for test: String) {
    let given = ProcessInfo.processInfo.environment["KT_SEED"].flatMap { UInt64($0) }
    self.init(seed: given ?? UInt64.random(in: 1 ... .max))
    print("\(test): KT_SEED=\(seed)")
  }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, and without, `limit`.
  public mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  /// One of the choices, of which there is at least one.
  public mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[below(choices.count)] }

  /// `count` bytes out of `alphabet`.
  public mutating func bytes(_ count: Int, of alphabet: [UInt8]) -> [UInt8] {
    (0..<count).map { _ in pick(alphabet) }
  }
}
