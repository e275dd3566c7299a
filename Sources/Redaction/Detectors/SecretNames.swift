import Bytes

/// Names that say that a secret follows (spec/redaction.md, section 3, GENERIC_SECRET), and those
/// that only look like it: `token_count`, `public_key`, `password_hash`.
///
/// A name counts where it holds one of `words`. What stands behind the word must not tell that the
/// value is something about the secret instead of itself, and nothing anywhere in it that the value
/// is for everybody to read. The names of the older lists are those of gitleaks' generic rule.
enum SecretNames {
  /// What a name says of its value.
  enum Role {
    case none
    case password
    case token
    /// A password or token by its name in another language than English.
    case foreignPassword
    case foreignToken
    /// `Authorization`.
    case authorization
    /// `x-api-key`.
    case keyHeader
    /// `AccountKey`, `SharedAccessKey`.
    case azureKey
    /// `sig`.
    case signature

    /// Whether a person chooses the value, so that it may be short and of words.
    var isPassword: Bool { self == .password || self == .foreignPassword }
    /// Whether the name is English.
    var isEnglish: Bool { self != .foreignPassword && self != .foreignToken }
  }

  private struct Word {
    let bytes: [UInt8]
    let role: Role
    /// Whether it counts inside of other letters, as `password` in `dbpassword`.
    let isFree: Bool
  }

  private static func list(_ words: String) -> [[UInt8]] {
    words.split(separator: " ").map { Array($0.utf8) }
  }

  private static func list(_ words: String, _ role: Role, isFree: Bool = true) -> [Word] {
    list(words).map { Word(bytes: $0, role: role, isFree: isFree) }
  }

  /// By first byte; the last list is of those that do not begin with an ASCII letter.
  ///
  /// The Russian words lack their first letters, which may be capitals.
  private static let words: [[Word]] = {
    let all =
      list("password passwd passphrase passcode pwd", .password)
      + list("pass pw", .password, isFree: false)
      + list("secret token apikey accesskey privatekey authkey signingkey encryptionkey", .token)
      + list("masterkey sharedkey servicekey consumerkey subscriptionkey storagekey", .token)
      + list("clientkey adminkey webhookkey hmackey deploykey functionskey securitykey", .token)
      + list("integrationkey applicationkey accountkey credential", .token)
      + list("appkey aeskey creds cred auth bearer", .token, isFree: false)
      + list("passwort kennwort contraseña contrasena senha motdepasse", .foreignPassword)
      + list("clave mdp", .foreignPassword, isFree: false)
      + list("geheimnis geheimschlüssel apischlüssel zugangsschlüssel secreto", .foreignToken)
      + list("segredo chavesecreta chavedeapi clavesecreta clavedeapi clavedelaapi", .foreignToken)
      + list("clésecrète cléapi clédapi", .foreignToken)
      + list("jeton", .foreignToken, isFree: false)
      + list("ароль 密码 密碼 口令 パスワード 暗証番号 비밀번호 암호", .foreignPassword)
      + list("екрет окен люч 密钥 密鑰 金鑰 令牌 シークレット トークン", .foreignToken)
      + list("秘密鍵 apiキー 시크릿 토큰", .foreignToken)
    var lists = [[Word]](repeating: [], count: 27)
    for word in all { lists[place(word.bytes[0])].append(word) }
    return lists
  }()

  /// Words behind a secret word after which the value is no secret: `secret_name`, `tokenCount`.
  private static let describing = list(
    """
    name url uri endpoint id length len size version path file filename hash hashed algorithm \
    algo alg word count type limit expiry expire expired expiration expiring exp ttl lifetime age \
    policy policie field label hint prompt title text message msg error help description \
    placeholder regex regexp pattern validator validation rule strength usage used manager \
    provider index date at time timestamp required enabled disabled format header alias \
    arn ref reference store storage ring board input encoder encoding class status state scope \
    location dir directory mode method min max digest fingerprint checksum column table source \
    issuer audience region vault changed updated created budget price cost rate per address \
    symbol supply contract standard link template variable parameter param signature pair \
    selector kind position offset range
    """)

  /// What makes a name harmless wherever it stands: `publicKeyToken`.
  private static let harmless = list("public primary foreign csrf xsrf keyword tokeniz tokenis")

  /// Words that make a token one of pages or counts: `nextPageToken`, `max_token`.
  private static let counting = list(
    """
    page next previous continuation pagination cursor sync cancellation max min num total eos bos \
    pad unk design pub
    """)

  private static func place(_ byte: UInt8) -> Int {
    byte &- 0x61 < 26 ? Int(byte &- 0x61) : 26
  }

  /// What the name at `start ..< end` says of its value.
  static func role(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Role {
    let name = FoldedName(text, start, end)
    if name.equals("sig") { return .signature }
    if name.ends(in: "authorization") { return .authorization }
    if name.ends(in: "xapikey") { return .keyHeader }
    let (role, behind) = lastWord(name)
    if role == .none || isHarmless(name, role) || isDescribed(name, behind, role) { return .none }
    if name.ends(in: "accountkey") || name.ends(in: "sharedaccesskey") { return .azureKey }
    return role
  }

  /// The secret word that ends last, and where.
  private static func lastWord(_ name: FoldedName) -> (role: Role, behind: Int) {
    var role = Role.none
    var behind = 0
    for start in 0..<name.count {
      let list = place(name[start])
      for index in words[list].indices where name.has(words[list][index].bytes, at: start) {
        let end = start + words[list][index].bytes.count
        guard end > behind, words[list][index].isFree || name.isBorder(start) && name.isBorder(end)
        else { continue }
        role = words[list][index].role
        behind = end
      }
    }
    return (role, behind)
  }

  /// Whether the name says that anybody may read the value, or that it counts pages or tokens.
  private static func isHarmless(_ name: FoldedName, _ role: Role) -> Bool {
    for start in 0..<name.count {
      for index in harmless.indices where name.has(harmless[index], at: start) { return true }
      guard !role.isPassword, name.isBorder(start) else { continue }
      let end = name.wordEnd(start)
      for index in counting.indices where name.isWord(counting[index], start, end) { return true }
    }
    return false
  }

  /// Whether what stands behind the secret word makes the value something about the secret.
  private static func isDescribed(
    _ name: FoldedName, _ behind: Int, _ role: Role
  ) -> Bool {
    var start = behind
    if !name.isBorder(start) {
      if name[start] >= 0x80 { return !name.has("是", at: start) && !name.has("为", at: start) }
      if name[start] == UInt8(ascii: "s"), name.isBorder(start + 1) {
        // `tokens` are counted, `secrets` and `credentials` are not.
        if name.has("token", at: behind - 5) { return true }
        start += 1
      } else if isOtherWord(name, start) {
        return true
      } else {
        for index in describing.indices where name.has(describing[index], at: start) {
          if describing[index].count > 3 { return true }
        }
      }
    }
    while start < name.count {
      guard name.isBorder(start) else {
        start += 1
        continue
      }
      let end = name.wordEnd(start)
      for index in describing.indices where name.isWord(describing[index], start, end) {
        return true
      }
      start = end
    }
    return false
  }

  /// `secretary`, `secretly`, `passwordless`, `tokenid`.
  private static func isOtherWord(_ name: FoldedName, _ behind: Int) -> Bool {
    name.has("ar", at: behind) || name.has("ly", at: behind) || name.has("less", at: behind)
      || name.has("id", at: behind) && name.isBorder(behind + 2)
      || name.has("url", at: behind) || name.has("iz", at: behind)
  }

  /// Whether a word with these letters (a bit each, by its low five bits) may hold a secret word;
  /// bit 0 says that it has other letters than ASCII's.
  @inline(__always)
  static func mayHold(_ letters: UInt32) -> Bool {
    // Those with a rare letter first: k, p and w, or other letters than ASCII's. Then those with
    // a and e at least, which half of all words have not got.
    if letters & 1 != 0 { return true }
    let (a, k, e, p): (UInt32, UInt32, UInt32, UInt32) = (1 << 1, 1 << 11, 1 << 5, 1 << 16)
    if letters & (k | e) == k | e {
      if has(letters, key) || has(letters, token) || has(letters, kennwort) { return true }
    }
    if letters & p != 0 {
      if has(letters, pass) || has(letters, pw) || has(letters, mdp) { return true }
    }
    if letters & a != 0 {
      if has(letters, auth) || has(letters, senha) || has(letters, clave) || has(letters, bearer) {
        return true
      }
    }
    if letters & e != 0 {
      if has(letters, secret) || has(letters, cred) || has(letters, jeton) || has(letters, segredo)
      {
        return true
      }
      return has(letters, geheimnis)
    }
    return letters == signature
  }

  @inline(__always)
  private static func has(_ letters: UInt32, _ set: UInt32) -> Bool { letters & set == set }

  // The letters of each word.
  private static let key: UInt32 = 0x0200_0820
  private static let token: UInt32 = 0x0010_C820
  private static let kennwort: UInt32 = 0x0094_C820
  private static let pass: UInt32 = 0x0009_0002
  private static let pw: UInt32 = 0x0081_0000
  private static let mdp: UInt32 = 0x0001_2010
  private static let auth: UInt32 = 0x0030_0102
  private static let senha: UInt32 = 0x0008_4122
  private static let clave: UInt32 = 0x0040_102A
  private static let bearer: UInt32 = 0x0004_0026
  private static let secret: UInt32 = 0x001C_0028
  private static let cred: UInt32 = 0x0004_0038
  private static let jeton: UInt32 = 0x0010_C420
  private static let segredo: UInt32 = 0x000C_80B0
  private static let geheimnis: UInt32 = 0x0008_63A0
  private static let signature: UInt32 = 0x0008_0280
}
