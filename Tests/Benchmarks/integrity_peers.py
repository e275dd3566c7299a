"""What people check content hashes with today."""
# Reads, parses and compares, and hands nothing on: as little as such a loop can do.
PYTHON = """
import hashlib, orjson, sys
loads, sha256 = orjson.loads, hashlib.sha256
right = wrong = 0
for line in sys.stdin.buffer:
    event = loads(line)
    hashes = event.get("content_hashes")
    if not hashes: continue
    for name in ("input", "output"):
        value, text = hashes.get(name), event.get(name)
        if value is None or text is None: continue
        if value == "sha256:" + sha256(text.encode()).hexdigest(): right += 1
        else: wrong += 1
print(right, wrong)
"""

# The same with all the names and spellings that kt-hash knows (spec/integrity.md, section 5), but for masks.
RULES = """
import hashlib, orjson, sys
loads = orjson.loads
FAMILIES = [("input", "prompt", "request"), ("output", "response", "completion")]
TEXTS = {name: [name, *[other for other in family if other != name]] for family in FAMILIES for name in family}
FLAT = {name + suffix: name for name in TEXTS for suffix in ("_hash", "_sha256")}
right = wrong = 0
for line in sys.stdin.buffer:
    event = loads(line)
    found = []
    hashes = event.get("content_hashes")
    if isinstance(hashes, dict): found += [(name, value) for name, value in hashes.items() if name in TEXTS]
    found += [(FLAT[name], value) for name, value in event.items() if name in FLAT]
    for name, value in found:
        text = next((event[other] for other in TEXTS[name] if isinstance(event.get(other), str)), None)
        if text is None or not isinstance(value, str): continue
        algorithm, colon, digits = value.lower().rpartition(":")
        if not colon: algorithm = "sha256"
        if algorithm not in ("sha256", "sha384", "sha512"): continue
        if hashlib.new(algorithm, text.encode()).hexdigest() == digits: right += 1
        else: wrong += 1
print(right, wrong)
"""
