import Testing

@testable import Redaction

/// Values here are put together from parts, so that no scanner of our own tree takes them for real.
@Suite struct GenericSecretTests {
  static let password = "kranich" + "7Blau"
  static let token = "q8Zt5Lw2" + "Xn7Rk4Vb9Md1" + "Tc6H"

  @Test(arguments: [
    "password=%", "password = \"%\"", "password: '%'", "\"password\": \"%\"",
    "{\"db_password\": \"%\"}", "DB_PASSWORD=%", "dbPassword := \"%\"", "passwd => '%'",
    "export PGPASSWORD=%", "--password=%", "user=app&password=%&x=1", "if password == \"%\" {",
    "\\\"password\\\": \\\"%\\\"", "\\\\\\\"password\\\\\\\": \\\\\\\"%\\\\\\\"", "**Password:** %",
    "Password: `%`", "my password is %", "my password is: %.", "The password for staging is \"%\".",
    "password ?= %", "var password string = \"%\"", "let password: String = \"%\"",
    "$password .= \"%\";", "config['password'] = '%'", "password[] = \"%\"",
    "password = @\"%\"", "password: |\n  %", "<password>%</password>",
    "<password>\n  %\n</password>",
    "tool --password % --now", "getenv(\"password\", \"%\")", "password,%,", "pwd: %",
    "curl -u app:% https://example.org", "(password: %)", "user: app, password: %, host: db",
    "password：%", "password＝%", "“password”: “%”",
  ])
  func passwordsAreFoundBehindNameAndSign(form: String) {
    let text = form.split(separator: "%", omittingEmptySubsequences: false)
      .joined(separator: Self.password)
    #expect(found(in: text) == ["GENERIC_SECRET:" + Self.password], "\(text)")
  }

  @Test(arguments: [
    "api_key", "api-key", "apiKey", "APIKEY", "API key", "client_secret", "clientSecret",
    "access token", "auth_token", "private_key", "refresh_token", "signing_key", "user_auth",
    "credentials", "some_api_token_123", "mySecretString", "todo_secret_do_not_commit",
    "X-Auth-Token", "id_token", "file_secret", "encryptionKey", "url_token", "hash_secret",
  ])
  func tokensAreFoundBehindNamesHoweverWritten(name: String) {
    for text in [
      "\(name): \(Self.token)", "\(name)=\"\(Self.token)\"", "{\"\(name)\":\"\(Self.token)\"}",
    ] {
      #expect(found(in: text) == ["GENERIC_SECRET:" + Self.token], "\(text)")
    }
  }

  @Test(arguments: [
    "token_count", "max_tokens", "tokenizer", "tokens", "password_hash", "publicKeyToken",
    "secret_name", "secretName", "token_url", "passwordLength", "csrf_token", "csrfToken",
    "primary_key", "foreign_key", "public_key", "api_key_id", "token_type", "secretary",
    "passwordless", "nextPageToken", "token_expiry", "keyword", "secret_path", "api_version",
    "accessibility", "author", "monkey", "sort_key", "tokenAddress", "key", "design token",
  ])
  func namesThatOnlyLookLikeItAreLeft(name: String) {
    for text in [
      "\(name): \(Self.token)", "\(name)=\"\(Self.token)\"", "{\"\(name)\":\"\(Self.token)\"}",
    ] {
      #expect(found(in: text).isEmpty, "\(text)")
    }
  }

  @Test(arguments: [
    "Passwort: %", "mein Passwort ist %", "Kennwort=%", "contraseña: %", "la contraseña es %",
    "senha: %", "mot de passe : %", "le mot de passe est %", "пароль: %", "Пароль: %",
    "密码：%。", "密码: %", "密碼：%", "我的密码是%，谢谢", "口令＝%", "パスワード：%です", "パスワードは%です",
    "clave: %", "密码是 %", "用户名：app，密码：%，谢谢",
  ])
  func namesOfOtherLanguagesCountAtMediumConfidence(form: String) {
    let text = form.split(separator: "%", omittingEmptySubsequences: false)
      .joined(separator: Self.password)
    #expect(found(in: text) == ["GENERIC_SECRET:" + Self.password], "\(text)")
    #expect(found(in: text, minimumConfidence: 3).isEmpty)
  }

  @Test(arguments: [
    "token = get_token()", "token = get_token(user2, 17)", "password: string", "password?: string;",
    "secret: process.env.SECRET2", "api_key=os.environ[\"X1\"]", "password = request.json['p4ss']",
    "password: must be at least 12 characters", "token: 12345678901234", "secret = None",
    "password = null", "token: this.apiToken2", "password=${DB_PASSWORD1}",
    "token: ${{ secrets.T1 }}",
    "password = %DB_PASSWORD1%", "password=$DB_PASSWORD1", "api_key: <your-api-key-1>",
    "api_key: YOUR_API_KEY_1", "password: xxxxxxxx1", "password = ********", "secret: [REDACTED1]",
    "token: 123e4567-e89b-42d3-a456-426614174000", "secret: /run/secrets/db1_password",
    "password: \"Enter your password for app2\"", "password = \"\"", "password:", "password",
    "token: https://example.org/a1b2c3d4e5f6", "secret: sha256:9f86d081884c7d659a2feaa0c55ad015",
    "token: my-app-prod-v2", "password: PasswordInputField", "tokens: a1b2c3d4e5f6g7h8",
    "password: varchar(255)", "secret = Secret::new(\"a1\")", "token: Base64String",
    "API_KEY=\nOTHER_KEY1=", "password changed at 2026-01-02T03:04:05Z",
    "password: 2026-01-02T03:04Z",
    "if (token != null) x1 = 2;", "the secret: a1, b2", "LLM_SECRET_NAME = \"NEXUS-GPT4-API-KEY\"",
    "token: kubernetes-deploy-2024", "privateKey: ASN1OctetString", "secret: vault:kv/app#key1",
    "login(password=password1)", "password => $input2", "Token::parse1(a1b2c3d4e5f6)",
  ])
  func codeProseAndPlaceholdersAreLeft(text: String) {
    #expect(found(in: text).isEmpty, "\(found(in: text))")
  }

  @Test func keysOfMembersAreNamesForWholeStrings() {
    #expect(found(in: Self.password, key: "db_password") == ["GENERIC_SECRET:" + Self.password])
    #expect(found(in: Self.token, key: "apiKey") == ["GENERIC_SECRET:" + Self.token])
    #expect(found(in: "Bearer " + Self.token, key: "token") == ["AUTH_HEADER:" + Self.token])
    #expect(found(in: Self.password, key: "input").isEmpty)
    #expect(found(in: "please reset it for app2", key: "password").isEmpty)
    #expect(found(in: Self.token, key: "token_count").isEmpty)
  }

  @Test func valuesEndWhereTheirFormEnds() {
    let value = Self.password
    #expect(found(in: "password: \(value)\\nuser: x") == ["GENERIC_SECRET:" + value])
    #expect(found(in: "[password=\(value)]") == ["GENERIC_SECRET:" + value])
    #expect(found(in: "password=\(value)? now") == ["GENERIC_SECRET:" + value + "?"])
    #expect(found(in: "**password: \(value)**") == ["GENERIC_SECRET:" + value])
    #expect(found(in: "password=\(value)! now") == ["GENERIC_SECRET:" + value + "!"])
    #expect(found(in: "password=\"a,b;\(value)\"") == ["GENERIC_SECRET:a,b;" + value])
    #expect(
      found(in: "https://example.org/?token=\(Self.token)&a=b") == ["GENERIC_SECRET:" + Self.token])
    #expect(found(in: "secret: token=\(Self.token)") == ["GENERIC_SECRET:" + Self.token])
  }

  @Test func passwordsWithoutDigitsNeedBothCasesOrMarks() {
    #expect(values(of: .genericSecret, in: "password: \"Kranich" + "BlauStern\"").count == 1)
    #expect(values(of: .genericSecret, in: "password: kranich" + "blaustern").isEmpty)
    #expect(
      values(of: .genericSecret, in: "password = \"m{{h}o)p$" + "{e]nob(ody>-_#}}\"").count == 1)
  }

  @Test func replacementsAreLeft() {
    let pseudonym = "GENERIC_SECRET_a1_" + "0123456789abcdef0123456789abcdef"
    for replacement in [
      "[GENERIC_SECRET]", "[AWS_SECRET_KEY]", "****1111", "ab****yz", pseudonym, "",
    ] {
      for form in [
        "password=", "token: ", "\"secret\": \"", "my password is ", "密码：", "<token>", "--token ",
      ] {
        #expect(found(in: form + replacement).isEmpty, "\(form + replacement)")
      }
      #expect(found(in: "Authorization: Bearer " + replacement).isEmpty)
      #expect(found(in: "postgres://app:" + replacement + "@db/x").isEmpty)
      #expect(found(in: replacement, key: "password").isEmpty)
    }
    #expect(found(in: "[GITHUB_TOKEN]: " + Self.token).isEmpty)
    #expect(found(in: pseudonym + ": " + Self.token).isEmpty)
  }

  @Test(arguments: [
    "=", ":", "a=", "password=", "password:", "password='", "token is ", "password：", "<a>1", "-a1",
    "密码",
  ])
  func hostileTextIsReadOnceOrLittleMore(unit: String) {
    #expect(found(in: String(repeating: unit, count: 20_000)).isEmpty)
  }
}
