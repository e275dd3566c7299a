/// New secrets.
enum Secret {
  /// How many bytes a secret has.
  static let size = 32

  /// 32 bytes from the system's random numbers.
  static func random() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }
}
