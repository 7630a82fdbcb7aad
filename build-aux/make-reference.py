#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the reference of the library from its doc comments: one HTML page, a chapter for each folder.

Usage: make-reference.py SOURCE_DIR OUT.html
"""

import html
import pathlib
import re
import sys

FOLDERS = ('base', 'record', 'table', 'stats', 'mining', 'mapping', 'research', 'scoring', 'profile',
           'document', 'project')
COMMENT = re.compile(r'/\*\*\n \* (gf_\w+):\n(.*?)\n? \*/', re.S)


def paragraphs(comment):
    """The text of a comment without its stars, as paragraphs of lines."""
    text = '\n'.join(re.sub(r'^ \* ?', '', line) for line in comment.split('\n'))
    return [part.strip() for part in re.split(r'\n\s*\n', text) if part.strip()]


def entry(name, comment):
    """One function."""
    lines = [f'<h3 id="{name}"><code>{name}</code></h3>']
    for part in paragraphs(comment):
        if part.startswith('@'):
            items = re.split(r'\n(?=@)', part)
            lines.append('<ul>' + ''.join(f'<li>{html.escape(item)}</li>' for item in items) + '</ul>')
        else:
            lines.append(f'<p>{html.escape(part)}</p>')
    return '\n'.join(lines)


def chapter(source, folder):
    """The functions of one folder, by file."""
    lines = [f'<h2>{folder}</h2>']
    for path in sorted((source / 'src' / folder).glob('*.c')):
        found = COMMENT.findall(path.read_text(encoding='utf-8'))
        lines += [entry(name, comment) for name, comment in found]
    return '\n'.join(lines)


def main():
    source, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    body = '\n'.join(chapter(source, folder) for folder in FOLDERS)
    out.write_text('<!doctype html><html lang="en"><head><meta charset="utf-8">'
                   '<title>Goodfit: the library</title></head><body><h1>The library of Goodfit</h1>\n'
                   f'{body}\n</body></html>\n', encoding='utf-8')


main()
