#!/usr/bin/env python3
"""Reads what SIEMs read, by the rules of their standards and nothing of kt's, and prints each record
as JSON.

    siem.py cef|leef|octets|lines < document      records, keys sorted, one a line
    siem.py hec EVENTS < document                 envelopes, whose events must be those of the file
    siem.py messages EVENTS < document            syslog by octets, whose messages must be those
"""
import json, re, sys


def unescape(text, table):
    """Takes escapes away; one that the table lacks is an error."""
    return re.sub(r"\\(.?)", lambda found: table[found.group(1)], text, flags=re.S)


def header(line, count):
    """Splits at the pipes that no backslash escapes."""
    parts, rest = [], line
    for _ in range(count):
        found = re.match(r"((?:[^\\|]|\\.)*)\|(.*)\Z", rest, flags=re.S)
        parts.append(unescape(found.group(1), {"\\": "\\", "|": "|"}))
        rest = found.group(2)
    return parts, rest


def add(record, key, value):
    if key in record:
        raise ValueError(f"{key} stands there twice")
    record[key] = value


def cef(line):
    parts, rest = header(line, 7)
    record = {"header": parts}
    table = {"\\": "\\", "=": "=", "n": "\n", "r": "\r"}
    # A key is a word behind a blank, before an equals sign that no backslash escapes.
    keys = [k for k in re.finditer(r"(?:^|(?<= ))([A-Za-z0-9_]+)=", rest)]
    for key, after in zip(keys, keys[1:] + [None]):
        value = rest[key.end():after.start() - 1 if after else len(rest)]
        if re.search(r"(?<!\\)(?:\\\\)*=", value):
            raise ValueError(f"a bare = in {value!r}")
        add(record, key.group(1), unescape(value, table))
    return record


def leef(line):
    parts, rest = header(line, 6)
    record = {"header": parts}
    if parts[5] != "x09":
        raise ValueError("not delimited by tabs")
    table = {"\\": "\\", "=": "=", "n": "\n", "r": "\r", "t": "\t"}
    for pair in rest.split("\t") if rest else []:
        key, value = pair.split("=", 1)
        add(record, key, unescape(value, table))
    return record


def syslog(message):
    name = r"[!#-<>-\\^-~]{1,32}"
    value = r'(?:[^"\\\]]|\\["\\\]])*'
    head = (r"<(\d{1,3})>1 (-|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z) ([!-~]{1,255})"
            r" ([!-~]{1,48}) ([!-~]{1,128}) ([!-~]{1,32})")
    found = re.match(
        rf'{head} (-|\[{name}(?: {name}="{value}")*\]) (.*)\Z', message, flags=re.S)
    if not found:
        raise ValueError(f"no message of RFC 5424: {message[:200]!r}")
    record = {"header": list(found.groups()[:6]), "event": json.loads(found.group(8))}
    if found.group(7) != "-":
        record["sd-id"] = re.match(rf"\[({name})", found.group(7)).group(1)
        for param in re.finditer(rf' ({name})="({value})"', found.group(7)):
            add(record, param.group(1), unescape(param.group(2), {c: c for c in '"\\]'}))
    return record, found.group(8)


def octets(document):
    while document:
        length, document = document.split(b" ", 1)
        message, document = document[:int(length)], document[int(length):]
        if len(message) != int(length):
            raise ValueError("a message is cut")
        yield message.decode("utf-8")


def lines(document):
    if document and not document.endswith(b"\n"):
        raise ValueError("the last line is cut")
    return [line.decode("utf-8") for line in document.split(b"\n")[:-1]]


def events(path):
    with open(path, "rb") as file:
        return [line.strip(b" \t\r") for line in file.read().split(b"\n") if line.strip()]


def same(left, right, what):
    if left != right:
        raise ValueError(f"{what} differ")
    print(f"{len(left)} {what} byte for byte")


def show(record):
    print(json.dumps(record, sort_keys=True))


def main():
    kind, document = sys.argv[1], sys.stdin.buffer.read()
    if kind in ("cef", "leef"):
        for line in lines(document):
            if line.splitlines() != [line]:
                raise ValueError("a reader may take it for two lines")
            show({"cef": cef, "leef": leef}[kind](line))
    elif kind in ("octets", "lines"):
        for message in {"octets": octets, "lines": lines}[kind](document):
            show(syslog(message)[0])
    elif kind == "hec":
        inside = []
        for line, event in zip(lines(document), events(sys.argv[2])):
            envelope = json.loads(line)
            tail = event.decode("utf-8") + "}"
            inside.append(event if line.endswith(tail) else b"")
            if envelope.pop("event") != json.loads(event):
                raise ValueError("another event")
            show(envelope)
        same(inside, events(sys.argv[2]), "events")
    elif kind == "messages":
        same([syslog(m)[1].encode("utf-8") for m in octets(document)], events(sys.argv[2]), "messages")


main()
