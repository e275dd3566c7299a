import Bytes

/// The value of an IPv6 address (RFC 4291, section 2.2), read from any of its spellings.
struct IPVersion6Value: Equatable {
  private var groups = InlineArray<8, UInt16>(repeating: 0)

  /// Reads an address without a zone; nil where a text is none.
  init?(_ text: Span<UInt8>) {
    var count = 0
    var gap = -1
    var offset = 0
    if Boundary.byte(text, 0) == .colon {
      guard Boundary.byte(text, 1) == .colon else { return nil }
      gap = 0
      offset = 2
    }
    while offset < text.count {
      guard count < 8 else { return nil }
      if Self.isQuad(text, offset) {
        guard count <= 6, readQuad(text, offset, count) else { return nil }
        count += 2
        break
      }
      guard readGroup(text, &offset, count) else { return nil }
      count += 1
      if offset == text.count { break }
      guard Boundary.byte(text, offset) == .colon else { return nil }
      offset += 1
      if Boundary.byte(text, offset) == .colon {
        guard gap < 0 else { return nil }
        gap = count
        offset += 1
      } else if offset == text.count {
        return nil
      }
    }
    guard gap >= 0 ? count < 8 : count == 8 else { return nil }
    if gap >= 0 { widen(gap, count) }
  }

  static func == (left: IPVersion6Value, right: IPVersion6Value) -> Bool {
    for index in 0..<8 where left.groups[index] != right.groups[index] { return false }
    return true
  }

  /// Whether the rest of a text holds a dot before any colon: an address of version 4.
  private static func isQuad(_ text: Span<UInt8>, _ start: Int) -> Bool {
    var offset = start
    while Boundary.byte(text, offset).isDigit { offset += 1 }
    return offset > start && Boundary.byte(text, offset) == .dot
  }

  private mutating func readGroup(_ text: Span<UInt8>, _ offset: inout Int, _ index: Int) -> Bool {
    let start = offset
    var value: UInt16 = 0
    while offset - start < 4, let digit = Boundary.byte(text, offset).hexadecimalValue {
      value = value << 4 | UInt16(digit)
      offset += 1
    }
    groups[index] = value
    return offset > start
  }

  private mutating func readQuad(_ text: Span<UInt8>, _ start: Int, _ index: Int) -> Bool {
    guard let quad = IPVersion4Value(text.extracting(start..<text.count)) else { return false }
    groups[index] = UInt16(quad.value >> 16)
    groups[index + 1] = UInt16(truncatingIfNeeded: quad.value)
    return true
  }

  /// Puts the zeros of `::` in their place.
  private mutating func widen(_ gap: Int, _ count: Int) {
    let moved = count - gap
    for index in 0..<moved {
      groups[7 - index] = groups[count - 1 - index]
    }
    for index in gap..<(8 - moved) { groups[index] = 0 }
  }

  /// The network of the first 48 bits.
  var network48: IPVersion6Value {
    var network = self
    for index in 3..<8 { network.groups[index] = 0 }
    return network
  }

  /// Whether this is an address of version 4 in the clothes of version 6 (`::ffff:0:0/96`).
  private var isMapped: Bool {
    for index in 0..<5 where groups[index] != 0 { return false }
    return groups[5] == 0xFFFF
  }

  /// Appends the address as RFC 5952 has it: lower case, the longest run of zeros as `::`, and a
  /// mapped address of version 4 with dots (section 5).
  func append(to output: inout Output) {
    if isMapped {
      output.append(constant: "::ffff:")
      IPVersion4Value(UInt32(groups[6]) << 16 | UInt32(groups[7])).append(to: &output)
      return
    }
    let zeros = longestZeros
    var index = 0
    var isFirst = true
    while index < 8 {
      if index == zeros.start, zeros.count > 1 {
        output.append(constant: "::")
        index += zeros.count
        isFirst = true
        continue
      }
      if !isFirst { output.append(.colon) }
      isFirst = false
      Self.append(groups[index], to: &output)
      index += 1
    }
  }

  private var longestZeros: (start: Int, count: Int) {
    var longest = (start: 0, count: 0)
    var start = 0
    for index in 0..<8 {
      if groups[index] != 0 {
        start = index + 1
      } else if index + 1 - start > longest.count {
        longest = (start, index + 1 - start)
      }
    }
    return longest
  }

  private static func append(_ group: UInt16, to output: inout Output) {
    var hasBegun = false
    for shift in [UInt16(12), 8, 4, 0] {
      let digit = UInt8(group >> shift & 15)
      guard digit != 0 || hasBegun || shift == 0 else { continue }
      hasBegun = true
      output.append(digit < 10 ? .zero + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}

/// The value of an IPv4 address: four numbers of 0 to 255 without leading zeros.
struct IPVersion4Value: Equatable {
  /// Its 32 bits, the first number highest.
  let value: UInt32

  /// Reads an address; nil where a text is none.
  init?(_ text: Span<UInt8>) {
    var value: UInt32 = 0
    var offset = 0
    for part in 0..<4 {
      if part > 0 {
        guard Boundary.byte(text, offset) == .dot else { return nil }
        offset += 1
      }
      let start = offset
      var number: UInt32 = 0
      while offset - start < 3, Boundary.byte(text, offset).isDigit {
        number = number * 10 + UInt32(text[offset] - .zero)
        offset += 1
      }
      guard offset > start, number < 256, offset - start == 1 || text[start] != .zero else {
        return nil
      }
      value = value << 8 | number
    }
    guard offset == text.count else { return nil }
    self.value = value
  }

  /// The address with these bits.
  init(_ value: UInt32) { self.value = value }

  /// Appends the address.
  func append(to output: inout Output) {
    for shift in [UInt32(24), 16, 8, 0] {
      output.append(decimal: Int(value >> shift & 255))
      if shift > 0 { output.append(.dot) }
    }
  }

  /// The network of the first 24 bits.
  var network24: IPVersion4Value { IPVersion4Value(value & 0xFFFF_FF00) }
}
