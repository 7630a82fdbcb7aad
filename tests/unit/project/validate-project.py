#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says whether projects, as they are saved, are what the JSON Schema describes.

    validate-project.py SCHEMA --printed COMMAND...     the project that a command prints
    validate-project.py SCHEMA FILE...                  projects in files
"""

import copy
import json
import pathlib
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("no python3-jsonschema here, nothing checked")
    sys.exit(77)


def read_projects(args):
    if args[0] == "--printed":
        done = subprocess.run(args[1:], check=True, stdout=subprocess.PIPE)
        return {" ".join(args[1:]): json.loads(done.stdout)}
    return {name: json.loads(pathlib.Path(name).read_bytes()) for name in args}


def spoil(project):
    """Projects that are none, so that a schema that lets everything through is noticed."""
    def changed(change):
        broken = copy.deepcopy(project)
        change(broken)
        return broken

    yield "no version", changed(lambda p: p.pop("version"))
    yield "a newer version", changed(lambda p: p.update(version=99))
    yield "a number for a name", changed(lambda p: p.update(name=5))
    yield "no such day", changed(lambda p: p.update({"next-review": "2026-13-01"}))
    yield "an object for a list", changed(lambda p: p.update(segments={}))
    yield "an unknown kind", changed(lambda p: p.update(interviews=[{"kind": "bored"}]))
    yield "a score of six", changed(lambda p: p.update(segments=[{"scores": [{"value": 6}]}]))
    yield "rows that are no texts", changed(lambda p: p.update(table={"columns": [], "rows": [[1]]}))


def main():
    schema = json.loads(pathlib.Path(sys.argv[1]).read_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failed = False

    for name, project in read_projects(sys.argv[2:]).items():
        for problem in validator.iter_errors(project):
            print("%s: %s: %s" % (name, problem.json_path, problem.message))
            failed = True
        for what, broken in spoil(project):
            if validator.is_valid(broken):
                print("%s: the schema lets through %s" % (name, what))
                failed = True

    sys.exit(failed)


if __name__ == "__main__":
    main()
