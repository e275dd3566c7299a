public import EventJSON

/// Why an event with a receipt gives no root (spec/integrity.md, section 2.4).
public enum ReceiptRefusal: Error, Equatable, Sendable {
  /// The line, or its receipt, has no canonical form.
  case event(CanonicalRefusal)
  /// The member `_kt` is no receipt: no object, without `open`, with an unknown member or a value of
  /// the wrong kind.
  case receipt
  /// A member is not base64url as RFC 4648 writes it, without padding.
  case base64
  /// A mask entry that is malformed, leads nowhere, or overlaps another one.
  case mask
  /// The tokens of `open` are too few, too many or not as long as the mask asks for.
  case open
  /// An edit that leads to no value of the event: a mistake of whoever redacts.
  case edit

  /// The code of a finding's `reason`.
  public var code: String {
    switch self {
    case .event(let refusal): refusal.rawValue
    case .receipt: "receipt"
    case .base64: "base64url"
    case .mask: "mask"
    case .open: "open"
    case .edit: "edit"
    }
  }
}
