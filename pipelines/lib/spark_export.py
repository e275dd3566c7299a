"""The driver of spark-export: runs export-part once for each number on standard input, each in a
task of its own, and prints what all of them told.

    spark_export.py MASTER EXPORT-PART JOB [KEY=VALUE ..] < NUMBERS

A task is one process with pipes inside; nothing of an event passes through Python. `rdd.pipe` would
not do: it takes the output of a filter that died for whole, and changes bytes that are no UTF-8.
"""

import os
import re
import subprocess
import sys

from py4j.protocol import Py4JJavaError
from pyspark import SparkConf, SparkContext


def task(script, job, path):
    """What makes a part in a task; Spark tries again what raises."""

    def make(number):
        done = subprocess.run(
            [script, job, str(number)], env={"PATH": path, "LC_ALL": "C"},
            stdin=subprocess.DEVNULL, capture_output=True)
        messages = done.stderr.decode(errors="backslashreplace")
        if done.returncode != 0:
            raise RuntimeError(f"export-part ended with {done.returncode}\n{messages}")
        return number, done.stdout.decode(), messages

    return make


def main(master, script, job, *settings):
    numbers = [int(line) for line in sys.stdin]
    # What Spark and Java print must not get among what the tasks told.
    output = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    conf = SparkConf().setMaster(master).setAppName("spark-export")
    conf.set("spark.ui.enabled", "false").set("spark.ui.showConsoleProgress", "false")
    for setting in settings:
        conf.set(*setting.split("=", 1))
    context = SparkContext(conf=conf)
    try:
        make = task(script, job, os.environ["PATH"])
        parts = context.parallelize(numbers, len(numbers)).map(make).collect()
    except Py4JJavaError as error:
        # The trace of the last attempt has what the tools said.
        text = str(error.java_exception.getMessage())
        told = re.search(r"export-part ended with (-?\d+)\n(.*?)\n\n", text, re.S)
        sys.stderr.write(told[2] + "\n" if told else text + "\n")
        return int(told[1]) if told and 0 < int(told[1]) < 126 else 4
    finally:
        context.stop()
    if [number for number, _, _ in parts] != numbers:
        sys.stderr.write("spark-export: Spark gave other results than were asked for\n")
        return 4
    for _, told, messages in parts:
        sys.stderr.write(messages)
        output.write(told)
    output.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
