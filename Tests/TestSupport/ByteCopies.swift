public import Bytes

/// The bytes of a span, copied so that they can be compared and kept.
public func copy(_ bytes: Span<UInt8>) -> [UInt8] {
  (0..<bytes.count).map { bytes[$0] }
}

/// The bytes of a span as text.
public func text(_ bytes: Span<UInt8>) -> String {
  String(decoding: copy(bytes), as: UTF8.self)
}

/// What `body` appends to a small output that has to grow.
public func collect(_ body: (inout Output) throws -> Void) rethrows -> [UInt8] {
  var output = Output(capacity: 1)
  try body(&output)
  return copy(output.bytes)
}
