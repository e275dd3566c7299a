/// All built-in kinds, in the order of `Kind`.
public enum KindTable {
  /// One entry for each kind, at the index of its raw value.
  public static let entries: [KindEntry] = {
    let entries =
      personal + [PrivateKey.entry, AWSSecretKey.entry, AzureSecret.entry, JWT.entry]
      + [URLCredentials.entry, AuthHeader.entry, GenericSecret.entry] + PrefixedSecrets.entries
    return entries.sorted { $0.kind.rawValue < $1.kind.rawValue }
  }()

  private static let personal: [KindEntry] = [
    EmailAddress.entry, PhoneNumber.entry, CreditCard.entry, IBAN.entry, ABARoutingNumber.entry,
    Crypto.entry, IPAddress.entry, MACAddress.entry, USSSN.entry, USITIN.entry, USMBI.entry,
    UKNHS.entry, UKNINO.entry, CASIN.entry, AUTFN.entry, AUABN.entry, AUMedicare.entry,
    INAadhaar.entry, INPAN.entry, SGNRIC.entry, DETaxID.entry, FRNIR.entry, ESNIF.entry,
    ESNIE.entry, ITFiscalCode.entry, PLPESEL.entry, FIIdentityCode.entry, SEPersonnummer.entry,
    KRRRN.entry, CNResidentID.entry, BRCPF.entry, BRCNPJ.entry, NLBSN.entry, TRNationalID.entry,
    ZAIDNumber.entry, THTNIN.entry, VIN.entry,
  ]

  /// The entry of a kind.
  public static func entry(_ kind: Kind) -> KindEntry { entries[Int(kind.rawValue)] }

  /// The entry of a name, or nil.
  public static func entry(named name: String) -> KindEntry? {
    entries.first { $0.name == name }
  }
}
