"""Shapes of secrets: texts with {class:length} or {class:least-most} in them, filled at random.

They come from spec/redaction.md, section 3, and from the lengths and classes of public rule sets;
no whole secret stands in the sources.
"""
import base64, json, re, string

LETTERS, DIGITS, HEX = string.ascii_letters, string.digits, "0123456789abcdef"
CLASSES = {
    "alnum": LETTERS + DIGITS, "lower": string.ascii_lowercase + DIGITS, "upper": string.ascii_uppercase + DIGITS,
    "letter": LETTERS, "small": string.ascii_lowercase, "large": string.ascii_uppercase, "digit": DIGITS,
    "first": "123456789", "hex": HEX, "HEX": HEX.upper(), "b": LETTERS + DIGITS + "_-", "word": LETTERS + DIGITS + "_",
    "base32": string.ascii_uppercase + "234567", "base64": LETTERS + DIGITS + "+/", "bech32": "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L",
    "azure": LETTERS + DIGITS + "_~.", "azures": LETTERS + DIGITS + "_~.-", "mark": "!#%^*+?", "bot": "MNO",
}
SLOT = re.compile(r"\{(\w+):(\d+)(?:-(\d+))?\}")
UUID = "{hex:8}-{hex:4}-4{hex:3}-a{hex:3}-{hex:12}"


def fill(shape, random):
    """The shape with each slot filled; ends that a boundary or the placeholder rule would cut are drawn again."""
    def slot(match):
        least, most = int(match.group(2)), int(match.group(3) or match.group(2))
        return "".join(random.choice(CLASSES[match.group(1)]) for _ in range(random.randint(least, most)))
    while True:
        text = SLOT.sub(slot, shape)
        if not SLOT.search(shape): return text
        if shape[-1] == "}" and text[-1] in "-_.~+/": continue
        if len(set(text[len(text) // 2:])) > 2 and "..." not in text and "xxxx" not in text.lower(): return text


TOKENS = {
    "OPENAI_API_KEY": ["sk-{alnum:20}T3BlbkFJ{alnum:20}", "sk-proj-{b:74}T3BlbkFJ{b:74}", "sk-proj-{b:58}T3BlbkFJ{b:58}",
                       "sk-svcacct-{b:74}T3BlbkFJ{b:74}", "sk-admin-{b:58}T3BlbkFJ{b:58}", "sk-service-{b:20-100}T3BlbkFJ{b:20-100}",
                       "sk-proj-{b:124-156}"],
    "ANTHROPIC_API_KEY": ["sk-ant-api03-{b:93}AA", "sk-ant-admin01-{b:93}AA", "sk-ant-sid01-{b:86}AA", "sk-ant-oat01-{b:80-110}"],
    "HUGGINGFACE_TOKEN": ["hf_{letter:34}", "hf_{alnum:34}", "api_org_{letter:34}"],
    "AWS_ACCESS_KEY": ["AKIA{base32:16}", "ASIA{base32:16}", "ABIA{base32:16}", "ACCA{base32:16}"],
    "GITHUB_TOKEN": ["ghp_{alnum:36}", "gho_{alnum:36}", "ghu_{alnum:36}", "ghs_{alnum:36}", "ghr_{alnum:36}", "ghr_{alnum:76}",
                     "github_pat_{alnum:22}_{alnum:59}"],
    "GITLAB_TOKEN": ["glpat-{b:20}", "glpat-{b:27}.{lower:9}", "gldt-{b:20}", "glft-{b:20}", "glrt-{b:20}", "glsoat-{b:20}",
                     "glcbt-{alnum:2}_{b:20}", "glptt-{hex:40}", "glagent-{b:50}", "gloas-{b:64}", "glffct-{b:20}", "glimt-{b:25}"],
    "SLACK_TOKEN": ["xoxb-{first:1}{digit:11}-{first:1}{digit:12}-{alnum:24}", "xoxb-{first:1}{digit:10}-{alnum:24}",
                    "xoxp-{first:1}{digit:11}-{first:1}{digit:12}-{first:1}{digit:12}-{hex:32}",
                    "xoxa-{first:1}{digit:8}-{first:1}{digit:10}-{alnum:18}", "xoxr-{first:1}{digit:11}-{alnum:32}",
                    "xoxs-{first:1}{digit:11}-{first:1}{digit:8}-{first:1}{digit:9}-{hex:24}",
                    "xapp-1-A{upper:10}-{first:1}{digit:12}-{hex:64}", "xoxe.xoxp-1-{alnum:164}", "xoxe.xoxb-1-{alnum:165}"],
    "STRIPE_KEY": ["sk_live_{alnum:24}", "sk_test_{alnum:24}", "sk_test_51{alnum:97}", "rk_live_{alnum:24}", "sk_prod_{alnum:16-60}"],
    "GCP_API_KEY": ["AIza{b:35}", "AIzaSy{b:33}"],
    "AZURE_SECRET": ["{alnum:3}{digit:1}Q~{azures:31}", "{alnum:3}8Q~{azures:34}", "{alnum:1}{azure:2}7Q~{azures:33}"],
    "TWILIO_KEY": ["SK{hex:32}", "AC{hex:32}"],
    "SENDGRID_KEY": ["SG.{b:22}.{b:43}", "SG.{alnum:22}.{alnum:43}"],
    "NPM_TOKEN": ["npm_{alnum:36}"],
    "PYPI_TOKEN": ["pypi-AgEIcHlwaS5vcmc{b:64-160}", "pypi-AgENdGVzdC5weXBpLm9yZw{b:90-150}"],
    "VENDOR_TOKEN": ["sk-or-v1-{hex:64}", "sk-lf-" + UUID, "gsk_{alnum:52}", "xai-{alnum:80}", "pplx-{alnum:48}", "r8_{alnum:37}",
                     "lsv2_pt_{hex:32}_{hex:10}", "lsv2_sk_{hex:32}_{hex:10}", "ABSK{base64:109-200}=", "dapi{hex:32}",
                     "dop_v1_{hex:64}", "doo_v1_{hex:64}", "shpat_{hex:32}", "shpss_{hex:32}", "lin_api_{alnum:40}",
                     "PMAK-{hex:24}-{hex:34}", "hvs.{b:90-120}", "dp.pt.{alnum:43}", "glsa_{alnum:32}_{hex:8}", "glc_{base64:32-200}",
                     "sntryu_{hex:64}", "sntrys_eyJpYXQiO{base64:60}LCJyZWdpb25fdXJs{base64:60}==_{base64:43}", "pul-{hex:40}",
                     "rubygems_{hex:48}", "sq0csp-{b:43}", "sq0atp-{b:22}", "NRAK-{upper:27}", "ATATT3{b:177}={HEX:8}",
                     "ntn_{digit:11}{alnum:35}", "pscale_tkn_{b:43}", "pscale_pw_{b:43}", "pscale_oauth_{b:43}",
                     "AGE-SECRET-KEY-1{bech32:58}", "{alnum:14}.atlasv1.{b:67}", "rdme_{lower:70}", "shippo_live_{hex:40}",
                     "shippo_test_{hex:40}", "EZAK{alnum:54}", "{first:1}{digit:9}:AA{b:33}", "{bot:1}{alnum:23}.{b:6}.{b:27}",
                     "{bot:1}{alnum:25}.{b:6}.{b:38}", "{hex:32}-us{first:1}", "{hex:32}-us1{digit:1}",
                     "https://hooks.slack.com/services/T{upper:10}/B{upper:10}/{alnum:24}"],
}


def base64url(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def jwt(random, signed=True):
    header = random.choice([{"alg": "HS256", "typ": "JWT"}, {"typ": "JWT", "alg": "RS256", "kid": fill("{alnum:8}", random)}, {"alg": "ES256"}])
    claims = {"sub": fill("{lower:12}", random), "role": random.choice(["admin", "reader"]), "iat": 1700000000 + random.randrange(10 ** 7)}
    parts = [base64url(json.dumps(part, separators=(",", ":")).encode()) for part in (header, claims)]
    return ".".join(parts + [fill("{b:43}", random)] * signed)


def pem(label, random, newline="\n", rows=8, ended=True):
    body = [fill("{base64:64}", random) for _ in range(rows)] + [fill("{base64:22}==", random)]
    return newline.join(["-----BEGIN " + label + "-----", *body] + ["-----END " + label + "-----"] * ended)
