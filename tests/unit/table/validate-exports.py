#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says whether the exports in data/exports are what their JSON Schema describes, and are all built in.

    validate-exports.py DATA
"""

import copy
import json
import pathlib
import sys
import xml.etree.ElementTree

try:
    import jsonschema
except ImportError:
    print("no python3-jsonschema here, nothing checked")
    sys.exit(77)


def spoil(export):
    """Exports that are none, so that a schema that lets everything through is noticed."""
    def changed(change):
        broken = copy.deepcopy(export)
        change(broken)
        return broken

    yield "no signature", changed(lambda e: e.pop("signature"))
    yield "no sample", changed(lambda e: e.update(samples=[]))
    yield "an unknown row", changed(lambda e: e.update(row="planet"))
    yield "an unknown key", changed(lambda e: e["columns"][0].update(key="colour"))
    yield "an unknown role", changed(lambda e: e["columns"][0].update(role="hero"))
    yield "a member nobody reads", changed(lambda e: e.update(version=1))


def main():
    data = pathlib.Path(sys.argv[1])
    schema = json.loads((data / "goodfit-exports.schema.json").read_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    usual = jsonschema.Draft202012Validator({"$ref": "#/$defs/Usual", "$defs": schema["$defs"]})
    one = jsonschema.Draft202012Validator({"$ref": "#/$defs/Export", "$defs": schema["$defs"]})
    listed = xml.etree.ElementTree.parse(data / "exports" / "exports.gresource.xml")
    built_in = {file.text for file in listed.iter("file")}
    problems = []

    for path in sorted((data / "exports").glob("*.json")):
        export = json.loads(path.read_bytes())
        validator = usual if path.name == "columns.json" else one
        problems += ["%s: %s: %s" % (path.name, error.json_path, error.message)
                     for error in validator.iter_errors(export)]
        if path.name not in built_in:
            problems.append("%s is not in exports.gresource.xml" % path.name)
        if path.name == "columns.json":
            continue
        if export["id"] != path.stem:
            problems.append("%s: the id is %s" % (path.name, export["id"]))
        problems += ["%s: the schema lets through %s" % (path.name, what)
                     for what, broken in spoil(export) if one.is_valid(broken)]

    print("\n".join(problems))
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
