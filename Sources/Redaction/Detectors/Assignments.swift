import Bytes

/// TODO Values behind a name and a sign: `password=...`, `Authorization: Bearer ...`.
enum Assignments {
  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) {}

  static func findWide(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) {}

  static func findSpoken(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, into hits: inout Hits
  ) {}

  static func findWhole(
    _ text: Span<UInt8>, _ key: Span<UInt8>, into hits: inout Hits
  ) {}
}
