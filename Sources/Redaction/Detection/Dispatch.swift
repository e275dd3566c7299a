import Bytes

/// Which detectors look at which anchor; what an anchor is, the scanners say.
///
/// Every detector is called at its anchors only, looks at a bounded number of bytes around them,
/// and gives up at the first byte that does not fit: so a text costs time in proportion to its
/// length whatever it holds.
enum Dispatch {
  /// The word `start ..< end` where it has a digit; gives the offset before which no further word
  /// need be looked at.
  ///
  /// Nothing is found inside of a UUID (`Shield`), and logs are full of them.
  @inline(never)
  static func word(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) -> Int {
    if end &- start == 8, Boundary.byte(text, end) == .minus,
      let behind = Shield.endOfUUID(text, start), !Boundary.isWord(Boundary.byte(text, behind))
    {
      UnsignedSecrets.find(text, start, into: &hits)
      return behind
    }
    if text[start].isDigit {
      numberToken(text, key, start, end, into: &hits)
    } else {
      mixedToken(text, key, start, end, into: &hits)
    }
    return end
  }

  /// A run of word bytes whose first byte is a digit.
  private static func numberToken(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {
    if end &- start >= 4 { longNumberToken(text, key, start, end, into: &hits) }
    let before = Boundary.byte(text, start &- 1)
    let isBehindDigit = Boundary.byte(text, start &- 2).isDigit
    // What goes on behind a digit and a dot begins before it, and reads further from there.
    if before == .dot, isBehindDigit { return }
    if Boundary.byte(text, end) == .dot {
      IPAddress.findVersion4(text, key, start, into: &hits)
    }
    PhoneNumber.find(text, key, start, into: &hits)
    // Behind a digit and a space there is neither a prefix of letters nor a name.
    if before != .space || !isBehindDigit {
      UKNINO.findSpaced(text, key, start, end, into: &hits)
      UnsignedSecrets.find(text, start, into: &hits)
    }
    if end &- start == 2 { BRCNPJ.findAlphanumeric(text, key, start, end, into: &hits) }
    guard DigitGroups.mayBegin(text, start, end), Boundary.isNumberStart(text, start) else {
      return
    }
    let groups = DigitGroups(text, at: start)
    guard groups.digitCount >= 6 else { return }
    number(groups, text, key, into: &hits)
  }

  /// Of four bytes and more: most numbers in texts are shorter.
  private static func longNumberToken(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {
    Crypto.find(text, key, start, end, into: &hits)
    USMBI.find(text, key, start, end, into: &hits)
    VIN.find(text, key, start, end, into: &hits)
    ESNIE.findDashed(text, key, start, end, into: &hits)
    BRCNPJ.findAlphanumeric(text, key, start, end, into: &hits)
    TokenShapes.find(text, key, start, end, into: &hits)
    dots(text, key, start, end, into: &hits)
  }

  private static func number(
    _ groups: borrowing DigitGroups, _ text: Span<UInt8>, _ key: Span<UInt8>,
    into hits: inout Hits
  ) {
    CreditCard.find(groups, text, key, into: &hits)
    if groups.length(0) > 15 {
      CNResidentID.find(groups, text, key, into: &hits)
      return
    }
    ABARoutingNumber.find(groups, text, key, into: &hits)
    USSSN.find(groups, text, key, into: &hits)
    USITIN.find(groups, text, key, into: &hits)
    UKNHS.find(groups, text, key, into: &hits)
    CASIN.find(groups, text, key, into: &hits)
    AUTFN.find(groups, text, key, into: &hits)
    AUABN.find(groups, text, key, into: &hits)
    AUMedicare.find(groups, text, key, into: &hits)
    INAadhaar.find(groups, text, key, into: &hits)
    ZAIDNumber.find(groups, text, key, into: &hits)
    DETaxID.find(groups, text, key, into: &hits)
    FRNIR.find(groups, text, key, into: &hits)
    ESNIF.find(groups, text, key, into: &hits)
    PLPESEL.find(groups, text, key, into: &hits)
    FIIdentityCode.find(groups, text, key, into: &hits)
    SEPersonnummer.find(groups, text, key, into: &hits)
    KRRRN.find(groups, text, key, into: &hits)
    BRCPF.find(groups, text, key, into: &hits)
    BRCNPJ.find(groups, text, key, into: &hits)
    NLBSN.find(groups, text, key, into: &hits)
    TRNationalID.find(groups, text, key, into: &hits)
    THTNIN.find(groups, text, key, into: &hits)
  }

  /// A run of word bytes that begins with a letter or `_` and has a digit.
  private static func mixedToken(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {
    IBAN.find(text, key, start, end, into: &hits)
    UKNINO.find(text, key, start, end, into: &hits)
    INPAN.find(text, key, start, end, into: &hits)
    SGNRIC.find(text, key, start, end, into: &hits)
    ESNIE.find(text, key, start, end, into: &hits)
    ITFiscalCode.find(text, key, start, end, into: &hits)
    BRCNPJ.findAlphanumeric(text, key, start, end, into: &hits)
    VIN.find(text, key, start, end, into: &hits)
    TokenShapes.find(text, key, start, end, into: &hits)
    UnsignedSecrets.find(text, start, into: &hits)
    dots(text, key, start, end, into: &hits)
  }

  /// A word start whose first bytes are those of a prefix in the prefix filter.
  @inline(never)
  static func prefix(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, into hits: inout Hits
  ) {
    let first = text[start].lowercased
    let second = Boundary.byte(text, start &+ 1).lowercased
    switch (first, second) {
    case (UInt8(ascii: "b"), UInt8(ascii: "c")):
      Crypto.findBech32(text, key, start, into: &hits)
    case (UInt8(ascii: "m"), UInt8(ascii: "a")), (UInt8(ascii: "p"), UInt8(ascii: "h")),
      (UInt8(ascii: "h"), UInt8(ascii: "a")), (UInt8(ascii: "e"), UInt8(ascii: "t")):
      MACAddress.findLabelled(text, key, start, into: &hits)
    case (UInt8(ascii: "c"), UInt8(ascii: "o")), (UInt8(ascii: "f"), UInt8(ascii: "i")):
      ITFiscalCode.findLabelled(text, key, start, into: &hits)
    default: break
    }
    PrefixedSecrets.find(text, key, start, into: &hits)
    if second == UInt8(ascii: "s") { Assignments.findSpoken(text, key, start, into: &hits) }
  }

  /// An `@`.
  static func atSign(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) {
    EmailAddress.find(text, key, offset, into: &hits)
  }

  /// A `:`; gives the offset before which no further colon need be looked at.
  static func colon(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) -> Int {
    let next = Boundary.byte(text, offset + 1)
    // Nothing is assigned, and no address goes on, over the end of a line or of the text.
    if next == .newline || next == .carriageReturn || next == 0 { return offset + 1 }
    if next == .slash, Boundary.byte(text, offset + 2) == .slash {
      // Behind a scheme there is neither an assignment nor an address.
      URLCredentials.find(text, key, offset, into: &hits)
      return offset + 1
    }
    if next == .slash || next == .backslash {
      URLCredentials.find(text, key, offset, into: &hits)
    }
    Assignments.find(text, key, offset, into: &hits)
    // What follows the colon of an address is hexadecimal, or a colon.
    guard next == .colon || next.hexadecimalValue != nil else { return offset + 1 }
    let resume = MACAddress.findColons(text, key, offset, into: &hits)
    return max(resume, IPAddress.findVersion6(text, key, offset, into: &hits))
  }

  /// A `=`.
  static func equals(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) {
    Assignments.find(text, key, offset, into: &hits)
  }

  /// A full-width colon or equals sign (EF BC 9A, EF BC 9D).
  static func wideSign(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) {
    Assignments.findWide(text, key, offset, into: &hits)
  }

  /// A `-`; gives the offset before which a run of five need not be looked at.
  static func dash(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, _ dashesFrom: Int,
    into hits: inout Hits
  ) -> Int {
    if Boundary.byte(text, offset + 3) == .minus {
      MACAddress.findDashes(text, key, offset, into: &hits)
    }
    guard offset >= dashesFrom, Boundary.byte(text, offset - 1) != .minus,
      ByteScan.hasWord(text, at: offset, "-----")
    else { return dashesFrom }
    return PrivateKey.find(text, key, offset, into: &hits)
  }

  /// A byte 0xEF, which may begin a full-width colon or equals sign (EF BC 9A, EF BC 9D).
  static func wide(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) {
    let last = Boundary.byte(text, offset + 2)
    guard Boundary.byte(text, offset + 1) == 0xBC, last == 0x9A || last == 0x9D else { return }
    Assignments.findWide(text, key, offset, into: &hits)
  }

  /// The dots around a word of four bytes with a digit: a MAC address in Cisco's form has such a
  /// word at one of its three places.
  private static func dots(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ start: Int, _ end: Int, into hits: inout Hits
  ) {
    guard end &- start == 4 else { return }
    dotPair(text, key, end, into: &hits)
    dotPair(text, key, start &- 1, into: &hits)
    dotPair(text, key, start &- 6, into: &hits)
  }

  private static func dotPair(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) {
    guard Boundary.byte(text, offset) == .dot, Boundary.byte(text, offset &+ 5) == .dot else {
      return
    }
    MACAddress.findDots(text, key, offset, into: &hits)
  }

  /// A `~`.
  static func tilde(
    _ text: Span<UInt8>, _ key: Span<UInt8>, _ offset: Int, into hits: inout Hits
  ) {
    AzureSecret.findTilde(text, key, offset, into: &hits)
  }

  /// The text as a whole, once: its member's name may say what it is.
  static func whole(_ text: Span<UInt8>, _ key: Span<UInt8>, into hits: inout Hits) {
    Assignments.findWhole(text, key, into: &hits)
  }
}
