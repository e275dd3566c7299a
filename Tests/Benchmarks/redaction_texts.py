"""One string of a million bytes an event, of what makes detectors work hardest: speed by kind of text."""
import json, os, random

from timing import Command, measure, say

SIZE = 1_000_000
ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


def luhn(prefix, r):
    digits = prefix + [r.randrange(10) for _ in range(15 - len(prefix))]
    total = sum(d if i % 2 else (d * 2 - 9 if d > 4 else d * 2) for i, d in enumerate(reversed(digits)))
    return "".join(map(str, digits + [-total % 10]))


def several(piece, count=5000):
    """Fresh pieces joined: enough of them that nothing repeats within reach of anything."""
    return "".join(piece() for _ in range(count))


def texts(words):
    """Names and contents; a content is repeated up to the size."""
    r = random.Random(1)
    pick = lambda alphabet, count: "".join(r.choice(alphabet) for _ in range(count))
    sentence = lambda: " ".join(r.choice(words) for _ in range(r.randint(5, 18))).capitalize() + r.choice([". ", ".\n\n"])
    uuid = lambda: "-".join(pick("0123456789abcdef", n) for n in (8, 4, 4, 4, 12)) + " "
    return {
        "prose": "".join(sentence().replace("\n", " ") for _ in range(9000)),
        "`1.`": "1.", "`.`": ".", "`eyJ.`": "eyJ.", "`a@`": "a@", "`-----BEGIN`": "-----BEGIN",
        "digits": several(lambda: pick("0123456789", 200)), "hex": several(lambda: pick("0123456789abcdef", 200)),
        "`1 `": "1 ", "`4 `": "4 ", "`:`": ":", "`=`": "=", "`=a`": "=a", "`password=`": "password=", "`+1 `": "+1 ", "`://`": "://",
        "`sk-`": "sk-", "`AKIA`": "AKIA", "UUIDs": several(uuid), "valid card numbers": several(lambda: luhn([4], r) + " "),
        "base64": several(lambda: pick(ALPHANUMERIC + "+/", 200)),
        "CJK": "请总结这份合同的主要风险，并列出需要法务确认的条款。個人データの処理者に対する要件は何ですか？",
        "JSON in JSON": several(lambda: json.dumps({"name": sentence(), "text": 'He said "' + sentence() + '"', "list": [1, 2, None]}), 2500),
    }


def write(path, content, events):
    """Writes events whose input has a million bytes of the content."""
    raw = content.encode()
    text = (raw * (SIZE // len(raw) + 1))[:SIZE].decode(errors="ignore")
    text = json.dumps(text, ensure_ascii=False)
    with open(path + ".unfinished", "w", encoding="utf-8") as out:
        for number in range(events):
            out.write(f'{{"id":"evt_{number}","timestamp":"2026-01-05T12:00:00Z","input":{text},"policy_outcome":"allowed"}}\n')
    os.rename(path + ".unfinished", path)


def table(tool, folder, words, runs, events):
    commands = []
    for number, (name, content) in enumerate(texts(words).items()):
        path = os.path.join(folder, f"text-{number}.jsonl")
        write(path, content, events)
        commands.append(Command(name, [[tool, "--detect", "all", path]], os.path.getsize(path)))
    say("speed by kind of text")
    measure(commands, runs)
    for command in commands: os.remove(command.stages[0][-1])
    prose = commands[0]
    print(f"\n### by kind of text: {events} events, each with one string of {SIZE / 1e6:.0f} MB\n\n"
          "| text | MB/s | peak MiB | of the speed of prose |\n|---|--:|--:|--:|")
    for command in commands:
        print(f"| {command.name} | {command.rate:,.0f} | {command.peak_bytes / 2**20:.1f} | {command.rate / prose.rate:.2f} |", flush=True)
    return commands
