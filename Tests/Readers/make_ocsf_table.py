#!/usr/bin/env python3
"""Makes ocsf-1.8.0-api_activity.json, the table that check_ocsf.py reads.

    make_ocsf_table.py 1.8.0.json > ocsf-1.8.0-api_activity.json

1.8.0.json is the schema as https://schema.ocsf.io/1.8.0/export/v2/schema exports it; PyPI's
ocsf-json-schema 1.2.0 has it as ocsf_json_schema/ocsf/1.8.0.json. Kept of it: the class with the
attributes of its two profiles, and the objects that kt-format writes, each whole; of an attribute
its type, requirement, sibling and enumeration; of a type its base and its pattern.
"""
import json
import sys

PROFILES = {"ai_operation", "security_control"}
OBJECTS = """actor ai_model api authorization fingerprint group message_context metadata
    network_endpoint policy product reporter request response service user""".split()


def attributes(definition):
    table = {}
    for name, attribute in sorted(definition["attributes"].items()):
        profiles = attribute.get("profiles")
        if profiles and not PROFILES & set(profiles):
            continue
        entry = {"type": attribute.get("object_type", attribute["type"])}
        if attribute["requirement"] != "optional":
            entry["requirement"] = attribute["requirement"]
        if attribute.get("is_array"):
            entry["array"] = True
        if "sibling" in attribute:
            entry["sibling"] = attribute["sibling"]
        if "enum" in attribute:
            entry["enum"] = {key: each["caption"] for key, each in attribute["enum"].items()}
        table[name] = entry
    result = {"attributes": table}
    if definition.get("constraints"):
        result["constraints"] = definition["constraints"]
    return result


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    types = {}
    for name, entry in schema["dictionary"]["types"]["attributes"].items():
        types[name] = {"base": entry.get("type", name)}
        if "regex" in entry:
            types[name]["regex"] = entry["regex"]
    activity = schema["classes"]["api_activity"]
    table = {
        "notice": "From the Open Cybersecurity Schema Framework, "
        "https://github.com/ocsf/ocsf-schema, version 1.8.0, licensed under the Apache License, "
        "version 2.0; an extract made by make_ocsf_table.py",
        "version": schema["version"],
        "class": {"name": activity["name"], "uid": activity["uid"],
                  "category_uid": activity["category_uid"], **attributes(activity)},
        "objects": {name: attributes(schema["objects"][name]) for name in OBJECTS},
        "types": types,
    }
    json.dump(table, sys.stdout, indent=1, sort_keys=True)
    print()


main()
