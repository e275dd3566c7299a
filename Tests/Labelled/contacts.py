"""Ways to reach someone: names and numbers that are reserved for examples and drama where there are
such, made up at random where there are none.

Every function returns the ways to write one value, each with what it needs beside it.
"""
from drawing import FREE, WORD, digits

FIRST = ["ada", "noor", "li", "otto", "zoe", "ivan", "maya", "chidi", "yuki", "lucia", "sam", "ravi"]
LAST = ["lindqvist", "okafor", "ferreira", "tanaka", "novak", "weber", "haddad", "moreau", "kowalski"]
DOMAINS = ["example.com", "example.org", "mail.example.net", "firm.example", "eu.corp.example",
           "team.test", "xn--bcher-kva.example", "a-b.example.com"]


def email_address(random):
    first, last, domain = random.choice(FIRST), random.choice(LAST), random.choice(DOMAINS)
    local = random.choice([
        f"{first}.{last}", f"{first}_{last}", f"{first[0]}{last}{random.randint(1, 99)}",
        f"{first}+{random.choice(['tag', 'billing', '2026'])}", f"{first}-{last}", f"{first}.{last[0]}.x",
        f"{random.randint(100, 999999)}", f"o'{last}", f"{first}&{last}", f"{last}%{first}"])
    return [(f"{local}@{domain}", FREE), (f"{local}@{domain}".upper(), FREE)]


def drama(random):
    """Country code, area and subscriber of numbers that nobody has, or that look like it."""
    three = digits(random, 3)
    area = random.choice(["202", "212", "312", "415", "617", "713", "808", "919"])
    return random.choice([
        ("1", [area, "555", "01" + three[:2]]), ("44", ["20", "7946", "0" + three]),
        ("44", ["7700", "900" + three]), ("44", ["161", "496", "0" + three]),
        ("49", ["30", "23125" + three]), ("33", ["1", "99", "00", three[:2], "1" + three[2]]),
        ("61", ["491", "570", three]), ("46", ["8", "465", "004", three[:2]]),
        ("353", ["20", "910", "0" + three]), ("86", ["138", "0013", "8" + three]),
        ("91", ["98000", "00" + three]), ("55", ["11", "95555", "0" + three]),
        ("81", ["90", "0000", "1" + three]), ("39", ["06", "5550", "1" + three])])


def phone_number(random):
    code, groups = drama(random)
    area, last = random.choice(["202", "312", "415", "617", "808"]), "01" + digits(random, 2)
    plain = f"{area} 555 {last}"
    _, home = drama(random)
    while len("".join(home)) < 8 or len(home[0]) == 3 and home[1] == "555":
        _, home = drama(random)
    return [(f"+{code} {' '.join(groups)}", FREE), (f"+{code}-{'-'.join(groups)}", FREE),
            (f"+{code}{''.join(groups)}", FREE), (f"+{code} ({groups[0]}) {' '.join(groups[1:])}", FREE),
            (f"({area}) 555-{last}", FREE), (f"{area}-555-{last}", FREE),
            (f"1-{area}-555-{last}", FREE), (plain, WORD), (plain.replace(" ", "."), WORD),
            (plain.replace(" ", ""), WORD), ("0" + " ".join(home), WORD),
            ("0" + "-".join(home), WORD), ("1" + plain.replace(" ", ""), WORD)]


def ip_address(random):
    block = random.choice(["192.0.2.", "198.51.100.", "203.0.113.", "10.24.7.", "172.16.31.", "192.168.8."])
    four = block + str(random.randint(1, 254))
    group = lambda: f"{random.randint(0x1000, 0xffff):x}"
    full = ":".join(["2001", "db8"] + [group() for _ in range(6)])
    return [(four, FREE), (f"2001:db8::{group()}:{group()}", FREE), (full, FREE),
            (full.upper(), FREE), (f"2001:db8:{group()}::1", FREE), (f"::ffff:{four}", FREE),
            (f"64:ff9b::{four}", FREE), (f"fe80::{group()}:{group()}%eth0", FREE)]


def mac_address(random):
    pairs = ["02", "ab"] + [f"{random.randint(1, 255):02x}" for _ in range(4)]
    plain = "".join(pairs)
    return [(":".join(pairs), FREE), ("-".join(pairs), FREE), (":".join(pairs).upper(), FREE),
            (f"{plain[:4]}.{plain[4:8]}.{plain[8:]}", FREE)]
