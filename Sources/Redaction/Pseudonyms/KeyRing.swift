/// The keys of pseudonyms, the one for new events first (spec/redaction.md, section 6).
public struct KeyRing: Sendable {
  /// A key and the short name that every token of it carries.
  public struct Key: Sendable {
    /// 2 to 8 letters or digits.
    public let identifier: String
    /// 32 random bytes.
    public let secret: [UInt8]

    /// A key.
    public init(identifier: String, secret: [UInt8]) {
      self.identifier = identifier
      self.secret = secret
    }
  }

  /// The keys, newest first; at least one.
  public let keys: [Key]

  /// A ring of keys, newest first.
  public init(_ keys: [Key]) {
    precondition(!keys.isEmpty, "a key ring has a key")
    self.keys = keys
  }

  /// The key of new tokens.
  public var current: Key { keys[0] }
}
