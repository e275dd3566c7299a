import Bytes

/// Keccak-256 as Ethereum has it (the Keccak submission, version 3, with capacity 512 and the
/// padding 0x01 that it had before FIPS 202), over messages of one block.
///
/// Addresses carry their checksum in the case of their letters (EIP-55), which needs no more than
/// one block of 40 characters; for anything else there is SHA-256.
enum Keccak256 {
  /// Bytes of a block.
  private static let rate = 136

  private static let constants: InlineArray<24, UInt64> = [
    0x0000_0000_0000_0001, 0x0000_0000_0000_8082, 0x8000_0000_0000_808a, 0x8000_0000_8000_8000,
    0x0000_0000_0000_808b, 0x0000_0000_8000_0001, 0x8000_0000_8000_8081, 0x8000_0000_0000_8009,
    0x0000_0000_0000_008a, 0x0000_0000_0000_0088, 0x0000_0000_8000_8009, 0x0000_0000_8000_000a,
    0x0000_0000_8000_808b, 0x8000_0000_0000_008b, 0x8000_0000_0000_8089, 0x8000_0000_0000_8003,
    0x8000_0000_0000_8002, 0x8000_0000_0000_0080, 0x0000_0000_0000_800a, 0x8000_0000_8000_000a,
    0x8000_0000_8000_8081, 0x8000_0000_0000_8080, 0x0000_0000_8000_0001, 0x8000_0000_8000_8008,
  ]
  /// The lanes in the order in which the steps rho and pi move them, each to the next one's place,
  /// and by how many bits they turn on the way.
  private static let places: InlineArray<24, Int> = [
    10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1,
  ]
  private static let turns: InlineArray<24, UInt64> = [
    1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44,
  ]

  /// The digest of fewer than 136 bytes, eight bytes a word, the first one lowest.
  static func digest(_ message: Span<UInt8>) -> InlineArray<4, UInt64> {
    precondition(message.count < rate, "a message of one block")
    var lanes = InlineArray<25, UInt64>(repeating: 0)
    for offset in 0..<message.count {
      lanes[offset >> 3] ^= UInt64(message[offset]) << UInt64(8 * (offset & 7))
    }
    lanes[message.count >> 3] ^= 1 << UInt64(8 * (message.count & 7))
    lanes[(rate - 1) >> 3] ^= 0x80 << 56
    for round in 0..<24 {
      theta(&lanes)
      rhoAndPi(&lanes)
      chi(&lanes)
      lanes[0] ^= constants[round]
    }
    return [lanes[0], lanes[1], lanes[2], lanes[3]]
  }

  private static func theta(_ lanes: inout InlineArray<25, UInt64>) {
    var columns = InlineArray<5, UInt64>(repeating: 0)
    for column in 0..<5 {
      for row in 0..<5 { columns[column] ^= lanes[column + 5 * row] }
    }
    for column in 0..<5 {
      let right = columns[column < 4 ? column + 1 : 0]
      let change = columns[column > 0 ? column - 1 : 4] ^ turned(right, 1)
      for row in 0..<5 { lanes[column + 5 * row] ^= change }
    }
  }

  private static func rhoAndPi(_ lanes: inout InlineArray<25, UInt64>) {
    var moving = lanes[1]
    for step in 0..<24 {
      let replaced = lanes[places[step]]
      lanes[places[step]] = turned(moving, turns[step])
      moving = replaced
    }
  }

  private static func chi(_ lanes: inout InlineArray<25, UInt64>) {
    for row in 0..<5 {
      let first = lanes[5 * row]
      let second = lanes[5 * row + 1]
      for column in 0..<5 {
        let next = column < 4 ? lanes[5 * row + column + 1] : first
        let afterNext = column < 3 ? lanes[5 * row + column + 2] : column == 3 ? first : second
        lanes[5 * row + column] ^= ~next & afterNext
      }
    }
  }

  private static func turned(_ word: UInt64, _ count: UInt64) -> UInt64 {
    word &<< count | word &>> (64 &- count)
  }
}
