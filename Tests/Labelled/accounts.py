"""Cards, bank accounts, wallets and vehicles, made up at random.

Every function returns the ways to write one number, each with what it needs beside it.
"""
import checks
from drawing import FREE, LETTERS, WORD, cut, digits, letters, until

# The prefix of a card and its length, by scheme.
SCHEMES = [("4", 16), ("4", 19), ("51", 16), ("55", 16), ("2221", 16), ("2720", 16), ("34", 15),
           ("37", 15), ("6011", 16), ("644", 16), ("65", 16), ("65", 19), ("3528", 16), ("3589", 16),
           ("300", 14), ("3095", 14), ("36", 14), ("38", 14), ("62", 16), ("62", 19), ("2200", 16),
           ("5018", 16), ("6304", 16), ("6759", 16), ("6761", 16)]

# The basic account number of every country of SWIFT's registry: n digits, a letters, c either.
BANKS = """AD 8n12c;AE 19n;AL 8n16c;AT 16n;AZ 4a20c;BA 16n;BE 12n;BG 4a6n8c;BH 4a14c;BI 23n;BR 23n1a1c
BY 4c4n16c;CH 5n12c;CR 18n;CY 8n16c;CZ 20n;DE 18n;DJ 23n;DK 14n;DO 4c20n;EE 16n;EG 25n;ES 20n;FI 14n
FK 2a12n;FO 14n;FR 10n11c2n;GB 4a14n;GE 2a16n;GI 4a15c;GL 14n;GR 7n16c;GT 4c20c;HN 4a20n;HR 17n;HU 24n
IE 4a14n;IL 19n;IQ 4a15n;IS 22n;IT 1a10n12c;JO 4a4n18c;KW 4a22c;KZ 3n13c;LB 4n20c;LC 4a24c;LI 5n12c
LT 16n;LU 3n13c;LV 4a13c;LY 21n;MC 10n11c2n;MD 2c18c;ME 18n;MK 3n10c2n;MN 16n;MR 23n;MT 4a5n18c
MU 4a19n3a;NI 4a20n;NL 4a10n;NO 11n;OM 3n16c;PK 4a16c;PL 24n;PS 4a21c;PT 21n;QA 4a21c;RO 4a16c;RS 18n
RU 14n15c;SA 2n18c;SC 4a20n3a;SD 14n;SE 20n;SI 15n;SK 20n;SM 1a10n12c;SO 19n;ST 21n;SV 4a20n;TL 19n
TN 20n;TR 6n16c;UA 6n19c;VA 18n;VG 4a16n;XK 16n;YE 4a4n18c""".replace("\n", ";").split(";")


def grouped(number, by):
    lengths = {14: (4, 6, 4), 15: (4, 6, 5), 16: (4, 4, 4, 4), 19: (4, 4, 4, 4, 3)}
    return cut(number, *lengths[len(number)], by=by)


def credit_card(random):
    prefix, length = random.choice(SCHEMES)
    body = prefix + digits(random, length - 1 - len(prefix))
    number = body + checks.luhn(body)
    other = random.choice("1789") + digits(random, 13)
    return [(number, FREE), (grouped(number, " "), FREE), (grouped(number, "-"), FREE),
            (other + checks.luhn(other), WORD)]


def basic_account(random, layout):
    text, count = "", ""
    for char in layout:
        if char.isdigit():
            count += char
            continue
        of = {"n": "0123456789", "a": LETTERS}
        text += letters(random, int(count), of.get(char, of["n"] + of["a"]))
        count = ""
    return text


def iban_code(random):
    country, layout = random.choice(BANKS).split(" ")
    number = checks.iban(country, basic_account(random, layout))
    spaced = " ".join(number[at:at + 4] for at in range(0, len(number), 4))
    return [(number, FREE), (spaced, FREE), (number.lower(), WORD)]


def aba_routing_number(random):
    body = f"{random.choice([*range(0, 13), *range(21, 33), *range(61, 73), 80]):02d}{digits(random, 6)}"
    return [(body + str(-checks.weighted(body, (3, 7, 1, 3, 7, 1, 3, 7)) % 10), WORD)]


def crypto(random):
    draw = lambda count: bytes(random.getrandbits(8) for _ in range(count))
    mixed = until(lambda: (lambda text: text if text[2:].lower() != text[2:] else None)(
        checks.mixed_case(draw(20).hex())))
    return [(checks.base58check(0, draw(20)), FREE), (checks.base58check(5, draw(20)), FREE),
            (checks.bech32(0, draw(20)), FREE), (checks.bech32(1, draw(32)), FREE), (mixed, FREE),
            ("0x" + draw(20).hex(), WORD)]


def vin(random):
    of = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"
    number = checks.vin(random.choice("12345JKLSVWYZ") + letters(random, 10, of) + digits(random, 6))
    return [(number, WORD), (number.lower(), WORD)]
