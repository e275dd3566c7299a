"""Numbers of persons and taxpayers of other continents, made up with the check digits of their registries.

Every function returns the ways to write one number, each with what it needs beside it.
"""
import checks
from drawing import FREE, LOOSE, WORD, cut, date, digits, letters, until


def us_ssn(random):
    area = until(lambda: (lambda a: a if a != 666 else 0)(random.randint(1, 899)))
    number = f"{area:03d}{random.randint(1, 99):02d}{random.randint(1, 9999):04d}"
    return [(cut(number, 3, 2, 4, by="-"), FREE), (cut(number, 3, 2, 4), WORD),
            (cut(number, 3, 2, 4, by="."), WORD), (number, WORD)]


def us_itin(random):
    group = random.choice([*range(50, 66), *range(70, 89), 90, 91, 92, *range(94, 100)])
    number = f"9{random.randint(0, 99):02d}{group}{random.randint(1, 9999):04d}"
    return [(cut(number, 3, 2, 4, by="-"), FREE), (number, WORD)]


def us_mbi(random):
    alpha, tail = "ACDEFGHJKMNPQRTUVWXY", "ACDEFGHJKMNPQRTUVWXY0123456789"
    classes = ["123456789", alpha, tail, "0123456789", alpha, tail, "0123456789", alpha, alpha,
               "0123456789", "0123456789"]
    number = "".join(random.choice(c) for c in classes)
    return [(cut(number, 4, 3, 4, by="-"), FREE), (number, WORD),
            (cut(number, 4, 3, 4, by="-").lower(), LOOSE)]


def ca_sin(random):
    body = digits(random, 8, "12345679")
    number = body + checks.luhn(body)
    return [(cut(number, 3, 3, 3), WORD), (cut(number, 3, 3, 3, by="-"), WORD), (number, WORD)]


def au_tfn(random):
    def make():
        number = digits(random, 9, "123456789")
        return number if checks.weighted(number, (1, 4, 3, 7, 5, 8, 6, 9, 10)) % 11 == 0 else None
    number = until(make)
    return [(cut(number, 3, 3, 3), WORD), (number, WORD)]


def au_abn(random):
    def make():
        number = digits(random, 11, "123456789")
        less = str(int(number[0]) - 1) + number[1:]
        weights = (10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19)
        return number if checks.weighted(less, weights) % 89 == 0 else None
    number = until(make)
    return [(cut(number, 2, 3, 3, 3), WORD), (number, WORD)]


def au_medicare(random):
    body = digits(random, 8, "23456")
    number = body + str(checks.weighted(body, (1, 3, 7, 9, 1, 3, 7, 9)) % 10) + random.choice("12345")
    return [(cut(number, 4, 5, 1), WORD), (number, WORD)]


def in_aadhaar(random):
    body = digits(random, 11, "23456789")
    number = body + checks.verhoeff(body)
    return [(cut(number, 4, 4, 4), WORD), (number, WORD), (cut(number, 4, 4, 4, by="-"), LOOSE)]


def in_pan(random):
    number = (letters(random, 3) + random.choice("ABCFGHJLPT") + letters(random, 1)
              + f"{random.randint(1, 9999):04d}" + letters(random, 1))
    return [(number, FREE)]


def sg_nric_fin(random):
    prefix, body = random.choice("STFGM"), digits(random, 7)
    return [(prefix + body + checks.nric(prefix, body), FREE)]


def kr_rrn(random):
    year, month, day = date(random)
    sex = random.choice("12" if year < 2000 else "34")
    number = f"{year % 100:02d}{month:02d}{day:02d}{sex}{digits(random, 6)}"
    foreign = number[:6] + str(int(sex) + 4) + number[7:]
    return [(cut(number, 6, 7, by="-"), FREE), (number, WORD), (cut(foreign, 6, 7, by="-"), WORD)]


def cn_resident_id(random):
    year, month, day = date(random)
    body = f"{random.choice(('110101', '310104', '440103', '320106'))}{year}{month:02d}{day:02d}{digits(random, 3)}"
    return [(body + checks.iso_11_2(body), FREE)]


def elevens(body, *weights):
    """Adds Brazil's check digits: 11 less the rest, ten and eleven are 0."""
    for row in weights:
        rest = checks.weighted(body, row) % 11
        body += str(11 - rest if rest > 1 else 0)
    return body


def br_cpf(random):
    number = elevens(digits(random, 9), range(10, 1, -1), range(11, 1, -1))
    return [(f"{cut(number, 3, 3, 3, by='.')}-{number[9:]}", FREE), (number, WORD)]


def br_cnpj(random):
    weights = (6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)
    number = elevens(digits(random, 8) + "0001", weights[1:], weights)
    return [(f"{cut(number, 2, 3, 3, by='.')}/{number[8:12]}-{number[12:]}", FREE), (number, WORD)]


def za_id_number(random):
    year, month, day = date(random)
    body = f"{year % 100:02d}{month:02d}{day:02d}{digits(random, 4)}{random.choice('01')}8"
    return [(body + checks.luhn(body), WORD)]


def th_tnin(random):
    body = digits(random, 1, "12345678") + random.choice(("10", "31", "50", "65", "83")) + digits(random, 9)
    number = body + str((11 - checks.weighted(body, range(13, 1, -1)) % 11) % 10)
    return [(number, WORD), (cut(number, 1, 4, 5, 2, 1, by="-"), LOOSE)]
