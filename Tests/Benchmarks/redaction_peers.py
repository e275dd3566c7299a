"""What people redact with today: nine kinds as regular expressions, spelled for each tool."""
import shutil, subprocess

# The nine kinds that gen_events.py plants, in the dialect that all the peers share. Cards, IBANs and identity
# numbers go without their checksums: of the peers only those written in Python could test them.
OCTET = "(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])"
PATTERNS = {
    "EMAIL_ADDRESS": r"[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,24}\b",
    "CREDIT_CARD": r"\b(?:4[0-9]{3}|5[1-5][0-9]{2}|2[2-7][0-9]{2}|6011|65[0-9]{2})[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}\b"
                   r"|\b3[47][0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{5}\b",
    "US_SSN": r"\b[0-8][0-9]{2}-[0-9]{2}-[0-9]{4}\b",
    "IBAN_CODE": r"\b[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}\b",
    "PHONE_NUMBER": r"\+[0-9]{1,3}[ .-]?\(?[0-9]{1,4}\)?(?:[ .-]?[0-9]{2,4}){2,4}\b|\b[2-9][0-9]{2}-[2-9][0-9]{2}-[0-9]{4}\b",
    "IP_ADDRESS": rf"\b(?:{OCTET}\.){{3}}{OCTET}\b",
    "AWS_ACCESS_KEY": r"\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b",
    "GITHUB_TOKEN": r"\bgh[pousr]_[A-Za-z0-9]{36,255}\b",
    "JWT": r"\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}",
}
ONE = "|".join(PATTERNS.values())
MARK = "[REDACTED]"

# Lines as they stand, in and out: a control character that no JSON text holds is the column's end and its quote.
DUCKDB = """
import duckdb, sys
if sys.argv[2] != "all": duckdb.sql("SET threads=" + sys.argv[2])
quoted = lambda text: "'" + text.replace("'", "''") + "'"
duckdb.sql("COPY (SELECT regexp_replace(line, " + quoted(sys.argv[3]) + ", " + quoted(sys.argv[4]) + ", 'g') FROM read_csv("
           + quoted(sys.argv[1]) + ", columns={'line': 'VARCHAR'}, header=false, delim='\\x01', quote='', escape='', max_line_size=100000000))"
           " TO '/dev/stdout' (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\\x01')")
"""

# What a careful person writes: JSON read and written, two members looked at, cards by Luhn.
HYPERSCAN = """
import hyperscan, json, orjson, sys
patterns, mark = json.loads(sys.argv[2]), sys.argv[3].encode()
database = hyperscan.Database()
database.compile(expressions=[p.encode() for p in patterns.values()], ids=list(range(len(patterns))), elements=len(patterns),
                 flags=hyperscan.HS_FLAG_SOM_LEFTMOST)
card = list(patterns).index("CREDIT_CARD")

def luhn(value):
    digits = [byte - 48 for byte in reversed(value) if 48 <= byte < 58]
    return sum(d if i % 2 == 0 else (d * 2 - 9 if d > 4 else d * 2) for i, d in enumerate(digits)) % 10 == 0

def redact(text):
    found = []
    database.scan(text, match_event_handler=lambda kind, start, end, flags, context: found.append((start, -end, kind)))
    if not found: return None
    parts, cursor = [], 0
    for start, end, kind in sorted(found):
        if start < cursor or kind == card and not luhn(text[start:-end]): continue
        parts.append(text[cursor:start]); parts.append(mark)
        cursor = -end
    parts.append(text[cursor:])
    return b"".join(parts)

write = sys.stdout.buffer.write
for line in open(sys.argv[1], "rb"):
    event, changed = orjson.loads(line), False
    for name in ("input", "output"):
        new = redact(event[name].encode())
        if new is not None: event[name] = new.decode(); changed = True
    write(orjson.dumps(event, option=orjson.OPT_APPEND_NEWLINE) if changed else line)
"""

# The recognisers of its own for six kinds and patterns for three, over a tokenizer without a model: what a
# model adds, names and places, none of the nine kinds needs.
PRESIDIO = """
import json, logging, spacy, sys
logging.disable(logging.CRITICAL)
from presidio_analyzer import AnalyzerEngine, Pattern, PatternRecognizer, RecognizerRegistry
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine, SpacyNlpEngine
from presidio_analyzer.predefined_recognizers import (
    CreditCardRecognizer, EmailRecognizer, IbanRecognizer, IpRecognizer, PhoneRecognizer, UsSsnRecognizer)
patterns, mark = json.loads(sys.argv[2]), sys.argv[3]
engine = SpacyNlpEngine(models=[{"lang_code": "en", "model_name": "blank"}])
engine.nlp = {"en": spacy.blank("en")}
own = [PatternRecognizer(supported_entity=kind, patterns=[Pattern(kind, patterns[kind], 1.0)]) for kind in ("AWS_ACCESS_KEY", "GITHUB_TOKEN", "JWT")]
registry = RecognizerRegistry([CreditCardRecognizer(), EmailRecognizer(), IbanRecognizer(), IpRecognizer(), PhoneRecognizer(), UsSsnRecognizer(), *own])
analyzer = AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["en"])
for line in open(sys.argv[1], encoding="utf-8"):
    event, changed = json.loads(line), False
    for name in ("input", "output"):
        text, parts, cursor = event[name], [], 0
        if not text: continue
        for hit in sorted(analyzer.analyze(text, language="en"), key=lambda hit: (hit.start, -hit.end)):
            if hit.start < cursor: continue
            parts += [text[cursor:hit.start], mark]
            cursor = hit.end
        if parts: event[name] = "".join(parts) + text[cursor:]; changed = True
    sys.stdout.write(json.dumps(event, ensure_ascii=False, separators=(",", ":")) + "\\n" if changed else line)
"""


def ripgrep(path):
    # --passthru prints every line; -a takes bytes for what they are, (?-u) classes for ASCII.
    return ["rg", "--no-config", "--passthru", "--no-line-number", "-a", "-r", MARK, "(?-u)" + ONE, path]


def sed(path):
    # GNU sed has no groups that capture nothing; the C locale is its fast one.
    pattern = ONE.replace("(?:", "(").replace("/", "\\/")
    return ["env", "LC_ALL=C", "sed", "-E", f"s/{pattern}/{MARK}/g", path]


def perl_program():
    # One after the other: in one alternation perl finds no fixed byte to look for first.
    spelled = (pattern.replace("/", "\\/").replace("@", "\\@") for pattern in PATTERNS.values())
    return ";".join(f"s/{pattern}/{MARK}/g" for pattern in spelled)


def perl(path):
    return ["perl", "-pe", perl_program(), path]


def has_gnu_sed():
    answer = subprocess.run(["sed", "--version"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout if shutil.which("sed") else b""
    return b"GNU" in answer
