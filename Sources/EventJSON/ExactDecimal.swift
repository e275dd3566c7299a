public import Bytes

/// A number with at most 36 digits before and 36 behind the decimal point, added exactly.
///
/// ```
///   limbs[3]            limbs[2]            limbs[1]            limbs[0]
///   18 digits           18 digits         . 18 digits           18 digits
/// ```
/// Each limb but the highest one lies between -10^18 and 10^18, and may have another sign than its
/// neighbours: a carry is all that an addition costs. The highest one has room for nine times as
/// much, so that a sum may grow a little larger than its parts.
public struct ExactDecimal: Sendable {
  private var limbs: SIMD4<Int64>

  /// 0.
  public static var zero: ExactDecimal { ExactDecimal(limbs: .zero) }

  private init(limbs: SIMD4<Int64>) { self.limbs = limbs }

  private static let base: Int64 = 1_000_000_000_000_000_000
  private static let powers: [Int64] = (0..<18).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// The value of a valid JSON number; nil where it has digits outside of what fits.
  public init?(_ text: Span<UInt8>) {
    let number = Decimal(text)
    self.init(limbs: .zero)
    if number.isZero { return }
    guard -35...36 ~= number.magnitude else { return nil }
    // The place of each digit, counted from that of 10^-36.
    var place = number.magnitude + 35
    for offset in number.firstDigit...number.lastDigit where text[offset] != .dot {
      guard place >= 0 else { return nil }
      limbs[place / 18] += Int64(text[offset] - .zero) * Self.powers[place % 18]
      place -= 1
    }
    if number.isNegative { limbs = 0 &- limbs }
  }

  /// Adds a number; false, and nothing is added, where the sum does not fit.
  public mutating func add(_ other: ExactDecimal) -> Bool {
    // The lower limbs are below 10^18 in size, so that no sum of two overflows a word.
    guard !limbs[3].addingReportingOverflow(other.limbs[3]).overflow else { return false }
    var sum = limbs &+ other.limbs
    for index in 0..<3 {
      if sum[index] >= Self.base {
        sum[index] -= Self.base
        sum[index + 1] += 1
      } else if sum[index] <= -Self.base {
        sum[index] += Self.base
        sum[index + 1] -= 1
      }
    }
    guard sum[3].magnitude < 8 * Self.base.magnitude else { return false }
    limbs = sum
    return true
  }

  /// Appends the number as JSON: digits, and a fraction without zeros at its end where it has one.
  public func write(into output: inout Output) {
    let (isNegative, limbs) = signed
    if isNegative { output.append(.minus) }
    if limbs[3] > 0 {
      output.append(decimal: Int(limbs[3]))
      Self.appendDigits(of: limbs[2], dropping: 0, into: &output)
    } else {
      output.append(decimal: Int(limbs[2]))
    }
    guard limbs[0] | limbs[1] != 0 else { return }
    output.append(.dot)
    let zeros = Self.trailingZeros(of: limbs[1])
    Self.appendDigits(of: limbs[1], dropping: limbs[0] == 0 ? zeros : 0, into: &output)
    guard limbs[0] != 0 else { return }
    Self.appendDigits(of: limbs[0], dropping: Self.trailingZeros(of: limbs[0]), into: &output)
  }

  /// The sign, and limbs without one.
  private var signed: (isNegative: Bool, limbs: SIMD4<Int64>) {
    let highest = (0..<4).last { limbs[$0] != 0 }.map { limbs[$0] } ?? 0
    var rest = highest < 0 ? 0 &- limbs : limbs
    for index in 0..<3 where rest[index] < 0 {
      rest[index] += Self.base
      rest[index + 1] -= 1
    }
    return (highest < 0, rest)
  }

  private static func trailingZeros(of limb: Int64) -> Int {
    powers.indices.last { limb % powers[$0] == 0 } ?? 0
  }

  /// Appends the eighteen digits of a limb but the last ones.
  private static func appendDigits(
    of limb: Int64, dropping count: Int, into output: inout Output
  ) {
    for place in (count..<18).reversed() {
      output.append(.zero + UInt8(limb / powers[place] % 10))
    }
  }
}
