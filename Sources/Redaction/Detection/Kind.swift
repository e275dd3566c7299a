/// What a built-in detector finds (spec/redaction.md, sections 2 and 3).
///
/// Personal data come first, then secrets. Names are Presidio's where it has one; `KindEntry` has everything else.
public enum Kind: UInt8, CaseIterable, Sendable {
  case emailAddress, phoneNumber, creditCard, iban, abaRoutingNumber, crypto, ipAddress
  case macAddress, usSSN, usITIN, usMBI, ukNHS, ukNINO, caSIN, auTFN, auABN, auMedicare
  case inAadhaar, inPAN, sgNRIC, deTaxID, frNIR, esNIF, esNIE, itFiscalCode, plPESEL
  case fiIdentityCode, sePersonnummer, krRRN, cnResidentID, brCPF, brCNPJ, nlBSN, trNationalID
  case zaIDNumber, thTNIN, vin

  case privateKey, openAIKey, anthropicKey, vendorToken, huggingFaceToken, awsAccessKey
  case awsSecretKey, githubToken, gitlabToken, slackToken, stripeKey, gcpAPIKey, azureSecret
  case twilioKey, sendgridKey, npmToken, pypiToken, jwt, urlCredentials, authHeader
  case genericSecret

  /// Whether this is a secret; else it is personal data.
  public var isSecret: Bool { rawValue >= Kind.privateKey.rawValue }
}
