"""Labelled texts with one secret each: (kind, value, text, class), class "positive" or "adversarial"."""
import base64
from secret_shapes import TOKENS, UUID, fill, jwt, pem

# Where a token stands in ordinary texts: §
PLAIN = [
    'client = Client(api_key="§")', "API_KEY=§", "export SERVICE_TOKEN=§", "token: §", "  credential: '§'", '{"key": "§"}', 'var k = "§";',
    "const key = '§'", "use § please", "My key is §.", "here it is: §, try again", "I pasted § by mistake; can you rotate it?",
    'curl -H "Authorization: Bearer §" https://api.example.test/v1/models', "curl https://api.example.test -H 'x-api-key: §'",
    "tool --token § --verbose", "auth:\n  value: §\n  ttl: 60", "[service]\nkey = §\n", "2024-05-01T10:00:00Z ERROR invalid credential §",
    "<apiKey>§</apiKey>", "- name: KEY\n  value: §", 'String token = "§";', "$token = '§';", "SET value = '§'", "k := `§`",
    "    Key      => '§',", "Is this one still good? §", "§", "line one\n§\nline three", "The old key (§) was revoked", "key=§&mode=full",
]
# Where boundaries, escapes, other scripts and neighbours make it hard to see.
HARD = [
    "密钥是§，请检查", "请用§登录", "トークン§を使う", "ключ§", "키는 § 입니다", "鍵＝§。", "「§」", "\u200b§\u200b", "\ufeff§", "a\u00a0§\u00a0b", "\t§\t",
    "\\\"§\\\"", "{\"body\":\"{\\\"key\\\":\\\"§\\\"}\"}", "\"§\"", "`§`", "'§'", "[§]", "(§)", "<§>", "{§}", "**§**", "|a|§|b|",
    "id,name,§,1", "x;§;y", "§!", "§?", "§:", "§;", "§…", "§\n", "\n§", "§ §", "\r\n§\r\n", "+§", "=§", "😀§😀", "é§é", "[link](§)", "# §",
    "> §", "$ echo §|sh", "§</td><td>",
]
PASSWORD_PLAIN = [
    'password = "§"', "PASSWORD=§", "db_password: §", '"password": "§"', "passwd='§'", "my password is §", "pwd: §", "user_password => '§'",
    "MYSQL_ROOT_PASSWORD: §", 'adminPassword := "§"', "the password is §\nthanks", "ssh passphrase: §", "spring.datasource.password=§",
    'config["password"] = "§"', '{"db":{"user":"app","password":"§"}}', "PGPASSWORD=§ psql -h db", "--password=§", "smtp_password == '§'",
]
PASSWORD_HARD = [
    "密码：§", "密码是 §", "пароль: §", "contraseña: §", "senha: §", "mot de passe : §", "Passwort: §", "パスワード：§", "password＝§", "PassWord: §",
    "{\\\"password\\\":\\\"§\\\"}", "用户名 admin 密码：§。", "password\t=\t§", "'password':'§'", "(password: §)",
]
NAMED_PLAIN = [
    'api_key = "§"', "apikey: §", '"apiKey": "§"', "client_secret = '§'", '"client_secret" : "§",', "CLIENT_SECRET: §", "SECRET_KEY=§",
    'auth_token="§"', "access_token: §", '"access_token":"§"', "private-key: §", 'billing_api_token_2 = "§"', "webhook_secret=§",
    "SESSION_SECRET=§", 'secret: "§"', "refresh_token=§&grant_type=refresh", "my api key is §", "API-KEY: §", "x_token = '§'",
    "accessKey => '§'", "const clientSecret = `§`",
]
NAMED_HARD = [
    "API_KEY：§", "api_key＝§", "密钥：§", "令牌token：§，", "{\\\"secret\\\":\\\"§\\\"}", "(api_key=§)", "a=1;api_key=§;b=2", "| api_key: § |",
    "\nTOKEN=§\n", "api_key\t:\t§",
]
AWS_NAMED = [
    "aws_secret_access_key = §", "AWS_SECRET_ACCESS_KEY=§", '"SecretAccessKey": "§"', "aws secret key: §",
    'export AWS_SECRET_ACCESS_KEY="§"', "secretAccessKey: '§',", "[default]\nregion = eu\naws_secret_access_key = §\n",
]
URLS = [
    "postgres://app:§@db.internal:5432/main", "mongodb+srv://svc:§@cluster0.example.test/x?retryWrites=true", "redis://:§@cache:6379/0",
    "amqp://guest1:§@mq/vhost", "mysql://root:§@db/x", "ftp://deploy:§@files.example.test/", "https://ci:§@git.example.test/r.git",
    'DATABASE_URL="postgresql://u:§@h/db"', "git clone https://bot:§@git.example.test/a/b.git now",
    "Server=tcp:s;User ID=sa;Password=§;Encrypt=true", "jdbc:postgresql://h/db?user=u&password=§&ssl=true", "Driver=x;Uid=u;Pwd=§;",
    "git+ssh://git:§@host/x",
]
URLS_HARD = [
    "连接postgres://admin:§@db失败", "postgres:\\/\\/app:§@db\\/x", "(mysql://u:§@h)", "<https://u:§@h>", "'redis://u:§@h'\n",
    "😀amqps://u:§@h",
]
BEARER = [
    "Authorization: Bearer §", "authorization: bearer §", '"Authorization": "Bearer §"', '-H "Authorization: Token §"',
    "{'Authorization': 'Bearer §'}", "Authorization=Bearer §", "x-api-key: §", '"X-API-Key": "§"',
    "GET /v1 HTTP/1.1\r\nAuthorization: Bearer §\r\nAccept: */*\r\n",
]
BASIC = [
    "Authorization: Basic §", "Proxy-Authorization: Basic §", '{"headers":{"authorization":"Basic §"}}',
    "> authorization: Basic §\n> accept: */*",
]
HEADER_HARD = [
    "请求头Authorization: Bearer §，", "{\\\"Authorization\\\":\\\"Bearer §\\\"}", "Authorization:Bearer §", "AUTHORIZATION: BEARER §",
    "`Authorization: Bearer §`",
]
ACCOUNT = [
    "DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=§;EndpointSuffix=core.windows.net", "AccountKey=§", 'AccountKey="§"',
    "连接串AccountKey=§；",
]
SHARED = ["Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=§;EntityPath=q", "DeviceId=d;SharedAccessKey=§"]
SIGNED = ["https://acme.blob.core.windows.net/c/b.txt?sv=2022-11-02&sp=r&sig=§", "sp=r&sv=2022-11-02&sr=c&sig=§&se=2030-01-01"]
KEYS = [
    "PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY", "OPENSSH PRIVATE KEY", "ENCRYPTED PRIVATE KEY",
    "PGP PRIVATE KEY BLOCK",
]
KEY_PLACES = ["§", "here is my key:\n§\nthanks", '"private_key": "§",', "KEY='§'", "    §\n", "cat id_rsa\n§"]
KEY_HARD = ["密钥：§。", '{\\"private_key\\":\\"§\\"}', "[§]", "key=§;next=1"]


PASSWORDS = ["{small:6}{digit:3}{mark:1}", "{letter:5}{digit:2}#{letter:4}", "{large:1}{small:6}-{small:5}{digit:2}",
             "{letter:4}{alnum:8}{first:2}", "{small:5}.{digit:4}.{large:3}", "{digit:3}{letter:9}"]


def password(random):
    return fill(random.choice(PASSWORDS), random)


def named(random):
    while True:
        value = fill(random.choice(["{alnum:32}", "{hex:40}", "{b:43}", "{lower:30}", "{alnum:24}", "{hex:64}", "{alnum:20}"]), random)
        if any(c.isdigit() for c in value) and any(c.isalpha() for c in value): return value


def credentials(random):
    return base64.b64encode(fill("{small:6}:{alnum:14}", random).encode()).decode()


def url_password(random):
    return fill(random.choice(["{alnum:16}", "{letter:6}{digit:3}!", "{alnum:8}%21{alnum:4}", "{alnum:5}.{alnum:5}", "{small:4}{digit:5}"]), random)


def with_values(kind, label, places, make, random, times=1):
    """`times` texts a place, each with a value of its own."""
    cases = []
    for place in places * times:
        value = make(random)
        cases.append((kind, value, place.replace("§", value), label))
    return cases


def tokens(random):
    """Each shape in four ordinary places and three hard ones, the places in turn."""
    cases, count = [], 0
    for kind, shapes in TOKENS.items():
        for shape in shapes * (3 if len(shapes) < 3 else 1):
            for turn in range(7):
                places, label = (PLAIN, "positive") if turn < 4 else (HARD, "adversarial")
                place = places[(count * 3 + turn) % len(places)]
                if "://" in shape or ":AA" in shape: place = place.replace("Authorization: Bearer", "X-Note:").replace("x-api-key", "X-Note")
                value = fill(shape, random)
                cases.append((kind, value, place.replace("§", value), label))
            count += 1
    return cases


def several(random):
    """Texts with several secrets; each is labelled in a case of its own."""
    cases = []
    for separator in (" ", ", ", "\n", " | ", "；", "\t", '","', ") ("):
        kinds = random.sample(sorted(set(TOKENS) - {"VENDOR_TOKEN", "AZURE_SECRET"}), 3)
        parts = [(kind, fill(random.choice(TOKENS[kind]), random)) for kind in kinds]
        parts.append(("JWT", jwt(random)))
        text = separator.join(value for _, value in parts)
        cases += [(kind, value, text, "adversarial") for kind, value in parts]
    return cases


def blocks(random):
    cases = []
    for label in KEYS:
        for newline in ("\n", "\r\n", "\\n", "\\\\n"):
            value = pem(label, random, newline, random.randint(3, 26))
            cases.append(("PRIVATE_KEY", value, random.choice(KEY_PLACES).replace("§", value), "positive"))
        value = pem(label, random, random.choice(["\n", "\\n"]), random.randint(3, 12))
        cases.append(("PRIVATE_KEY", value, random.choice(KEY_HARD).replace("§", value), "adversarial"))
        value = pem(label, random, "\n", 6, ended=False)
        cases.append(("PRIVATE_KEY", value, "cut off:\n" + value, "adversarial"))
    value = pem("PRIVATE KEY", random, "\\n", 25) + "\\n"
    account = '{"type": "service_account", "private_key_id": "' + fill("{hex:40}", random) + '", "private_key": "§", "project_id": "acme-1"}'
    return cases + [("PRIVATE_KEY", value[:-2], account.replace("§", value), "positive")]


def positives(random):
    """All cases; equal seeds give equal cases."""
    cases = tokens(random) + several(random) + blocks(random)
    for kind, make, plain, hard, times in (
        ("GENERIC_SECRET", password, PASSWORD_PLAIN, PASSWORD_HARD, 2), ("GENERIC_SECRET", named, NAMED_PLAIN, NAMED_HARD, 2),
        ("AWS_SECRET_KEY", lambda r: fill("{base64:40}", r), AWS_NAMED, ["aws_secret_access_key＝§", "{\\\"SecretAccessKey\\\":\\\"§\\\"}"], 3),
        ("URL_CREDENTIALS", url_password, URLS, URLS_HARD, 3), ("AUTH_HEADER", named, BEARER, HEADER_HARD, 3), ("AUTH_HEADER", credentials, BASIC, [], 3),
        ("AZURE_SECRET", lambda r: fill("{base64:86}==", r), ACCOUNT[:3], ACCOUNT[3:], 2), ("AZURE_SECRET", lambda r: fill("{base64:43}=", r), SHARED, [], 3),
        ("AZURE_SECRET", lambda r: fill("{alnum:20}%2B{alnum:18}%3D", r), SIGNED, [], 3),
        ("JWT", jwt, PLAIN, HARD, 1), ("JWT", lambda r: jwt(r, signed=False), PLAIN[:10], HARD[:6], 1),
    ):
        cases += with_values(kind, "positive", plain, make, random, times) + with_values(kind, "adversarial", hard, make, random, times)
    assert all(value in text for _, value, text, _ in cases)
    return cases
