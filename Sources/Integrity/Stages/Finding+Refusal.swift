import Commitments

// Why an event with a receipt is not published, in words for its message.

extension Finding {
  /// What the finding is of an event that was to be published; it shows nothing of the event.
  var refusalSentence: String {
    switch code {
    case .contentLeak:
      "\(field ?? "a hash") is shown and its text is masked, so that the text can be guessed; "
        + "mask the hash, too, as kt-redact does"
    case .otherCheckpoint: "its receipt is for another checkpoint"
    case .notInLog:
      (reason.map { "\($0): an event" } ?? "not what the log has: it") + " was changed behind "
        + "'kt-hash prove', and its receipt still opens what was there"
    case .noLeaves:
      "cannot tell whether it was changed behind its receipt: \(reason ?? "no log"); "
        + "'kt-hash prove --path' adds paths, and --log names the log"
    default: reason ?? code.rawValue
    }
  }
}

extension ReceiptRefusal {
  /// The reason that an event with such a receipt is not published.
  var sentence: String {
    switch self {
    case .event: "has no canonical form (\(code)), so that its receipt can't be verified"
    case .receipt: "'_kt' is no receipt"
    case .base64: "its receipt is not in base64url"
    case .mask: "its mask does not fit what the event shows"
    case .open: "its tokens do not fit its mask"
    case .edit: "its receipt can't be verified"
    }
  }
}
