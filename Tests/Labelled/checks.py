"""Check digits of the kinds that have one, as their registries define them (spec/redaction.md, 2)."""
import hashlib

UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
VERHOEFF = ["0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
            "5987604321", "6598710432", "7659821043", "8765932104", "9876543210"]
VERHOEFF_TURNS = ["0123456789", "1576283094", "5803796142", "8916043527",
                  "9453126870", "4286573901", "2793806415", "7046913258"]
ODD_PLACES = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]


def weighted(digits, weights):
    return sum(int(digit) * weight for digit, weight in zip(digits, weights))


def luhn(body):
    """The digit that makes the body a Luhn number."""
    total = 0
    for place, digit in enumerate(reversed(body)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def verhoeff(body):
    state = 0
    for place, digit in enumerate(reversed(body + "0")):
        state = int(VERHOEFF[state][int(VERHOEFF_TURNS[place % 8][int(digit)])])
    return str([int(VERHOEFF[state][digit]) for digit in range(10)].index(0))


def pairs(text):
    """Letters as two digits: A is 10."""
    return "".join(str(int(c, 36)) for c in text)


def iban(country, bban):
    return f"{country}{98 - int(pairs(bban + country) + '00') % 97:02d}{bban}"


def iso_11_10(body):
    """ISO 7064 mod 11,10."""
    product = 10
    for digit in body:
        total = (int(digit) + product) % 10 or 10
        product = total * 2 % 11
    return str((11 - product) % 10)


def iso_11_2(body):
    """ISO 7064 mod 11-2, X for ten."""
    total = 0
    for digit in body:
        total = (total + int(digit)) * 2 % 11
    return "0123456789X"[(12 - total) % 11]


def nir(body):
    number = int(body.replace("2A", "19").replace("2B", "18"))
    return f"{97 - number % 97:02d}"


def fiscal_code(body):
    total = 0
    for place, char in enumerate(body):
        value = int(char) if char.isdigit() else UPPER.index(char)
        total += ODD_PLACES[value] if place % 2 == 0 else value
    return UPPER[total % 26]


def nric(prefix, digits):
    rest = (weighted(digits, (2, 7, 6, 5, 4, 3, 2)) + {"T": 4, "G": 4, "M": 3}.get(prefix, 0)) % 11
    tables = {"S": "JZIHGFEDCBA", "T": "JZIHGFEDCBA", "F": "XWUTRQPNMLK", "G": "XWUTRQPNMLK",
              "M": "XWUTRQPNJLK"}
    return tables[prefix][rest]


def vin(number):
    """The number with the right check character at its ninth place."""
    letters = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", "12345678123457923456789"))
    weights = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
    rest = weighted([letters.get(c, c) for c in number], weights) % 11
    return number[:8] + "0123456789X"[rest] + number[9:]


def base58check(version, payload):
    alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
    data = bytes([version]) + payload
    data += hashlib.sha256(hashlib.sha256(data).digest()).digest()[:4]
    number, text = int.from_bytes(data, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        text = alphabet[rest] + text
    return "1" * (len(data) - len(data.lstrip(b"\0"))) + text


def bech32(version, program):
    """A segwit address of the main net: bech32 for version 0, bech32m above."""
    alphabet, bits = "qpzry9x8gf2tvdw0s3jn54khce6mua7l", "".join(f"{b:08b}" for b in program)
    bits += "0" * (-len(bits) % 5)
    data = [version] + [int(bits[i:i + 5], 2) for i in range(0, len(bits), 5)]
    sum_ = 1
    for value in [3, 3, 0, 2, 3] + data + [0] * 6:
        top, sum_ = sum_ >> 25, (sum_ & 0x1FFFFFF) << 5 ^ value
        for bit, term in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            sum_ ^= term if top >> bit & 1 else 0
    sum_ ^= 0x2BC830A3 if version else 1
    return "bc1" + "".join(alphabet[v] for v in data + [sum_ >> 5 * (5 - i) & 31 for i in range(6)])


def keccak256(data):
    """Keccak of before SHA-3: its padding starts with 01."""
    mask, state = (1 << 64) - 1, [[0] * 5 for _ in range(5)]
    data = bytearray(data) + b"\x01" + b"\0" * (135 - len(data) % 136)
    data[-1] |= 0x80

    def turn(value, count):
        return (value << count | value >> 64 - count) & mask if count else value

    for start in range(0, len(data), 136):
        for lane in range(17):
            at = start + 8 * lane
            state[lane % 5][lane // 5] ^= int.from_bytes(data[at:at + 8], "little")
        feedback = 1
        for _ in range(24):
            column = [a ^ b ^ c ^ d ^ e for a, b, c, d, e in state]
            for x in range(5):
                change = column[x - 1] ^ turn(column[(x + 1) % 5], 1)
                state[x] = [lane ^ change for lane in state[x]]
            x, y, lane = 1, 0, state[1][0]
            for step in range(24):
                x, y = y, (2 * x + 3 * y) % 5
                lane, state[x][y] = state[x][y], turn(lane, (step + 1) * (step + 2) // 2 % 64)
            for y in range(5):
                row = [state[x][y] for x in range(5)]
                for x in range(5):
                    state[x][y] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5])
            for bit in range(7):
                feedback = (feedback << 1 ^ (feedback >> 7) * 0x71) % 256
                if feedback & 2:
                    state[0][0] ^= 1 << (1 << bit) - 1
    return b"".join(state[i][0].to_bytes(8, "little") for i in range(4))


def mixed_case(digits):
    """The case that EIP-55 gives to the 40 digits of an address."""
    digest = keccak256(digits.encode()).hex()
    return "0x" + "".join(c.upper() if int(d, 16) > 7 else c for c, d in zip(digits, digest))
