#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts test cases over Meson's logs and prints "N passed, N failed, N skipped".

Usage: count-tests.py TESTLOG.json...

A program that speaks TAP counts by its cases; one that crashed or ran out of time counts as one
failure more. A log that is missing is a failure too: its tests did not run. Exits 1 on any failure.
"""

import json
import re
import sys

CASE = re.compile(r'^(?P<verdict>ok|not ok)\b[^#\n]*(?:#\s*(?P<directive>\w+))?', re.MULTILINE)
GOOD = ('OK', 'EXPECTEDFAIL')


def count(entry):
    """Passed, failed and skipped cases of one test program."""
    passed = failed = skipped = 0
    for case in CASE.finditer(entry.get('stdout') or ''):
        directive = (case['directive'] or '').upper()
        if directive in ('SKIP', 'TODO'):
            skipped += 1
        elif case['verdict'] == 'ok':
            passed += 1
        else:
            failed += 1
    result = entry['result']
    if result == 'SKIP':
        return passed, failed, max(skipped, 1)
    if result in GOOD:
        return (passed if passed or skipped else 1), failed, skipped
    return passed, max(failed, 1), skipped


def main():
    totals = [0, 0, 0]
    for log in sys.argv[1:]:
        try:
            with open(log, encoding='utf-8') as lines:
                entries = [json.loads(line) for line in lines]
        except OSError:
            print(f'{log}: these tests did not run')
            totals[1] += 1
            continue
        for entry in entries:
            counts = count(entry)
            totals = [a + b for a, b in zip(totals, counts)]
            if counts[1]:
                print(f'failed: {entry["name"]} ({entry["result"]}), see {log.replace(".json", ".txt")}')
    print('{} passed, {} failed, {} skipped'.format(*totals))
    return 1 if totals[1] else 0


if __name__ == '__main__':
    sys.exit(main())
