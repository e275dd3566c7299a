#!/usr/bin/env python3
"""Checks OCSF events against the published class, and against the events that they were made of.

    check_ocsf.py [--texts] EVENTS OCSF

Required attributes are there, none is unknown, types and patterns fit, enumerated numbers exist
and go with their captions, type_uid is class_uid * 100 + activity_id, constraints hold; no value
of an event is lost, and no text told unless --texts.
"""
import json
import os
import re
import sys

import leaves

TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "ocsf-1.8.0-api_activity.json")


class Checker:
    def __init__(self, table):
        self.table = table
        self.problems = 0
        self.line = 0

    def problem(self, text):
        self.problems += 1
        print(f"line {self.line}: {text}")

    def scalar(self, path, value, type_name):
        entry = self.table["types"][type_name]
        base = entry["base"]
        number = isinstance(value, int) and not isinstance(value, bool)
        fits = {
            "string_t": isinstance(value, str),
            "integer_t": number and -2**31 <= value < 2**31,
            "long_t": number and -2**63 <= value < 2**63,
            "boolean_t": isinstance(value, bool),
            "json_t": True,
        }[base]
        if not fits:
            self.problem(f"{path}: {value!r} is no {type_name}")
        elif "regex" in entry and not re.search(entry["regex"], value):
            self.problem(f"{path}: {value!r} is not in the form of {type_name}")

    def attribute(self, path, value, entry):
        if entry.get("array"):
            if not isinstance(value, list) or not value:
                return self.problem(f"{path}: not a list, or an empty one")
            for index, element in enumerate(value):
                self.attribute(f"{path}[{index}]", element, {"type": entry["type"]})
        elif entry["type"] == "object":
            if not isinstance(value, dict):
                self.problem(f"{path}: not an object")
        elif entry["type"] in self.table["objects"]:
            self.object(path, value, self.table["objects"][entry["type"]])
        elif entry["type"] in self.table["types"]:
            self.scalar(path, value, entry["type"])
        else:
            self.problem(f"{path}: an object of type {entry['type']} is not expected here")

    def object(self, path, value, definition):
        if not isinstance(value, dict):
            return self.problem(f"{path}: not an object")
        known = definition["attributes"]
        for name, entry in known.items():
            if entry.get("requirement") == "required" and name not in value:
                self.problem(f"{path}: {name} is required")
        for name, attribute in value.items():
            if name not in known:
                self.problem(f"{path}: {name} is unknown")
                continue
            self.attribute(f"{path}.{name}", attribute, known[name])
            self.choice(f"{path}.{name}", attribute, known[name], value)
        one = definition.get("constraints", {}).get("at_least_one", [])
        if one and not any(name in value for name in one):
            self.problem(f"{path}: one of {', '.join(one)} is required")

    def choice(self, path, value, entry, holder):
        if "enum" not in entry:
            return
        caption = entry["enum"].get(str(value))
        if caption is None:
            return self.problem(f"{path}: {value} is not one of the class's numbers")
        sibling = holder.get(entry.get("sibling"))
        if value == 99 and not sibling:
            self.problem(f"{path}: 99 without {entry.get('sibling')}")
        elif value != 99 and sibling is not None and sibling != caption:
            self.problem(f"{path}: {value} is {caption!r}, not {sibling!r}")

    def event(self, event):
        definition = self.table["class"]
        self.object("event", event, definition)
        if event["class_uid"] != definition["uid"] or event["metadata"]["version"] != "1.8.0":
            self.problem("another class, or another version")
        if event["type_uid"] != event["class_uid"] * 100 + event["activity_id"]:
            self.problem("type_uid is not class_uid * 100 + activity_id")
        if event["metadata"]["profiles"] != ["ai_operation", "security_control"]:
            self.problem("other profiles than those of its attributes")


def main():
    with_texts = "--texts" in sys.argv
    source, made = [name for name in sys.argv[1:] if name != "--texts"]
    with open(TABLE, encoding="utf-8") as file:
        checker = Checker(json.load(file))
    with open(source, encoding="utf-8") as file:
        events = [line for line in file if line.strip()]
    with open(made, encoding="utf-8") as file:
        lines = file.read().split("\n")
    if lines.pop() != "" or len(lines) != len(events):
        checker.problem(f"{len(lines)} lines of {len(events)} events")
    for line, event in zip(lines, events):
        checker.line += 1
        checker.event(json.loads(line))
        found = set(leaves.leaves(leaves.load(line)))
        leaves.compare(leaves.load(event), found, line, with_texts, checker.problem)
    print(f"{len(lines)} events, {checker.problems} problems")
    sys.exit(1 if checker.problems else 0)


main()
