"""Makes any number of events at some hundred MB a second: the texts of a few thousand generated
events, with an id, a conversation and times of each one's own.

Only bytes of the same number are replaced, so that a block of events is edited in place, and the
size of any number of events is known beforehand.
"""
import json, os, re, subprocess, sys
from datetime import datetime, timedelta, timezone

GENERATOR = os.path.join(os.path.dirname(os.path.abspath(__file__)), "gen_events.py")
DAYS = 90  # what the events span, whatever their number
START = datetime(2026, 1, 1, tzinfo=timezone.utc)
# The members that are an event's own, as gen_events.py begins its lines.
HEAD = re.compile(rb'{"event_id":"(evt_[0-9a-f]{10})","event_type":"[a-z]+","conversation_id":"(conv_[0-9a-f]{8})",'
                  rb'"timestamp":"([-0-9T:.]+Z)","response_timestamp":"([-0-9T:.]+Z)"')


class Clock:
    """Spells milliseconds behind the start as RFC 3339, at the cost of two look-ups."""

    def __init__(self):
        self.minutes = {}
        self.rests = [b"%02d.%03dZ" % divmod(rest, 1000) for rest in range(60_000)]

    def spell(self, milliseconds):
        minute, rest = divmod(milliseconds, 60_000)
        if minute not in self.minutes:
            if len(self.minutes) > 1000: self.minutes.clear()
            self.minutes[minute] = (START + timedelta(minutes=minute)).strftime("%Y-%m-%dT%H:%M:").encode()
        return self.minutes[minute] + self.rests[rest]


class Templates:
    def __init__(self, count, seed):
        made = subprocess.run([sys.executable, GENERATOR, "--count", str(count), "--seed", str(seed)], stdout=subprocess.PIPE, check=True)
        self.block = made.stdout
        self.lines = self.block.splitlines(keepends=True)
        self.teams = [json.loads(line)["team"] for line in self.lines]
        self.places, at = [], 0
        for line in self.lines:
            head = HEAD.match(line)
            asked, answered = (datetime.fromisoformat(head[group].decode().replace("Z", "+00:00")) for group in (3, 4))
            self.places.append(tuple(at + head.start(group) for group in (1, 2, 3, 4))
                               + ((answered - asked) // timedelta(milliseconds=1), at))
            at += len(line)

    def size(self, count):
        """The bytes of so many events."""
        blocks, rest = divmod(count, len(self.lines))
        return blocks * len(self.block) + sum(map(len, self.lines[:rest]))

    def members(self, count, team):
        """How many of so many events are a team's."""
        blocks, rest = divmod(count, len(self.lines))
        return blocks * self.teams.count(team) + self.teams[:rest].count(team)

    def write(self, count, descriptor):
        """Writes the events, block by block."""
        clock, block, step = Clock(), bytearray(self.block), DAYS * 86_400_000 / count
        for first in range(0, count, len(self.lines)):
            number, end = first, len(block)
            for identifier, conversation, asked, answered, delay, at in self.places:
                if number == count:
                    end = at
                    break
                when = int(number * step)
                block[identifier:identifier + 14] = b"evt_%010x" % number
                block[conversation:conversation + 13] = b"conv_%08x" % (number // 6)
                block[asked:asked + 24] = clock.spell(when)
                block[answered:answered + 24] = clock.spell(when + delay)
                number += 1
            write_all(descriptor, memoryview(block)[:end])


def write_all(descriptor, view):
    while view: view = view[os.write(descriptor, view[:1 << 20]):]
