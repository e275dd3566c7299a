#!/usr/bin/env python3
"""pipes.py SIZE COMMAND..: feeds standard input to COMMAND in writes of SIZE bytes, by a pipe that
does not block, and reads its output slowly, by another; ends as COMMAND did."""
import fcntl, os, subprocess, sys, threading

SET_PIPE_SIZE = 1031
size, command = int(sys.argv[1]), sys.argv[2:]
data = sys.stdin.buffer.read()
source, feed = os.pipe()
reader, sink = os.pipe()
os.set_blocking(source, False)
os.set_blocking(sink, False)
fcntl.fcntl(sink, SET_PIPE_SIZE, 4096)
process = subprocess.Popen(command, stdin=source, stdout=sink)
os.close(source)
os.close(sink)


def write():
    try:
        for start in range(0, len(data), size):
            os.write(feed, data[start:start + size])
    except BrokenPipeError:
        pass  # the command has ended, and its status tells why
    os.close(feed)


writer = threading.Thread(target=write)
writer.start()
while block := os.read(reader, 1021):
    sys.stdout.buffer.write(block)
writer.join()
sys.exit(process.wait() % 256)
