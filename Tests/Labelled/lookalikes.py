"""What is neither personal nor secret but looks like it: ids, hashes, times, sizes, code.

Every shape is drawn a few times; {x8} is eight hexadecimal digits, {n8} eight decimal ones, {b8}
eight of base64, {a8} small letters, {A8} capitals, {uuid}, {y} a year, {mo}, {d}, {h} and {mi}.
"""
import base64, re

SHAPES = [
    # Hashes, digests, keys that are public.
    "{x40}", "commit {x40}", "merge {x7} into {x7}", "sha256:{x64}", "md5 {x32}", "etag: W/\"{x12}\"",
    "integrity=\"sha384-{b64}\"", "sha512-{b86}==", "image: app@sha256:{x64}", "blob {x40} 100644",
    "ssh-rsa AAAAB3NzaC1yc2E{b96} someone", "SHA256:{b43}", "-----BEGIN CERTIFICATE-----\nMII{b60}\n"
    "-----END CERTIFICATE-----", "-----BEGIN PUBLIC KEY-----\nMIIB{b60}\n-----END PUBLIC KEY-----",
    "fingerprint {X2}:{X2}:{X2}:{X2}:{X2}:{X2}:{X2}:{X2}:{X2}:{X2}:{X2}:{X2}:{X2}:{X2}:{X2}:{X2}",
    # Ids.
    "{uuid}", "event_id={uuid}", "urn:uuid:{uuid}", "{{\"id\": \"{uuid}\", \"n\": {n3}}}", "order {n9}",
    "order_id: {n7}", "ticket #{n6}", "evt_{m24}", "req_{m16}", "user_id={n8}", "invoice INV-{y}{mo}{d}-{n4}",
    "PO-{y}-{n6}", "trace 00-{x32}-{x16}-01", "x-request-id: {x32}", "msg_{m20}", "ObjectId('{x24}')",
    "ISBN 978-3-16-{n6}-0", "ISBN 0-306-{n5}-2", "EAN 40063{n8}", "SKU {n4}-{n4}-{n2}", "part {n2}-{n4}-{n3}",
    "tracking 1Z999AA1{n10}", "USPS 94001{n17}", "parcel RB{n9}GB", "case {A3}-{n5}", "room {n3}, building C",
    "DOI 10.1000/{n6}.{n4}", "arXiv:2{n3}.{n5}", "RFC {n4} section {n1}.{n1}", "CVE-{y}-{n5}", "bug {n6}",
    # Times and dates.
    "ts 17{n11}", "created_at 17{n8}", "{{\"ts\": 17{n11}}}", "17{n17} ns", "{y}-{mo}-{d}T{h}:{mi}:{s}.{n3}Z",
    "{y}-{mo}-{d} {h}:{mi}:{s},{n3}", "{d}.{mo}.{y}", "{d}/{mo}/{y}", "{mo}-{d}-{y}", "{y}{mo}{d}{h}{mi}{s}",
    "{y}{mo}{d}{h}{mi}{s}_create_users.sql", "V{y}{mo}{d}.{h}{mi}__init.sql", "IMG_{y}{mo}{d}_{h}{mi}{s}.jpg",
    "{h}:{mi}:{s}.{n6}", "00:01:23,{n3} --> 00:01:25,{n3}", "app-{y}{mo}{d}.log.1", "{y}.{mo}.{d}.{n1} released",
    # Amounts and measures.
    "0.{n10}", "3.{n14}", "lat 40.{n6}, lon -74.{n6}", "-122.{n6},37.{n6}", "${n1},{n3},{n3}.{n2}",
    "EUR {n2}.{n3},{n2}", "total {n1},{n3},{n3} tokens", "{n1} {n3} {n3} rows", "size {n10} bytes",
    "score 0.{n8}", "loss 1.{n6}e-0{n1}", "seed={n9}", "rows {n4}-{n4}", "9223372036854775807", "4294967295",
    "18446744073709551615", "-2147483648", "{n2} x {n2} x {n2} cm", "#{x6}", "rgb({n2}, {n2}, {n2})", "+{n2}.{n1} %",
    "numbers 1 1 2 3 5 8 13 21 34 55 89", "diff +{n4} -{n4}", "pid {n5} tid {n5}", "0x7ffe{x8}", "0x{X8}",
    # Versions, paths, addresses of services.
    "{n1}.{n2}.{n1}-rc.1+build.{y}{mo}{d}", "lodash@4.17.{n2}", "version {y}.{mo}.{d}.1", "python 3.{n2}.{n1}",
    "http://localhost:{n4}/items/{n6}", "https://example.com/a/{n9}?page={n3}", "s3://bucket/{y}/{mo}/{n12}.gz",
    "redis://cache.internal:6379/0", "postgres://db.internal/app", "wss://host.example:9443/x", "port {n4}",
    "/var/lib/app/{x2}/{x38}", "chunk-{x8}.js", "C:\\Users\\app\\{n6}.tmp", "HTTP/1.1 200 {n4}", "usb {x4}:{x4}",
    # Code and prose.
    "const LIMIT = {n3}_{n3}_{n3};", "if (a[{n2}] == b[{n2}]) return {n8};", "margin: {n1}px {n2}px", "x = y << {n2}",
    "window.scrollTo(0, {n6})", "std::map<int, int>::iterator", "function {a8}{A1}{a6}({a4}) {{ return {a5}; }}",
    "{a6}.{a8}.{a5}({n2})", "lorem ipsum dolor sit amet, consectetur", "call me later about the card game",
    "the phone is on the table", "her mobile app has {n2} users", "see page {n3} of {n3}",
    "data:image/png;base64,{png}", "<svg width=\"{n3}\" height=\"{n3}\" viewBox=\"0 0 {n3} {n3}\">",
    "temperature 0.{n1}, top_p 0.{n2}, max_tokens {n4}", "prompt_tokens={n4} completion_tokens={n3}",
    "The routing of messages takes {n3} ms", "the ssn field is empty", "IBAN: none yet", "email: unknown"]
EACH = 3
HEX, WORDS = "0123456789abcdef", "abcdefghijklmnopqrstuvwxyz"


def draw(random, name, count):
    """The text of one field of a shape."""
    of = {"x": HEX, "X": HEX.upper(), "n": "0123456789", "a": WORDS, "A": WORDS.upper(),
          "m": WORDS + WORDS.upper() + "0123456789", "b": WORDS + WORDS.upper() + "0123456789+/"}
    if name == "uuid":
        text = "".join(random.choice(HEX) for _ in range(30))
        return f"{text[:8]}-{text[8:12]}-4{text[12:15]}-a{text[15:18]}-{text[18:30]}"
    if name == "png":
        return "iVBORw0KGgoAAAANSUhEUgAA" + base64.b64encode(random.randbytes(90)).decode()
    spans = {"y": (2015, 2029), "mo": (1, 12), "d": (1, 28), "h": (0, 23), "mi": (0, 59), "s": (0, 59)}
    if name in spans:
        return f"{random.randint(*spans[name]):02d}"
    text = "".join(random.choice(of[name]) for _ in range(count))
    # A number does not begin with 0, nor an id with a letter between digits only.
    return ("1" + text[1:] if name == "n" and text[0] == "0" and count > 1 else text)


def fill(random, shape):
    filled = re.sub(r"\{(uuid|png|mo|mi|[ydhs])\}", lambda f: draw(random, f.group(1), 0), shape)
    filled = re.sub(r"\{([a-zA-Z])(\d+)\}", lambda f: draw(random, f.group(1), int(f.group(2))), filled)
    return filled.replace("{{", "{").replace("}}", "}")


def lookalikes(random):
    """(kind, text): nothing is to be found in any of them."""
    rows = []
    for shape in SHAPES:
        for text in dict.fromkeys(fill(random, shape) for _ in range(EACH)):
            rows.append(("ANY", text))
    return rows
