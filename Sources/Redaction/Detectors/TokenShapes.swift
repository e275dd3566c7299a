import Bytes

/// TODO Secrets without a prefix, told by the shape of a token with a digit: Discord, Mailchimp, Twilio, Telegram.
enum TokenShapes {
  static func find(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {}
}
