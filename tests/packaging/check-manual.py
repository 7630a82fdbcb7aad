#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every verb and option that goodfit-cli knows is in its manual page, and the page names no other.

Usage: check-manual.py GOODFIT-CLI PAGE
"""
import re
import subprocess
import sys

CLI, PAGE = sys.argv[1:3]


def ask(*arguments):
    return subprocess.run([CLI, *arguments], capture_output=True, text=True, check=True,
                          env={"LANG": "C.UTF-8"}).stdout


with open(PAGE, encoding="utf-8") as file:
    page = file.read().replace("\\-", "-")

verbs = re.findall(r"^  (\w+)    ", ask("--help"), re.MULTILINE)
assert len(verbs) >= 7, verbs
known = set()
for verb in verbs:
    known |= set(re.findall(r"(?<![\w-])(--[a-z][a-z-]*)", ask(verb, "--help-all")))
named = set(re.findall(r"(?<![\w-])(--[a-z][a-z-]*)", page))
failed = [f"the verb {verb} is not in the manual" for verb in verbs if not re.search(rf"^\.BI {verb} ", page, re.MULTILINE)]
failed += [f"{option} is not in the manual" for option in sorted(known - named - {"--help", "--help-all", "--help-reading"})]
failed += [f"the manual tells {option}, which no verb knows" for option in sorted(named - known)]
sys.exit("\n".join(failed) or None)
