"""Texts that look like secrets and are none: (kind that they resemble, text). Nothing at all may be found in them."""
import base64, json
from secret_shapes import UUID, fill, pem

# Digests, ids and other random text that is public.
RANDOM = [
    "commit {hex:40}", "Merge {hex:7} into {hex:9}", "parent {hex:40}\nauthor bot", "sha256:{hex:64}", "sha1 = {hex:40}",
    "md5 {hex:32}  app.tar.gz", "image nginx@sha256:{hex:64}", "integrity sha512-{base64:86}==", '"integrity": "sha384-{base64:64}"',
    "golang.org/x/net v0.21.0 h1:{base64:43}=", "SHA256:{base64:43} (ED25519)", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{base64:43}",
    "ssh-rsa AAAAB3NzaC1yc2E{base64:340}==", "etag: W/\"{hex:32}\"", "request " + UUID, "id=" + UUID, "urn:uuid:" + UUID,
    "session opened for " + UUID, "trace {hex:32} span {hex:16}", "traceparent: 00-{hex:32}-{hex:16}-01", "object {hex:24}",
    "evt_{alnum:24}", "customer cus_{alnum:14}", "price_1{alnum:23}", "pi_3{alnum:23}", "req_{alnum:24}", "chatcmpl-{alnum:29}",
    "msg_01{alnum:22}", "toolu_01{alnum:22}", "call_{alnum:24}", "run_{alnum:24}", "thread_{alnum:24}", "asst_{alnum:24}",
    "org-{alnum:24}", "proj_{alnum:24}", "file-{alnum:22}", "resp_{hex:48}", "batch_{hex:32}", "fp_{hex:10}", "cmpl-{alnum:29}",
    "ft:gpt-4o-mini:acme::{alnum:8}", "pk_live_{alnum:24}", "pk_test_{alnum:24}", "AIDA{base32:17}", "AROA{base32:17}", "ami-0{hex:16}",
    "i-0{hex:16}", "subnet-0{hex:16}", "web-{hex:9}-{lower:5}", "data:image/png;base64,iVBORw0KGgo{base64:180}",
    "url(data:font/woff2;base64,d09GMgAB{base64:120})", "<img src=\"data:image/gif;base64,R0lGODlh{base64:64}\">", "nonce-{base64:22}==",
    "cursor: {base64:32}==", "build-{lower:12}.js", "app.{hex:8}.css", "chunk-{upper:8}.mjs", "cache key {hex:16}:{hex:16}",
    "bundle {hex:20}/main.js.map", "https://cdn.example.test/a/{hex:40}.js", "/assets/{hex:32}.png", "upload {alnum:22} done",
    "ray {hex:16}-FRA", "order ORD-{upper:10}", "ticket OPS-{digit:4}", "part SK-{digit:4}-{large:2}", "shipment 1Z{upper:16}",
    "theme-{hex:6}", "#{hex:6} and #{hex:8}", "fingerprint aa:bb:{hex:2}:{hex:2}:{hex:2}:{hex:2}:{hex:2}:{hex:2}:{hex:2}:{hex:2}",
    "0x{hex:16}", "block {hex:64}", "tree {hex:40} blob {hex:40}", "ISBN 978-3-16-148410-0", "1700000{digit:6} ms",
    "{digit:2}.{digit:6} s", "20240131{digit:6}_create_users", "v1.{digit:2}.0-rc.{digit:1}+build.{hex:7}",
]
# Prefixes of vendors with a wrong rest.
NEAR = [
    "ghp_{alnum:12}", "gho_token_storage", "github_pat_{alnum:10}", "glpat-{alnum:8}", "gldt-{lower:6}", "AKIA{base32:9}",
    "AKIA{base32:24}", "akia{lower:16}", "ASIA-PACIFIC region", "AIza{alnum:20}", "AIza{alnum:60}", "AIZA{upper:35}", "hf_{alnum:12}",
    "hf_hub_download", "hf_transformers_cache_directory_path_name", "hf_requiredFieldsOfTheFormThatIsShownToUsersWhoSignUp",
    "api_org_controller", "npm_config_registry", "npm_package_version", "npm_{alnum:8}", "pypi-mirror-list", "pypi-AgE", "sk_live_",
    "sk_test_key", "rk_{alnum:6}", "sk-learn", "sk-SK", "sk_buff_alloc_with_frags", "sk-{small:10}", "sk-ant-", "sk-ant-api03-{alnum:20}",
    "sk-proj-{alnum:12}", "sk-or-v1-{hex:20}", "gsk_{alnum:12}", "xai-org/{small:8}", "pplx-api-client", "r8_{alnum:9}", "lsv2_{small:8}",
    "dapi{hex:8}", "xoxb-{digit:5}-{small:6}", "xoxb-your-bot-token", "xoxo-{small:5}", "xapp-name", "SG.{alnum:6}.{alnum:6}",
    "SK{digit:6}", "AC{digit:4}", "dop_v1_{hex:20}", "shpat_{hex:10}", "lin_api_{alnum:10}", "PMAK-{hex:8}", "hvs.{alnum:9}",
    "dp.pt.{alnum:8}", "glsa_{alnum:10}", "glc_{alnum:8}", "sntryu_{hex:12}", "pul-{hex:9}", "rubygems_{small:12}", "sq0csp-{alnum:9}",
    "NRAK-{upper:6}", "ntn_{digit:6}", "pscale_{small:6}", "rdme_{lower:10}", "shippo_live_{hex:9}", "EZAK{alnum:12}", "AGE-SECRET-KEY-1",
    "version.atlasv1.{alnum:6}", "{digit:4}:AA{alnum:8}", "clm{digit:5}:AgencyIdentificationCodeContentType", "{hex:31}-us6",
    "{hex:32}-eu6", "sidebar~.pusher~.content{{x}}", "page~tplv-{lower:10}-watermark.image", "hooks.slack.com/services/",
    "MT.{alnum:3}.{alnum:9}", "eyJ", "eyJ.eyJ.eyJ", "eyJ{small:3}.eyJ{small:3}", "AccountKey=",
    "SharedAccessKeyName=RootManageSharedAccessKey", "sig=abc", "sig={hex:8}", "glass_{alnum:20}", "expul-{hex:40}x",
]
# Names of secrets with no secret behind them, in code, prose and forms.
WORDS = [
    "I forgot my password, can you help me?", "Please reset the password: it expired.", "Choose a password with at least 8 characters.",
    "password: string", "password?: string | null;", "token: str | None = None", "def login(user: str, password: str) -> bool:",
    "token = get_token()", "api_key = load_key(path)", 'password = os.environ["APP_PASSWORD"]', "api_key = settings.API_KEY",
    "apiKey: this.apiKey,", "secret = config.secret", "$password = $input;", "my_password = True",
    "login(username=username, password=password)", 'password = ""', "secret = ''", "token = null", "token: undefined",
    "access_token = None", "password: required", "password: ********", "password: <your-password>", "api_key: <your-api-key>",
    "API_KEY=${API_KEY}", "token: ${{ secrets.DEPLOY_TOKEN }}", "token: {{ .Values.token }}", "client_secret: REDACTED", "SECRET=%SECRET%",
    "api_key = YOUR_API_KEY_HERE", "token=xxxxxxxxxxxxxxxxxxxx", "secret: xxxx-xxxx-xxxx-xxxx", "api_key=....................",
    '"label.password": "Password"', '"forgot_password": "Forgot your password?"', '"passwordHint": "Enter it again"',
    "placeholder=\"Password\"", "type=\"password\" required", "max_tokens = 4096", "max_tokens: 128000", "token_count: {digit:5}",
    "tokens_per_second: 42.5", "num_tokens=123456", "tokenizer: cl100k_base_v2", "tokens: [101, 2023, 102]",
    '"prompt_tokens": 812, "completion_tokens": 96', "token_type: bearer", '"token_type":"Bearer","expires_in":3600',
    "token_url=https://auth.example.test/oauth/token2", "token_endpoint: https://auth.example.test/v2/token",
    "secret_name: projects/p1/secrets/app", "secretName: app-decryption-secret-v2", "secret_path=/run/secrets/app_v2_key1",
    "private_key_path: /etc/ssl/private/app1.key", "ssl_private_key_file=/etc/app/server2.key", "public_key = {alnum:43}",
    "publicToken: {alnum:40}", "primary_key = {alnum:24}", "foreign_key: order_item_{digit:3}_fk", "api_key_id: key_{alnum:16}",
    "access_key_id={lower:16}", "token_id: " + UUID, "secret: " + UUID, "api_token = " + UUID, "password_hash = {hex:64}",
    "password_hash: $2b$12${alnum:53}", "secret_length = 32", "password_length: 16", "token_size=2048", "secret_version: 7",
    "api_key_version=2024a", "csrf_token = {alnum:40}", "csrfToken: '{base64:43}='", "hash_algorithm_token: sha256",
    "keyword: \"Befugnis_P2\"", "The api key is in the vault.", "the token is invalid", "the secret is out", "the password is wrong",
    "your access token has expired", "Secret Santa 2024", "passwordless login since 2023", "if (password.length < 8) return",
    "passwordInput = document.getElementById('pw1')", "PasswordEncoder encoder = new BCryptPasswordEncoder(12)",
    "assert token == expected", "token != other_token", "SELECT password FROM users WHERE id = 7",
    "ALTER TABLE users ADD COLUMN password varchar(255)", "| password | varchar(60) | no |", "--password-file /run/secrets/db1",
    "密码错误，请重试", "请输入密码", "忘记密码？", "пароль неверный", "la contraseña es obligatoria", "das Passwort ist falsch", "パスワードを入力してください",
    "mot de passe oublié ?", "Authorization: Bearer <token>", "Authorization: Bearer $API_KEY", "Authorization: Bearer ${TOKEN}",
    "Authorization: Bearer {{ token }}", "Authorization: Bearer YOUR_ACCESS_TOKEN", "Authorization: Token **********",
    "Authorization: Basic ...", "Authorization: Bearer xxxxxxxxxxxxxxxxxxxxxxxx", "the Authorization header carries a Bearer token",
    'headers["Authorization"] = "Bearer " + token', "Access-Control-Allow-Headers: Authorization, Content-Type",
    'WWW-Authenticate: Bearer realm="api"', "authorization: required", "x-api-key: $KEY", "x-api-key: <key>", "authorization_code",
    "Authorization: none", "http://localhost:8080/path", "redis://cache:6379/0", "https://example.test:8443/a:b/c",
    "postgres://${DB_USER}:${DB_PASS}@db:5432/x", "https://<user>:<password>@host/x", "s3://bucket:prefix/key", "ftp://host:21/",
    "see http://a:80/x?y=1:2", "mysql://db:3306/app", "AWS_SECRET_ACCESS_KEY=", "AWS_SECRET_ACCESS_KEY=<secret>",
    "aws_secret_access_key = ${SECRET}", "AccountKey=<account-key>", "secretsmanager:GetSecretValue", "SECRET_KEY_BASE is not set",
    "aws:kms:key/alias", "grant_type=client_credentials&scope=read", "GITHUB_TOKEN=\nNPM_TOKEN=\n", "password=\nuser=app\n",
    "ssh -i key.pem",
]
PLACEHOLDERS = [
    "AKIA" + "IOSFODNN7" + "EXAMPLE", "AKIA" + "X" * 16, "sk-" + "x" * 40, "sk-ant-api03-" + "x" * 95, "sk_test_" + "x" * 24, "ghp_" + "x" * 36,
    "glpat-" + "X" * 20, "hf_" + "x" * 34, "gsk_" + "0" * 52, "xai-" + "X" * 80, "pplx-" + "x" * 48, "r8_" + "x" * 37, "AIza" + "a" * 35,
    "npm_" + "*" * 36, "dop_v1_" + "0" * 64, "hvs." + "x" * 95, "SK" + "0" * 32, "shpat_" + "x" * 32, "YOUR_API_KEY", "sk-...",
    "<sk-your-key>", "sk-your-api-key-goes-here",
]
PUBLIC = [
    "PUBLIC KEY", "RSA PUBLIC KEY", "CERTIFICATE", "CERTIFICATE REQUEST", "PGP PUBLIC KEY BLOCK", "PGP SIGNATURE", "PGP MESSAGE",
    "DH PARAMETERS", "X509 CRL",
]
PLACES = ["§", "see § for details", "- §", "> §", "INFO §", "（§）", "§\nnext line", "note: (§)", "`§`", "前文 §"]


def encoded(value):
    return base64.urlsafe_b64encode(value.encode()).decode().rstrip("=")


def unsigned(random):
    """Encoded objects and broken tokens in the shape of a JSON Web Token."""
    whole = encoded(json.dumps({"id": random.randrange(10 ** 6), "direction": "next"}))
    return ["next_cursor=" + whole, '{"cursor":"' + whole + '"}', encoded('{"alg":"HS256"') + "." + whole + "." + fill("{b:43}", random),
            fill("{alnum:30}.{alnum:40}.{b:43}", random).replace("eyJ", "abc"), encoded("not json at all, really") + "." + whole, whole + ".", "a." + whole]


def lookalikes(random):
    """All look-alikes; equal seeds give equal texts."""
    found = []
    def add(kind, text, times):
        for place in random.sample(PLACES, times): found.append((kind, place.replace("§", text)))
    for shape in RANDOM: add("GENERIC_SECRET", fill(shape, random), 2)
    for shape in NEAR: add("VENDOR_TOKEN", fill(shape.replace("{{", "(").replace("}}", ")"), random), 2)
    for shape in WORDS: add("GENERIC_SECRET", fill(shape, random), 1)
    for label in PUBLIC:
        for newline in ("\n", "\\n"): add("PRIVATE_KEY", pem(label, random, newline, random.randint(2, 12)), 1)
    for _ in range(3):
        for text in unsigned(random): add("JWT", text, 1)
    for value in PLACEHOLDERS:
        add("VENDOR_TOKEN", value, 1)
        add("GENERIC_SECRET", "api_key = " + value, 1)
    return found
