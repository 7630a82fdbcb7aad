#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words to translate are whole: gettext's tools see a string end where a macro of GLib stands in it.

Usage: check-strings.py SOURCE-FOLDER
"""
import pathlib
import re
import sys

CALL = re.compile(r"(?<![A-Za-z0-9_])(?:_|N_|C_|NC_|Q_|(?:g_)?dn?p?gettext)\s*\(")
TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[()]|[A-Za-z_][A-Za-z0-9_]*')


def macros(text, start):
    """The macros of GLib for formats in the call that begins at @start."""
    depth = 1
    for token in TOKEN.finditer(text, start):
        depth += {"(": 1, ")": -1}.get(token[0], 0)
        if depth == 0:
            return
        if re.fullmatch(r"G_[A-Z0-9]+_FORMAT", token[0]):
            yield token


failed = []
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.c")):
    source = path.read_text(encoding="utf-8")
    for call in CALL.finditer(source):
        failed += [f"{path}:{source.count(chr(10), 0, token.start()) + 1}: {token[0]} in words to translate; "
                   "%zu for gsize, PRId64 and its like for others" for token in macros(source, call.end())]
sys.exit("\n".join(failed) or None)
