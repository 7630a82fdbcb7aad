#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares what goodfit-cli reads from real spreadsheets with what other readers have found.

usage: check-sheets.py GOODFIT-CLI FOLDER

FOLDER, or GF_SHARED_DATA instead, holds spreadsheets and expect.json: for each file the cells of its first sheet by row and
column, or why it must be refused. It is no part of the sources; without it the test is skipped.
"""
import json
import math
import os
import re
import subprocess
import sys

SKIPPED = 77

# Where the expectation is wrong, and what the file says.
CORRECTIONS = {
    # pandas takes every boolean of OpenDocument for False; the file says true.
    ('fric_table-with-booleans.ods', 1, 1): 'TRUE',
    ('spout_sheet_with_number_columns_repeated.ods', 0, 5): 'TRUE',
    ('spout_sheet_with_number_columns_repeated.ods', 0, 6): 'TRUE',
    # It also takes the indentation of the XML around a paragraph for text.
    ('spout_sheet_with_number_columns_repeated.ods', 0, 0): 'foo',
    ('spout_sheet_with_number_columns_repeated.ods', 0, 1): 'foo',
    ('spout_sheet_with_number_columns_repeated.ods', 0, 2): 'foo',
    # openpyxl keeps the escape; it stands for a carriage return.
    ('cal_has_x000D_.xlsx', 0, 0): 'ABC\r\nDEF',
}


def clock_seconds(text):
    match = re.fullmatch(r'(\d+):(\d\d):(\d\d(?:\.\d+)?)', text)
    return match and int(match[1]) * 3600 + int(match[2]) * 60 + float(match[3])


def is_same(kind, value, got):
    if kind == 'text':
        return got == value
    if kind == 'number':
        # The shortest text that gives the number back: no ".0", no digits of noise.
        try:
            return float(got) == value and len(got) <= len(repr(value))
        except ValueError:
            return False
    if kind == 'bool':
        return got == ('TRUE' if value else 'FALSE')
    if kind == 'datetime':
        return got == value or got + 'T00:00:00' == value
    if kind == 'time':
        # The expectation is the time as shown: hundredths.
        a, b = clock_seconds(got), clock_seconds(value)
        return a is not None and math.isclose(a, b, abs_tol=0.01)
    if kind == 'duration_s':
        seconds = clock_seconds(got)
        return seconds is not None and math.isclose(seconds, value, abs_tol=0.001)
    raise ValueError(kind)


def check(cli, path, expected):
    """Lists what is wrong."""
    command = [cli, 'inspect', '--json', '--cells', '--header-rows', '0', path]
    # The first sheet, whatever it holds.
    if 'first_sheet' in expected:
        command += ['--sheet', expected['first_sheet']]
    run = subprocess.run(command, capture_output=True, timeout=60)
    said = run.stderr.decode(errors='replace').strip()
    if run.returncode not in (0, 1, 2):
        return ['died with %d: %s' % (run.returncode, said[-2000:])]
    if 'error' in expected or not expected.get('rows_used', 1):
        if run.returncode != 2 or not said.endswith('.') or run.stdout:
            return ['is not refused with a sentence: ' + said[:200]]
        return []
    if run.returncode == 2:
        return ['is refused: ' + said]

    answer = json.loads(run.stdout)
    cells = answer['cells']
    name = os.path.basename(path)
    wrong = []
    if answer['format'] != expected['format']:
        wrong.append('format %s' % answer['format'])
    if len(cells) != expected['rows_used']:
        wrong.append('%d rows, not %d' % (len(cells), expected['rows_used']))
    sheets = [[sheet['name'], sheet['hidden']] for sheet in answer['sheets']]
    for sheet, state in expected['sheets'] if 'sheets' in expected else []:
        # A sheet that is a chart is not listed.
        if state != '?' and sheet != 'Chart' and expected['format'] != 'xls' and \
           [sheet, state != 'visible'] not in sheets:
            wrong.append('sheet %s (%s) is not among %s' % (sheet, state, sheets))
    for row, column, *rest in expected.get('cells', []) + expected.get('cells_shown', []):
        kind, value = rest if len(rest) == 2 else (None, rest[0])
        got = cells[row][column] if row < len(cells) and column < len(cells[row]) else None
        corrected = CORRECTIONS.get((name, row, column))
        if corrected is not None:
            same = got == corrected
        elif kind is None:
            # As LibreOffice shows it: a percentage is its number here.
            same = got == value or (value.endswith('%') and got and
                                    float(got) * 100 == float(value[:-1]))
        else:
            same = got is not None and is_same(kind, value, got)
        if not same:
            wrong.append('[%d,%d] %r, not %s %r' % (row, column, got, kind, value))

    return wrong


def main():
    cli, folder = sys.argv[1:]
    folder = os.environ.get('GF_SHARED_DATA', folder)
    path = os.path.join(folder, 'expect.json')
    if not os.path.exists(path):
        print('there are no files in', folder)
        return SKIPPED
    with open(path) as file:
        files = {name: expected for name, expected in json.load(file).items()
                 if name.startswith('sheets/')}
    tiers = {}
    for name, expected in sorted(files.items()):
        wrong = check(cli, os.path.join(folder, name), expected)
        tier = tiers.setdefault(expected['tier'], [0, 0])
        tier[0] += not wrong
        tier[1] += 1
        for line in wrong:
            print(expected['tier'], name, line)
    for tier, (right, count) in sorted(tiers.items()):
        print('%s: %d of %d' % (tier, right, count))

    return any(right < count for right, count in tiers.values())


sys.exit(main())
