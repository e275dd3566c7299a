"""Numbers of persons and taxpayers of Europe, made up with the check digits of their registries.

Every function returns the ways to write one number, each with what it needs beside it.
"""
import checks
from drawing import FREE, LOOSE, WORD, cut, date, digits, letters, until


def uk_nhs(random):
    def make():
        body = digits(random, 9)
        rest = 11 - checks.weighted(body, range(10, 1, -1)) % 11
        return body + str(rest % 11) if rest != 10 else None
    number = until(make)
    return [(cut(number, 3, 3, 4), WORD), (cut(number, 3, 3, 4, by="-"), WORD), (number, WORD)]


def uk_nino(random):
    def make():
        pair = letters(random, 1, "ABCEGHJKLMNOPRSTWXYZ") + letters(random, 1, "ABCEGHJKLMNPRSTWXYZ")
        return pair if pair not in ("BG", "GB", "KN", "NK", "NT", "TN", "ZZ") else None
    number = until(make) + digits(random, 6) + random.choice("ABCD")
    return [(number, FREE), (cut(number, 2, 2, 2, 2, 1), FREE), (cut(number, 2, 7), FREE),
            (number.lower(), LOOSE)]


def de_tax_id(random):
    def make():
        # Ten digits of which one stands there twice and the others at most once.
        body = random.sample("0123456789", 9)
        body.insert(random.randint(0, 9), random.choice(body))
        return "".join(body) if body[0] != "0" else None
    body = until(make)
    number = body + checks.iso_11_10(body)
    return [(number, WORD), (cut(number, 2, 3, 3, 3), LOOSE)]


def fr_nir(random):
    department = random.choice(["2A", "2B", "99"] + [f"{n:02d}" for n in range(1, 96) if n != 20])
    year, month, _ = date(random)
    body = f"{random.choice('12')}{year % 100:02d}{month:02d}{department}{digits(random, 6, '123')}"
    number = body + checks.nir(body)
    return [(number, FREE), (cut(number, 1, 2, 2, 2, 3, 3, 2), FREE), (cut(number, 13, 2), LOOSE)]


def es_nif(random):
    body = digits(random, 8)
    letter = "TRWAGMYFPDXBNJZSQVHLCKE"[int(body) % 23]
    return [(body + letter, FREE), (f"{body}-{letter}", FREE), (body + letter.lower(), FREE)]


def es_nie(random):
    first, body = random.choice("XYZ"), digits(random, 7)
    letter = "TRWAGMYFPDXBNJZSQVHLCKE"[int(str("XYZ".index(first)) + body) % 23]
    return [(first + body + letter, FREE), (f"{first}{body}-{letter}", FREE),
            ((first + body + letter).lower(), FREE)]


def it_fiscal_code(random):
    year, month, day = date(random)
    names = letters(random, 6, "BCDFGLMNPRSTVZ")
    body = (names + f"{year % 100:02d}" + "ABCDEHLMPRST"[month - 1]
            + f"{day + random.choice((0, 40)):02d}" + letters(random, 1, "ABCDEFGHIL")
            + f"{random.randint(1, 999):03d}")
    swapped = body[:12] + "".join(c if c.isalpha() else "LMNPQRSTUV"[int(c)] for c in body[12:])
    return [(body + checks.fiscal_code(body), FREE), (swapped + checks.fiscal_code(swapped), FREE)]


def pl_pesel(random):
    year, month, day = date(random)
    body = f"{year % 100:02d}{month + (20 if year >= 2000 else 0):02d}{day:02d}{digits(random, 4)}"
    return [(body + str(-checks.weighted(body, (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)) % 10), WORD)]


def fi_personal_identity_code(random):
    year, month, day = date(random)
    sign = random.choice("-YXWVU") if year < 2000 else random.choice("ABCDEF")
    day, number = f"{day:02d}{month:02d}{year % 100:02d}", f"{random.randint(2, 899):03d}"
    return [(f"{day}{sign}{number}{'0123456789ABCDEFHJKLMNPRSTUVWXY'[int(day + number) % 31]}", FREE)]


def se_personnummer(random):
    year, month, day = date(random)
    body = f"{year % 100:02d}{month:02d}{day + random.choice((0, 0, 60)):02d}{digits(random, 3)}"
    body += checks.luhn(body)
    return [(cut(body, 6, 4, by="-"), WORD), (f"{year // 100}{cut(body, 6, 4, by='-')}", WORD),
            (f"{year // 100}{body}", LOOSE)]


def nl_bsn(random):
    def make():
        number = digits(random, 9, "123456789")
        return number if checks.weighted(number, (9, 8, 7, 6, 5, 4, 3, 2, -1)) % 11 == 0 else None
    return [(until(make), WORD)]


def tr_national_id(random):
    body = digits(random, 9, "123456789")
    odd, even = sum(map(int, body[0::2])), sum(map(int, body[1::2]))
    body += str((7 * odd - even) % 10)
    return [(body + str(sum(map(int, body)) % 10), WORD)]
