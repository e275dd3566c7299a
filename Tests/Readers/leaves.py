"""What the checkers of mapped events share: events, their values, and where these must show up."""
import json
import sys

# Events may be 512 levels deep.
sys.setrecursionlimit(10_000)

TEXTS = ("input", "prompt", "request", "output", "response", "completion")


def load(line):
    """A line as JSON, numbers as they are spelled and members as they stand, doubles included."""
    return json.loads(line, parse_int=Number, parse_float=Number, object_pairs_hook=Members)


class Number(str):
    """A number's spelling."""


class Members(list):
    """An object's members in their order."""

    def get(self, name):
        return next((value for key, value in self if key == name), None)


def leaves(value):
    """The strings and numbers inside a value, as texts."""
    if isinstance(value, Members):
        for _, member in value:
            yield from leaves(member)
    elif isinstance(value, list):
        for element in value:
            yield from leaves(element)
    elif isinstance(value, str):
        yield str(value)


def expected(event, with_texts):
    """Every string and number of an event that a mapping must still have, texts apart."""
    for name, value in event:
        if name in TEXTS and not with_texts:
            continue
        yield from leaves(value)


def texts(event):
    """The texts that must not show up unless asked for: those too long to stand there by chance."""
    for name, value in event:
        if name in TEXTS:
            yield from (text for text in leaves(value) if len(text) > 12)


def compare(event, found, blob, with_texts, problem):
    """Reports values that are lost, and texts that are told."""
    for value in expected(event, with_texts):
        parts = {value, value.split(":")[-1], value.split("/", 1)[-1]}
        if not parts & found:
            problem(f"lost: {value[:60]!r}")
    if not with_texts:
        for text in texts(event):
            if json.dumps(text)[1:-1] in blob or text in blob:
                problem(f"tells a text: {text[:20]!r}")
