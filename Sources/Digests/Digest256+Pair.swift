extension Digest256 {
  /// The SHA-256 of a byte and two digests behind it, 65 bytes in all: a node of a hash tree.
  public init(of mark: UInt8, _ left: Digest256, _ right: Digest256) {
    var bytes = InlineArray<65, UInt8>(repeating: mark)
    left.write(to: &bytes, at: 1)
    right.write(to: &bytes, at: 33)
    self.init(of: bytes.span)
  }

  private func write(to bytes: inout InlineArray<65, UInt8>, at start: Int) {
    for place in 0..<8 {
      let shift = UInt64(place) &* 8
      bytes[start &+ place] = UInt8(truncatingIfNeeded: first &>> shift)
      bytes[start &+ place &+ 8] = UInt8(truncatingIfNeeded: second &>> shift)
      bytes[start &+ place &+ 16] = UInt8(truncatingIfNeeded: third &>> shift)
      bytes[start &+ place &+ 24] = UInt8(truncatingIfNeeded: fourth &>> shift)
    }
  }
}
