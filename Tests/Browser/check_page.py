#!/usr/bin/env python3
"""Opens a page of kt-format --to html in chromium, and tells what a reader and an auditor would see.

    check_page.py PAGE.html [EVENTS.jsonl]

With events, which are in the order of time and whose texts are strings, the texts that the page
shows are compared with theirs, character by character.
"""
import http.server, json, pathlib, sys, threading, unicodedata
from browser import Browser

FOLDER = pathlib.Path(__file__).parent
# What a page must say of itself, and where a reader needs a name to tell one from another (ARIA 1.2).
ROLES = {"article", "banner", "columnheader", "complementary", "heading", "link", "list", "main", "mark",
         "navigation", "region", "row", "rowheader", "table"}
NAMED = {"article", "image", "img", "link", "navigation", "region"}


class Server:
    """Serves a folder on the loopback interface, and keeps what it was asked for."""

    def __init__(self, folder):
        self.asked = asked = []

        class Handler(http.server.SimpleHTTPRequestHandler):
            def __init__(self, *arguments):
                super().__init__(*arguments, directory=folder)

            def log_message(self, *_):
                asked.append(self.path)

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


def shown(text):
    """A text as the page must show it: what is not seen, or acts, by its code point."""
    def one(character):
        value = ord(character)
        hidden = (
            unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") and character not in "\n\t"
            or unicodedata.bidirectional(character) in
            ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
            or character in "\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u3164\ufeff\uffa0" or 0x2060 <= value <= 0x206F
            or 0xFFF9 <= value <= 0xFFFB or 0xE0000 <= value <= 0xE0FFF
            or value & 0xFFFE == 0xFFFE or 0xFDD0 <= value <= 0xFDEF)
        return f"U+{value:04X}" if hidden else character
    return "".join(map(one, text.replace("\r\n", "\n")))


def texts(path):
    """The texts of events as a page must show them, in order."""
    with open(path, encoding="utf-8", newline="\n") as file:
        events = [json.loads(line) for line in file]
    for event in events:
        for names in (("input", "prompt"), ("output", "response")):
            text = next((event[name] for name in names if isinstance(event.get(name), str)), None)
            if text is not None:
                yield shown(text)


def tell(what, fact):
    print(f"{what}: {fact}")


def markup(browser):
    root = browser.call("DOM.getDocument", depth=0)["root"]["nodeId"]
    return browser.call("DOM.getOuterHTML", nodeId=root)["outerHTML"]


def check_stillness(browser, server, page):
    """What the page says and asks for, with scripts allowed and without."""
    browser.load(server.address + page)
    said = browser.named("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown",
                         "Audits.issueAdded", "Page.javascriptDialogOpening")
    # A browser asks a server for its icon, for any page; from a file it does not.
    asked = [path for path in server.asked if path != "/favicon.ico"]
    fetched = [event["request"]["url"] for event in browser.named("Network.requestWillBeSent")]
    others = [url for url in fetched if url not in (server.address + page,
                                                   server.address + "favicon.ico")]
    said = [one for one in said if "favicon.ico" not in json.dumps(one)]
    tell("console", said or "nothing")
    tell("asked for", asked + others)
    before = markup(browser)
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.load(server.address + page)
    tell("without scripts", "the same" if markup(browser) == before else "another page")
    browser.call("Emulation.setScriptExecutionDisabled", value=False)


def check_markup(facts):
    """Of what the page is made."""
    for kind in ("elements", "classes"):
        tell(kind, " ".join(sorted(facts[kind])))
    links = [link for link in facts["links"] if not link.startswith("#c")]
    tell("links", " ".join(links))
    levels = facts["headings"]
    jumps = [pair for pair in zip(levels, levels[1:]) if pair[1] > pair[0] + 1]
    tell("headings", f"{levels.count(1)} of the first level, jumps: {len(jumps)}")
    tell("ids", f"doubled: {facts['doubledIds']}, lost: {facts['lostTargets']}")
    tell("languages", " ".join(name or "(none)" for name in facts["languages"]))
    tell("heads of tables without a scope", facts["unscoped"])
    tell("directions", " ".join(facts["directions"][:12]))


def check_roles(browser):
    """What assistive technology is told."""
    browser.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    nodes = browser.call("Accessibility.getFullAXTree")["nodes"]
    nodes = [node for node in nodes if not node["ignored"]]
    roles = {node["role"]["value"] for node in nodes}
    tell("roles", " ".join(sorted(roles & ROLES)))
    nameless = [node["role"]["value"] for node in nodes
                if node["role"]["value"] in NAMED and not node.get("name", {}).get("value")]
    tell("without a name", nameless or "nothing")


def main():
    page = pathlib.Path(sys.argv[1]).resolve()
    script = (FOLDER / "page.js").read_text()
    server = Server(str(page.parent))
    with Browser() as browser:
        browser.resize(1280)
        check_stillness(browser, server, page.name)
        browser.load(page.as_uri())
        facts = browser.evaluate(script)
        check_markup(facts)
        check_roles(browser)
        for scheme in ("light", "dark"):
            browser.prefer(scheme)
            contrast = browser.evaluate(script)["contrast"]
            tell(f"contrast, {scheme}", "enough" if contrast >= 4.5 else contrast)
        for width in (320, 360, 1280):
            browser.resize(width)
            found = browser.evaluate(script)
            fits = found["width"] <= width and not found["outside"]
            tell(f"at {width} pixels", "fits" if fits else (found["width"], found["outside"]))
    if len(sys.argv) > 2:
        expected = list(texts(sys.argv[2]))
        same = sum(one == other for one, other in zip(expected, facts["texts"]))
        tell("texts as in the events", f"{same} of {max(len(expected), len(facts['texts']))}")


if __name__ == "__main__":
    main()
