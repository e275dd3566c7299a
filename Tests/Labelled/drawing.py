"""Draws digits, letters and dates, and says what a written value needs beside it."""

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Found alone; beside a context word only; beside one, in a way of public recognisers that the
# specification does not name.
FREE, WORD, LOOSE = range(3)


def digits(random, count, first="0123456789"):
    return random.choice(first) + "".join(random.choice("0123456789") for _ in range(count - 1))


def letters(random, count, of=LETTERS):
    return "".join(random.choice(of) for _ in range(count))


def until(make):
    """Draws until something comes: many bodies have no check digit."""
    while True:
        drawn = make()
        if drawn:
            return drawn


def cut(text, *lengths, by=" "):
    parts, at = [], 0
    for length in lengths:
        parts.append(text[at:at + length])
        at += length
    return by.join(parts)


def date(random, first=1940, last=2009):
    return random.randint(first, last), random.randint(1, 12), random.randint(1, 28)
