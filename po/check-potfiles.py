#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that POTFILES lists exactly the files that hold words to translate, in order.

Usage: check-potfiles.py [--write]       (--write brings the list up to date)
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LIST = ROOT / 'po' / 'POTFILES'

# What marks a word for translation: gettext's macros in C, _() and C_() in Blueprint too.
MARK = re.compile(r'(?<![A-Za-z0-9_])(?:(?:_|N_|C_|NC_|Q_|ngettext)\s*\(\s*"|(?:g_)?dn?gettext\s*\()')
COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*', re.DOTALL)

# These hold translatable words by their format, without any mark.
BY_FORMAT = ('.desktop.in', '.metainfo.xml.in', '.gschema.xml.in')


def has_words(path):
    if path.name.endswith(BY_FORMAT):
        return True
    if path.suffix not in ('.c', '.h', '.blp'):
        return False
    return bool(MARK.search(COMMENT.sub('', path.read_text(encoding='utf-8'))))


def wanted():
    found = [path.relative_to(ROOT).as_posix()
             for folder in ('data', 'src', 'ui') if (ROOT / folder).is_dir()
             for path in (ROOT / folder).rglob('*') if path.is_file() and has_words(path)]
    return sorted(found)


def listed():
    lines = LIST.read_text(encoding='utf-8').splitlines()
    return [line for line in lines if line and not line.startswith('#')]


def main():
    want = wanted()
    if '--write' in sys.argv[1:]:
        head = '# Files with words to translate, sorted. Kept true by po/check-potfiles.py --write.\n'
        LIST.write_text(head + ''.join(f'{name}\n' for name in want), encoding='utf-8')
        return 0
    have = listed()
    for name in sorted(set(want) - set(have)):
        print(f'{name} has words to translate and is not in po/POTFILES')
    for name in sorted(set(have) - set(want)):
        print(f'po/POTFILES lists {name}, which has no words to translate')
    if sorted(have) != have:
        print('po/POTFILES is not sorted')
    if have != want:
        print('Mend it with: po/check-potfiles.py --write')
    return 0 if have == want else 1


if __name__ == '__main__':
    sys.exit(main())
