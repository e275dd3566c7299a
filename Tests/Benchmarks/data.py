"""The events that are read: generated once, the same bytes every time, and even parts of them for slow tools."""
import os, subprocess, sys

from timing import say

HERE = os.path.dirname(os.path.abspath(__file__))
DAYS = 26  # the generated events span this many days whatever their number, so that every selection selects


def generate(path, count, days=DAYS):
    """Writes the events unless they are there. The name appears only when the file is whole."""
    if os.path.exists(path): return
    say(f"generating {count:,} events")
    step = days * 86400 / count
    with open(path + ".unfinished", "wb") as out:
        subprocess.run([sys.executable, os.path.join(HERE, "gen_events.py"), "--count", str(count), "--step", repr(step)],
                       stdout=out, check=True)
    os.rename(path + ".unfinished", path)


def take_part(whole, path, count, wanted):
    """Writes every n-th line, for the tools that are too slow for all: all days, teams and outcomes in proportion."""
    if os.path.exists(path): return
    stride = max(1, count // wanted)
    with open(whole, "rb") as source, open(path + ".unfinished", "wb") as out:
        for number, line in enumerate(source):
            if number % stride == 0: out.write(line)
    os.rename(path + ".unfinished", path)


def lines_of(path):
    with open(path, "rb") as file: return file.read().splitlines()


def find_python(*modules):
    """A Python that has all the modules, or None."""
    named = (os.environ.get("KT_PEERS_PYTHON"), os.environ.get("KT_DUCKDB_PYTHON"), sys.executable)
    for python in filter(None, named):
        found = subprocess.run([python, "-c", "import " + ", ".join(modules)], stderr=subprocess.DEVNULL)
        if found.returncode == 0: return python
    return None


def quoted(text):
    """A text as SQL spells it."""
    return "'" + text.replace("'", "''") + "'"
