#!/usr/bin/env python3
"""Checks OTLP/JSON log records, and that they still have what their events had.

    check_otlp.py [--texts] [--protobuf] EVENTS OTLP

With --protobuf every line is read by opentelemetry-proto into LogsData, and written and read once
more in protobuf's binary form. Trace and span ids are hexadecimal in OTLP/JSON, where protobuf's
own JSON has base64, so that they are turned into that first.
"""
import base64
import json
import sys

import leaves

REQUIRED = {"gen_ai.operation.name", "gen_ai.provider.name"}
problems = 0
number = 0


def problem(text):
    global problems
    problems += 1
    print(f"line {number}: {text}")


def is_string(value):
    return isinstance(value, str) and not isinstance(value, leaves.Number)


def plain(value):
    """The texts inside an AnyValue; its shape is checked."""
    if value == {}:
        return
    if len(value) != 1:
        return problem(f"not one value: {sorted(value)}")
    kind, inner = next(iter(value.items()))
    if kind == "stringValue":
        if not is_string(inner):
            problem("stringValue is no string")
        inner.encode("utf-8")
        yield inner
        yield from inside(inner)
    elif kind == "intValue":
        if not is_string(inner) or not -2**63 <= int(inner) < 2**63:
            problem("intValue is not 64 bits in a string")
        yield inner
    elif kind == "doubleValue":
        if not isinstance(inner, leaves.Number):
            problem("doubleValue is no number")
        yield str(inner)
    elif kind == "boolValue":
        if not isinstance(inner, bool):
            problem("boolValue is no truth")
    elif kind == "arrayValue":
        for element in inner["values"]:
            yield from plain(element)
    elif kind == "kvlistValue":
        for pair in inner["values"]:
            yield from pairs([pair])
    else:
        problem(f"unknown kind {kind}")


def inside(text):
    """The texts inside a container that was too deep, so that it stands as its JSON."""
    if text[:1] in ("[", "{"):
        try:
            yield from leaves.leaves(spell(leaves.load(text)))
        except ValueError:
            return


def pairs(attributes):
    for attribute in attributes:
        if set(attribute) != {"key", "value"}:
            problem(f"an attribute of {sorted(attribute)}")
        yield from plain(attribute["value"])


def check(line, event, with_texts):
    document = json.loads(line, parse_int=leaves.Number, parse_float=leaves.Number)
    resource, = document["resourceLogs"]
    scope, = resource["scopeLogs"]
    record, = scope["logRecords"]
    if not scope["schemaUrl"].startswith("https://opentelemetry.io/schemas/"):
        problem("no schema")
    for name in ("timeUnixNano", "observedTimeUnixNano"):
        if name in record and not (is_string(record[name]) and record[name].isdigit()):
            problem(f"{name} is not decimal digits in a string")
    keys = [attribute["key"] for attribute in record["attributes"]]
    if len(keys) != len(set(keys)):
        problem("an attribute stands twice")
    if record["eventName"] == "gen_ai.client.inference.operation.details":
        for name in REQUIRED - set(keys):
            problem(f"{name} is required")
    found = set(pairs(record["attributes"])) | set(pairs(resource["resource"]["attributes"]))
    found |= {record[name] for name in ("traceId", "spanId") if name in record}
    spelled = {json.loads(json.dumps(text)) for text in found}
    wanted = leaves.load(event.encode("utf-8", "surrogatepass").decode("utf-8"))
    leaves.compare(spell(wanted), spelled, line, with_texts, problem)
    return document


def spell(value):
    """A value with its lone surrogates as the six characters that spell them."""
    if isinstance(value, leaves.Members):
        return leaves.Members((spell(name), spell(member)) for name, member in value)
    if isinstance(value, list):
        return [spell(element) for element in value]
    if isinstance(value, leaves.Number) or not isinstance(value, str):
        return value
    return "".join(
        f"\\u{ord(each):04x}" if 0xD800 <= ord(each) < 0xE000 else each for each in value)


def read(line):
    from google.protobuf import json_format
    from opentelemetry.proto.logs.v1.logs_pb2 import LogsData

    document = json.loads(line)
    record = document["resourceLogs"][0]["scopeLogs"][0]["logRecords"][0]
    for name in ("traceId", "spanId"):
        if name in record:
            record[name] = base64.b64encode(bytes.fromhex(record[name])).decode("ascii")
    message = json_format.Parse(json.dumps(document), LogsData())
    again = LogsData.FromString(message.SerializeToString())
    if again != message:
        problem("another message behind the binary form")
    made = again.resource_logs[0].scope_logs[0].log_records[0]
    if made.time_unix_nano != int(record.get("timeUnixNano", 0)):
        problem("another time")
    if len(made.attributes) != len(record["attributes"]):
        problem("another number of attributes")


def main():
    global number
    flags = {"--texts", "--protobuf"}
    source, made = [name for name in sys.argv[1:] if name not in flags]
    with open(source, encoding="utf-8") as file:
        events = [line for line in file if line.strip()]
    with open(made, encoding="utf-8") as file:
        lines = file.read().split("\n")
    if lines.pop() != "" or len(lines) != len(events):
        problem(f"{len(lines)} lines of {len(events)} events")
    for line, event in zip(lines, events):
        number += 1
        check(line, event, "--texts" in sys.argv)
        if "--protobuf" in sys.argv:
            read(line)
    print(f"{len(lines)} records, {problems} problems")
    sys.exit(1 if problems else 0)


main()
