#!/usr/bin/env python3
"""A collector on this machine that does what it is told: Splunk's HTTP Event Collector and
Elasticsearch's _bulk, with their faults.

    collector.py STATE WORD.. [OPTIONS]

Each request with events is answered as its WORD says, all later ones as the last WORD:

    ok             take the events
    429 500 ..     this status, and nothing taken; 429/2 with a Retry-After of 2
    hang           no answer
    lost           take them, and cut the connection before the answer
    short          take them, and end the answer in its middle, as if it were whole
    cut            take them, and end the answer before the length that it has told
    nothing        take them, and answer 200 with no body
    page           answer 200 with a page, and take nothing
    URL            answer 307 to there
    busy:N         (bulk) status 429 for every Nth event
    mapping:N      (bulk) status 400 for every Nth event, and a reason that quotes it
    store:N        (bulk) every Nth event goes to the failure store
    fewer          (bulk) take them, and leave one item out of the answer
    lie            (bulk) status 503 for every event, and errors false
    incorrect      (HEC) status 400, code 7

STATE has, when it serves: port; then requests (a line each), body-N.gz (as it came), taken (the
events, or index, id and event), processes (command lines and environments).
"""
import argparse
import gzip
import http.server
import json
import os
import ssl
import sys
import threading

parser = argparse.ArgumentParser()
parser.add_argument("state")
parser.add_argument("words", nargs="+")
parser.add_argument("--authorization", help="a file with the header; another one is 401 or 403")
parser.add_argument("--max-bytes", type=int, help="a larger body is 413")
parser.add_argument("--refuse", help="a HEC body with this text is 400, code 6")
parser.add_argument("--acknowledge", type=int, help="HEC: after so many questions; 0 is never")
parser.add_argument("--certificate", help="a PEM file with a key and a certificate")
parser.add_argument("--watch", action="store_true", help="write down all processes at every request")
options = parser.parse_args()
lock = threading.Lock()
documents = {}
questions = {}
count = 0
expected = open(options.authorization, encoding="utf-8").read().strip() if options.authorization else None


def note(name, text):
    with open(f"{options.state}/{name}", "a", encoding="utf-8", newline="") as file:
        file.write(text)


def processes():
    """What anybody, and what this user, can see of every process that may be ours."""
    for process in filter(str.isdigit, os.listdir("/proc")):
        if int(process) == os.getpid():
            continue
        for part in ("cmdline", "environ"):
            try:
                with open(f"/proc/{process}/comm", encoding="utf-8") as file:
                    name = file.read().strip()
                with open(f"/proc/{process}/{part}", "rb") as file:
                    text = file.read().decode("utf-8", "replace")
            except OSError:
                continue  # It has ended, or is not ours.
            text = text.replace("\0", " ").replace("\n", " ")
            note("processes", f"{part} of {name}: {text}\n")


class Collector(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", headers=(), length=None):
        if isinstance(body, (dict, list)):
            body = json.dumps(body, separators=(",", ":")).encode()
        self.send_response_only(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with lock:
            self.serve(body)

    def do_GET(self):
        note("requests", f"GET {self.path}\n")
        self.answer(405)

    def serve(self, body):
        global count
        bulk = "/_bulk?" in self.path
        said = self.headers.get("Authorization", "none")
        if expected and said != expected:
            note("requests", f"{self.path.split('?')[0]} another secret\n")
            return self.answer(401 if bulk else 403, {"text": "Invalid token", "code": 4})
        if "/services/collector/ack" in self.path:
            return self.acknowledge(json.loads(body))
        word = options.words[min(count, len(options.words) - 1)]
        count += 1
        if options.watch:
            processes()
        with open(f"{options.state}/body-{count}.gz", "wb") as file:
            file.write(body)
        assert self.headers["Content-Encoding"] == "gzip"
        text = gzip.decompress(body)
        events = self.pairs(text) if bulk else self.envelopes(text)
        note("requests", f"{self.path.split('?')[0]} {len(events)} {word}\n")
        if options.max_bytes and len(text) > options.max_bytes:
            return self.answer(413, b"<html>too large</html>")
        if options.refuse and options.refuse in text.decode():
            return self.answer(400, {"text": "Invalid data format", "code": 6, "invalid-event-number": 1})
        self.obey(word, events, bulk)

    def obey(self, word, events, bulk):
        name, _, number = word.partition(":")
        if word.startswith("http"):
            return self.answer(307, headers=[("Location", word)])
        if word[:3].isdigit():
            status, _, wait = word.partition("/")
            return self.answer(int(status), {"text": "Server is busy", "code": 9},
                               [("Retry-After", wait)] if wait else [])
        if word == "incorrect":
            return self.answer(400, {"text": "Incorrect index", "code": 7, "invalid-event-number": 0})
        if word == "page":
            return self.answer(200, b"<html>Please log in</html>")
        if word == "hang":
            lock.release()
            threading.Event().wait(60)
            lock.acquire()
            return None
        reply = self.take_pairs(events, name, number) if bulk else self.take(events)
        whole = json.dumps(reply, separators=(",", ":")).encode()
        if word == "lost":
            self.close_connection = True
            return None
        if word in ("short", "cut"):
            self.close_connection = True
            half = whole[: len(whole) // 2]
            return self.answer(200, half, length=len(half) if word == "short" else len(whole))
        return self.answer(200, b"" if word == "nothing" else whole)

    @staticmethod
    def envelopes(text):
        """The events of a HEC body, which is one JSON object after the other."""
        decoder, text, events, place = json.JSONDecoder(), text.decode(), [], 0
        while text[place:].strip():
            place += len(text[place:]) - len(text[place:].lstrip())
            start = place
            assert "event" in decoder.raw_decode(text, start)[0]
            place = decoder.raw_decode(text, start)[1]
            events.append(text[start:place])
        return events

    @staticmethod
    def pairs(text):
        assert text.endswith(b"\n")
        lines = text.decode().split("\n")[:-1]
        assert len(lines) % 2 == 0
        return [(json.loads(do)["create"], event) for do, event in zip(lines[::2], lines[1::2])]

    def take(self, events):
        for event in events:
            note("taken", event + "\n")
        reply = {"text": "Success", "code": 0}
        if options.acknowledge is not None:
            questions[count] = 0
            reply["ackId"] = count
        return reply

    def acknowledge(self, asked):
        note("requests", f"{self.path.split('?')[0]} {json.dumps(asked)}\n")
        assert self.headers["X-Splunk-Request-Channel"] in self.path
        answers = {}
        for number in asked["acks"]:
            questions[number] += 1
            answers[str(number)] = 0 < options.acknowledge <= questions[number]
        self.answer(200, {"acks": answers})

    def take_pairs(self, events, name, number):
        items = []
        for place, (do, event) in enumerate(events, 1):
            key = f"{do['_index']} {do['_id']}"
            chosen = number and place % int(number) == 0
            json.loads(event)
            if name == "lie":
                item = {"status": 503}
            elif name == "busy" and chosen:
                item = {"status": 429, "error": {"type": "es_rejected_execution_exception"}}
            elif name == "mapping" and chosen:
                item = {"status": 400, "error": {"type": "document_parsing_exception", "reason": event}}
            elif key in documents:
                item = {"status": 409, "error": {"type": "version_conflict_engine_exception"}}
            else:
                documents[key] = event
                note("taken", f"{key} {event}\n")
                item = {"status": 201}
                if name == "store" and chosen:
                    item["failure_store"] = "used"
            items.append({"create": item})
        errors = name != "lie" and any(item["create"]["status"] >= 400 for item in items)
        if name == "fewer":
            items.pop()
        return {"errors": errors, "items": items}


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *request):
        # Clients that go away are part of the job.
        if not isinstance(sys.exc_info()[1], (ConnectionError, ssl.SSLError)):
            super().handle_error(*request)


server = Server(("127.0.0.1", 0), Collector)
server.daemon_threads = True
if options.certificate:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(options.certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
with open(f"{options.state}/port.new", "w", encoding="utf-8") as file:
    file.write(str(server.server_address[1]))
os.rename(f"{options.state}/port.new", f"{options.state}/port")
server.serve_forever()
