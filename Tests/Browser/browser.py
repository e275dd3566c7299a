"""Drives Debian's chromium, headless, by the DevTools protocol over a pipe; nothing but the standard
library."""
import base64, json, os, subprocess, sys, tempfile


class Browser:
    """A browser with one page, without a network."""

    def __init__(self):
        self.profile = tempfile.TemporaryDirectory()
        read_end, self.requests = os.pipe()
        self.replies, write_end = os.pipe()
        options = ["--headless", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe",
                   "--disable-background-networking", "--disable-component-update",
                   "--disable-dev-shm-usage", "--no-first-run",
                   "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                   "--user-data-dir=" + self.profile.name]
        if os.geteuid() == 0:
            options.append("--no-sandbox")  # which refuses to run as root
        # The protocol is spoken over descriptors 3 and 4.
        command = f'exec "$@" 3<&{read_end} 4>&{write_end}'
        self.process = subprocess.Popen(
            ["bash", "-c", command, "bash", "chromium", *options, "about:blank"],
            pass_fds=(read_end, write_end), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(read_end)
        os.close(write_end)
        self.rest = b""
        self.number = 0
        self.events = []
        self.session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime", "DOM", "Audits", "Accessibility"):
            self.call(domain + ".enable")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self.requests)  # on which the browser ends
        self.process.wait(timeout=60)
        os.close(self.replies)
        self.profile.cleanup()

    def read(self):
        """The next message of the browser."""
        while b"\0" not in self.rest:
            block = os.read(self.replies, 1 << 20)
            if not block:
                sys.exit("chromium ended")
            self.rest += block
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **parameters):
        """The reply to one command; what happens until then is kept in `events`."""
        self.number += 1
        command = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            command["sessionId"] = self.session
        rest = json.dumps(command).encode() + b"\0"
        while rest:
            rest = rest[os.write(self.requests, rest):]
        while True:
            message = self.read()
            if message.get("id") == self.number:
                if "error" in message:
                    sys.exit(f"{method}: {message['error']['message']}")
                return message["result"]
            self.events.append(message)

    def load(self, url):
        """Opens a page, until it is loaded."""
        self.events.clear()
        self.call("Page.navigate", url=url)
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self.read())

    def named(self, *methods):
        """What was told of these events since the page was opened."""
        return [event["params"] for event in self.events if event.get("method") in methods]

    def evaluate(self, expression):
        """The value of a JavaScript expression; the page's own policy does not bind the debugger."""
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in result:
            sys.exit(f"evaluate: {result['exceptionDetails']}")
        return result["result"].get("value")

    def resize(self, width, height=900):
        """Sets the size of the window."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=width < 500)

    def prefer(self, scheme="light", media=""):
        """Sets what the reader prefers, and for which medium the page is laid out."""
        self.call("Emulation.setEmulatedMedia", media=media,
                  features=[{"name": "prefers-color-scheme", "value": scheme}])

    def picture(self, path, whole=True):
        """Writes a screenshot."""
        shot = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        write(path, shot["data"])

    def print(self, path):
        """Prints the page to a file, with its headings as bookmarks."""
        document = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False,
                             generateDocumentOutline=True, generateTaggedPDF=True)
        write(path, document["data"])


def write(path, data):
    with open(path, "wb") as file:
        file.write(base64.b64decode(data))
