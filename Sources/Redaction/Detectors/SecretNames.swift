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

  /// What a word in a name does.
  private enum Part: UInt8 {
    case password, token, foreignPassword, foreignToken
    /// Makes a name harmless wherever it stands: `publicKeyToken`.
    case harmless
    /// Makes a token one of pages or counts: `nextPageToken`, `max_token`.
    case counting
    /// Behind a secret word it makes the value something about the secret: `secret_name`.
    case describing

    var role: Role {
      switch self {
      case .password: .password
      case .token: .token
      case .foreignPassword: .foreignPassword
      case .foreignToken: .foreignToken
      default: .none
      }
    }
  }

  /// The words that count inside of other letters, too, as `password` in `dbpassword`; the Russian
  /// ones lack their first letters, which may be capitals.
  private static let free = WordTable(
    [
      (Part.password.rawValue, "password passwd passphrase passcode pwd"),
      (
        Part.token.rawValue,
        """
        secret token apikey accesskey privatekey authkey signingkey encryptionkey masterkey \
        sharedkey servicekey consumerkey subscriptionkey storagekey clientkey adminkey webhookkey \
        hmackey deploykey functionskey securitykey integrationkey applicationkey accountkey \
        credential
        """
      ),
      (
        Part.foreignPassword.rawValue,
        """
        passwort kennwort contraseña contrasena senha motdepasse ароль 密码 密碼 口令 パスワード \
        暗証番号 비밀번호 암호
        """
      ),
      (
        Part.foreignToken.rawValue,
        """
        geheimnis geheimschlüssel apischlüssel zugangsschlüssel secreto segredo chavesecreta \
        chavedeapi clavesecreta clavedeapi clésecrète cléapi clédapi екрет окен люч 密钥 密鑰 金鑰 \
        令牌 シークレット トークン 秘密鍵 apiキー 시크릿 토큰
        """
      ),
      (Part.harmless.rawValue, "public primary foreign csrf xsrf keyword tokeniz tokenis"),
    ])

  /// The words that count where they stand between borders.
  private static let whole = WordTable(
    [
      (Part.password.rawValue, "pass pw"),
      (Part.token.rawValue, "appkey aeskey creds cred auth bearer"),
      (Part.foreignPassword.rawValue, "clave mdp"), (Part.foreignToken.rawValue, "jeton"),
      (
        Part.counting.rawValue,
        """
        page next previous continuation pagination cursor sync cancellation num total eos bos pad \
        unk design pub
        """
      ),
      (
        Part.describing.rawValue,
        """
        name url uri endpoint id length len size version path file filename hash hashe hashed \
        algorithm algo alg word count type limit expiry expire expired expiration expiring exp ttl \
        lifetime age policy policie field label hint prompt title text message msg error help \
        description placeholder regex regexp pattern validator validation rule strength usage used \
        manager provider index date at time timestamp required enabled disabled format header \
        alias arn ref reference store storage ring board input encoder encoding class status state \
        scope location dir directory mode method min max digest fingerprint checksum column table \
        source issuer audience region vault changed updated created budget price cost rate per \
        address symbol supply contract standard link template variable parameter param signature \
        pair selector kind position offset range representation
        """
      ),
    ])

  /// What the name at `start ..< end` says of its value.
  static func role(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Role {
    let name = FoldedName(text, start, end)
    if name.equals("sig") { return .signature }
    if name.ends(in: "authorization") { return .authorization }
    if name.ends(in: "xapikey") { return .keyHeader }
    let (part, behind) = lastWord(name)
    guard let part, !isSpoiled(name, part.role, behind) else { return .none }
    if name.ends(in: "accountkey") || name.ends(in: "sharedaccesskey") { return .azureKey }
    return part.role
  }

  /// The secret word that ends last, and where; nil where there is none, or a harmless word.
  private static func lastWord(_ name: FoldedName) -> (part: Part?, behind: Int) {
    var last: Part?
    var behind = 0
    let (free, whole) = (Self.free, Self.whole)
    for start in 0..<name.count {
      var entry = free.first(name, at: start)
      while let match = free.next(&entry, in: name, at: start) {
        guard let part = Part(rawValue: match.tag) else { break }
        if part == .harmless { return (nil, 0) }
        if start + match.length > behind { (last, behind) = (part, start + match.length) }
      }
      guard name.isBorder(start) else { continue }
      entry = whole.first(name, at: start)
      while let match = whole.next(&entry, in: name, at: start) {
        guard let part = Part(rawValue: match.tag) else { break }
        let end = start + match.length
        if part.role != .none, end > behind, name.isBorder(end) { (last, behind) = (part, end) }
      }
    }
    return (last, behind)
  }

  /// Whether a word behind the secret one describes it, or one anywhere counts pages or tokens.
  private static func isSpoiled(_ name: FoldedName, _ role: Role, _ behind: Int) -> Bool {
    var behind = behind
    if !name.isBorder(behind) {
      if name[behind] >= 0x80 { return !name.has("是", at: behind) && !name.has("为", at: behind) }
      if name[behind] == UInt8(ascii: "s"), name.isBorder(behind + 1) {
        // `tokens` are counted, `secrets` and `credentials` are not.
        if name.has("token", at: behind - 5) { return true }
        behind += 1
      } else if isOtherWord(name, behind) {
        return true
      }
    }
    let whole = Self.whole
    for start in 0..<name.count {
      let isJoined = start == behind && !name.isBorder(start)
      guard isJoined || name.isBorder(start) else { continue }
      var entry = whole.first(name, at: start)
      while let match = whole.next(&entry, in: name, at: start) {
        guard let part = Part(rawValue: match.tag) else { break }
        if part == .describing, isJoined, match.length > 3 { return true }
        guard !isJoined, name.isWordEnd(start + match.length) else { continue }
        if part == .describing ? start >= behind : part == .counting && !role.isPassword {
          return true
        }
        // `max` and `min` count before a token, and describe behind it.
        if part == .describing, !role.isPassword,
          name.has("max", at: start) || name.has("min", at: start)
        {
          return true
        }
      }
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
