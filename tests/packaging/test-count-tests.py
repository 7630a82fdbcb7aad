#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The counting of test results, on logs as Meson writes them."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

COUNT = pathlib.Path(__file__).resolve().parents[2] / 'build-aux' / 'count-tests.py'


class Counting(unittest.TestCase):
    def count(self, *entries):
        """The last line printed, and the exit status."""
        with tempfile.TemporaryDirectory() as folder:
            log = pathlib.Path(folder, 'testlog.json')
            log.write_text(''.join(json.dumps(entry) + '\n' for entry in entries), encoding='utf-8')
            done = subprocess.run([sys.executable, COUNT, log], capture_output=True, text=True)
        return done.stdout.splitlines()[-1], done.returncode

    def test_programs_without_cases_count_once(self):
        self.assertEqual(self.count({'name': 'a', 'result': 'OK'},
                                    {'name': 'b', 'result': 'SKIP'}),
                         ('1 passed, 0 failed, 1 skipped', 0))

    def test_cases_are_counted(self):
        tap = 'TAP version 14\nok 1 /a\nok 2 /b # SKIP no display\n# a remark\nok 3 /c\n1..3\n'
        self.assertEqual(self.count({'name': 'a', 'result': 'OK', 'stdout': tap}),
                         ('2 passed, 0 failed, 1 skipped', 0))

    def test_failed_cases_fail(self):
        tap = 'ok 1 /a\nnot ok 2 /b\n1..2\n'
        self.assertEqual(self.count({'name': 'a', 'result': 'FAIL', 'stdout': tap}),
                         ('1 passed, 1 failed, 0 skipped', 1))

    def test_a_crash_after_good_cases_fails(self):
        self.assertEqual(self.count({'name': 'a', 'result': 'ERROR', 'stdout': 'ok 1 /a\n'}),
                         ('1 passed, 1 failed, 0 skipped', 1))
        self.assertEqual(self.count({'name': 'a', 'result': 'TIMEOUT'}),
                         ('0 passed, 1 failed, 0 skipped', 1))

    def test_a_missing_log_fails(self):
        done = subprocess.run([sys.executable, COUNT, '/nonexistent.json'],
                              capture_output=True, text=True)
        self.assertEqual(done.stdout.splitlines()[-1], '0 passed, 1 failed, 0 skipped')
        self.assertEqual(done.returncode, 1)


if __name__ == '__main__':
    unittest.main()
