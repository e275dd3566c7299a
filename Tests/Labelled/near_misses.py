"""Look-alikes of each kind of personal data: one rule of spec/redaction.md, section 2, broken."""
import checks, personal, texts
from drawing import FREE, WORD, digits

WITH_CHECK = [
    "CREDIT_CARD", "IBAN_CODE", "ABA_ROUTING_NUMBER", "UK_NHS", "CA_SIN", "AU_TFN", "AU_ABN",
    "AU_MEDICARE", "IN_AADHAAR", "SG_NRIC_FIN", "DE_TAX_ID", "FR_NIR", "ES_NIF", "ES_NIE",
    "IT_FISCAL_CODE", "PL_PESEL", "FI_PERSONAL_IDENTITY_CODE", "SE_PERSONNUMMER", "CN_RESIDENT_ID",
    "BR_CPF", "BR_CNPJ", "NL_BSN", "TR_NATIONAL_ID", "ZA_ID_NUMBER", "TH_TNIN", "VIN", "CRYPTO"]
# Kinds that nothing may cut out of a longer word, and numbers that a sign makes part of another.
GLUED = ["CREDIT_CARD", "IBAN_CODE", "US_SSN", "UK_NINO", "IN_PAN", "SG_NRIC_FIN", "ES_NIF", "ES_NIE",
         "IT_FISCAL_CODE", "FI_PERSONAL_IDENTITY_CODE", "CN_RESIDENT_ID", "BR_CPF", "BR_CNPJ", "FR_NIR"]
SIGNS = ["0.{v}", "${v}", "£{v}", "{v}.25", "{v}-77", "31-{v}", "id_{v}", "{v}_2"]
# Words that hold a context word of the kind inside.
INSIDE = {
    "PHONE_NUMBER": ["hotel", "recall", "cancelled", "telemetry", "miscalled", "microphones1"],
    "CREDIT_CARD": ["discard", "pantry", "expand", "cardinal"], "CA_SIN": ["using", "business", "since"],
    "ABA_ROUTING_NUMBER": ["abandon", "databank", "rerouting_x"], "CRYPTO": ["method", "ethernet"],
    "UK_NHS": ["inhsane"], "AU_ABN": ["cabne"], "NL_BSN": ["absnap"], "VIN": ["moving", "province"],
    "DE_TAX_ID": ["meeting", "tiny"], "US_SSN": ["lessnoise"], "US_MBI": ["ambient"],
    "BR_CPF": ["tcpforward"], "SE_PERSONNUMMER": ["pnrx"]}


def turned(char, by=1):
    """The next digit or letter, round at the end."""
    of = "0123456789" if char.isdigit() else checks.UPPER if char.isupper() else checks.UPPER.lower()
    return of[(of.index(char) + by) % len(of)]


def spoiled(kind, value):
    """The value with a wrong check digit."""
    places = [at for at, char in enumerate(value) if char.isalnum()]
    at = {"AU_MEDICARE": places[-2], "VIN": places[8 % len(places)]}.get(kind, places[-1])
    if value[at] == "X" and kind in ("CN_RESIDENT_ID", "VIN"):
        return value[:at] + "3" + value[at + 1:]
    return value[:at] + turned(value[at]) + value[at + 1:]


def wrong_checks(random, kind, make, words):
    for turn in range(6):
        forms = [f for f in make(random) if not f[0].startswith("0x")]
        value, _ = forms[turn % len(forms)]
        while kind == "VIN" and value[0].upper() >= "S":  # Europe's need no check digit
            value, _ = make(random)[turn % len(forms)]
        if kind == "UK_NHS":
            value = value.replace("-", " ")
        shape = random.choice(texts.BESIDE if turn % 2 else texts.BESIDE_HARD[:8])
        yield texts.render(random, shape, spoiled(kind, value), words[turn % len(words)])


def without_words(random, kind, make):
    """What needs a context word, and has none, or only a part of another word."""
    forms = [f[0] for f in make(random) if f[1] == WORD]
    for value in forms[:4]:
        # A Diners number of 14 digits needs no word; ten with dashes are a phone number.
        if kind == "BR_CNPJ" and checks.luhn(value[:-1]) == value[-1] or value.count("-") == 2:
            continue
        yield random.choice(texts.NOWHERE).format(v=value)
    for word in INSIDE.get(kind, []) if forms else []:
        yield f"{word} {random.choice(forms).replace('-', ' ')}"


def unissued(random):
    """Ranges that no registry hands out, with the word that would make them ids."""
    serial, group = f"{random.randint(1, 9999):04d}", f"{random.randint(10, 49)}"
    area, six = f"{random.randint(100, 665)}", digits(random, 6)
    return [
        ("US_SSN", f"SSN: 000-{group}-{serial}"), ("US_SSN", f"ssn 666-{group}-{serial}"),
        ("US_SSN", f"my SSN is {area}-00-{serial}"), ("US_SSN", f"SSN {area}-{group}-0000"),
        ("US_SSN", f"9{group}-{group}-{serial}"), ("US_SSN", f"ssn {area}-{group} {serial}"),
        ("US_ITIN", f"ITIN 9{group}-66-{serial}"), ("US_ITIN", f"itin: 9{group}-93-{serial}"),
        ("US_MBI", f"Medicare 1S{group[0]}4-TE5-MK{group}"), ("US_MBI", f"MBI: A{group}4-TE5-MK{group}"),
        ("UK_NINO", f"NINO BG{six}A"), ("UK_NINO", f"national insurance DA{six}C"),
        ("UK_NINO", f"nino AO{six}B"), ("UK_NINO", f"AB{six}H"), ("CA_SIN", f"SIN 0{six}12"),
        ("IN_PAN", f"PAN ABCXD{serial}K"), ("IN_PAN", "ABCPD0000K"), ("IN_AADHAAR", f"Aadhaar 1{six}{six[:5]}"),
        ("KR_RRN", f"RRN 90133{group[0]}-1{six}"), ("KR_RRN", f"9001{group[:1]}1-9{six}"),
        ("IBAN_CODE", f"IBAN AB12{six}{six}{six}"), ("CREDIT_CARD", "card 0000000000000000")]


def contacts_missed(random):
    a, b, c, d = (random.randint(1, 250) for _ in range(4))
    pair = lambda count, by: by.join(f"{random.randint(0, 255):02x}" for _ in range(count))
    word, version = random.choice(["build", "node", "lodash"]), f"{a % 30}.{b}.{c}"
    return [
        ("EMAIL_ADDRESS", f"{word}@{version}"), ("EMAIL_ADDRESS", f"import x from '@{word}/core'"),
        ("EMAIL_ADDRESS", f"{word}@localhost"), ("EMAIL_ADDRESS", f"@{word} def run(): pass"),
        ("EMAIL_ADDRESS", f"rate @ {a}.50"), ("EMAIL_ADDRESS", f"uses: actions/{word}@v{a % 9}"),
        ("EMAIL_ADDRESS", f"{word}@host.x"), ("EMAIL_ADDRESS", f"@{word}.com says"),
        ("IP_ADDRESS", f"version {a}.{b}.{c}.{d}"), ("IP_ADDRESS", f"v{a}.{b}.{c}.{d}"),
        ("IP_ADDRESS", f"Chrome/{a}.0.{b}.{c}"), ("IP_ADDRESS", f"section {a % 20}.{b % 9}.{c % 9}.{d % 9}"),
        ("IP_ADDRESS", f"build {a}.{b}.{c}.{d}"), ("IP_ADDRESS", f"{a}.{b}.{c}.{256 + d}"),
        ("IP_ADDRESS", f"OID 1.3.6.1.4.1.{a}.{b}"), ("IP_ADDRESS", f"{a}.{b}.{c}"),
        ("IP_ADDRESS", f"x{a}.{b}.{c}.{d}y"), ("IP_ADDRESS", f"::ffff:{a}.{b}.{c}"),
        ("IP_ADDRESS", f"std::vector<int>::{word}"), ("IP_ADDRESS", f"items[{a}::2]"),
        ("IP_ADDRESS", f"{a % 24}:{b % 60:02d}:{c % 60:02d}"), ("IP_ADDRESS", "fe80::1::2"),
        ("IP_ADDRESS", f"ratio {a}:{b}:{c}:{d}"), ("IP_ADDRESS", f"use crate::{word}::run;"),
        ("MAC_ADDRESS", f"SHA1:{pair(20, ':')}"), ("MAC_ADDRESS", f"MD5 {pair(16, ':')}"),
        ("MAC_ADDRESS", f"mac {pair(5, '-')}"), ("MAC_ADDRESS", "mac ff:ff:ff:ff:ff:ff"),
        ("MAC_ADDRESS", f"{pair(7, '-')}"), ("MAC_ADDRESS", f"mac {pair(3, ':')}-{pair(3, ':')}"),
        ("PHONE_NUMBER", f"tel {a}"), ("PHONE_NUMBER", f"phone 555-{a:04d}"),
        ("PHONE_NUMBER", f"call on {a % 27 + 1:02d}.{b % 12 + 1:02d}.20{c % 30:02d}"),
        ("PHONE_NUMBER", f"/items/202555{a:04d}/view"), ("PHONE_NUMBER", f"77-202-555-{a:04d}"),
        ("PHONE_NUMBER", f"202-555-{a:04d}-9"), ("PHONE_NUMBER", f"000-555-{a:04d}"),
        ("PHONE_NUMBER", f"+{a % 90 + 10}% and +{b}.5"), ("PHONE_NUMBER", f"x202-555-{a:04d}y")]


def lookalikes(random):
    """(kind, text): nothing is to be found in any of them."""
    rows = []
    for kind, make, words in personal.KINDS:
        if kind in WITH_CHECK:
            rows += [(kind, text) for text in wrong_checks(random, kind, make, words)]
        rows += [(kind, text) for text in without_words(random, kind, make)]
        if kind in GLUED:
            for shape in ("a{v}b", "{v}x", "_{v}"):
                rows.append((kind, shape.format(v=[f for f in make(random) if f[1] == FREE][0][0])))
        if kind in ("CREDIT_CARD", "US_SSN"):
            rows += [(kind, shape.format(v=make(random)[0][0])) for shape in SIGNS]
    for _ in range(3):
        rows += unissued(random) + contacts_missed(random)
    return rows
