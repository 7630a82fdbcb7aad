#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes a picture of every page of Goodfit in every look.

Usage: pictures.py APP DIR [--project FILE] [--page NAME]... [--look NAME]...

Leaves DIR/LOOK/PAGE.png. Without a project only the start page and the import sheet are there to be seen:
import-hubspot, import-salesforce, import-pipedrive, import-stripe, import-shopify, of lists made for it.
Exits 1 when the application wrote warnings or did not end by itself.
"""

import argparse
import dataclasses
import os
import pathlib
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import exports  # noqa: E402
from driver import Desktop  # noqa: E402


@dataclasses.dataclass(frozen=True)
class Page:
    """A page, and the keys that lead there from anywhere in the window."""
    name: str
    keys: tuple = ()


# The order of the journey. The keys are those of the shortcuts dialog: Alt and a digit is a step,
# Control and a digit a view of it.
PAGES = (
    Page('customers-table', ('alt+1', 'ctrl+1')),
    Page('customers-best-and-bad', ('alt+1', 'ctrl+2')),
    Page('customers-findings', ('alt+1', 'ctrl+3')),
    Page('interviews', ('alt+2',)),
    Page('market', ('alt+3',)),
    Page('map', ('alt+4',)),
    Page('segments', ('alt+5',)),
    Page('profile', ('alt+6',)),
    Page('test', ('alt+7',)),
    Page('review', ('alt+8',)),
)


@dataclasses.dataclass(frozen=True)
class Look:
    """A way that people have their desktop."""
    name: str
    size: tuple = (1280, 800)
    text_scale: float = 1
    env: dict = dataclasses.field(default_factory=dict)


LOOKS = (
    Look('light'),
    Look('dark', env={'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}),
    Look('contrast', env={'ADW_DEBUG_HIGH_CONTRAST': '1'}),
    Look('wide', size=(1400, 900)),
    Look('narrow', size=(360, 720)),
    Look('narrow-dark', size=(360, 720), env={'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}),
    Look('large-text', text_scale=2),
    Look('narrow-large-text', size=(360, 720), text_scale=2),
)


def still_picture(desktop, app, path, rest=0.3, patience=15):
    """Takes a picture once nothing has moved for a while and the application has nothing to do.

    On a loaded machine two pictures in a row are also the same when the application only did not get
    its turn yet."""
    last, since = None, time.monotonic()
    end = since + patience
    while True:
        busy = app.is_busy()
        desktop.picture(path, desktop.window_id(app))
        seen, now = path.read_bytes(), time.monotonic()
        if busy or seen != last:
            last, since = seen, now
        elif now - since >= rest:
            return
        if now > end:
            return
        time.sleep(0.1)


def take(desktop, look, binary, project, lists, pages, out):
    """Launches the application in one look and takes its pages; what it complained of."""
    desktop.set_text_scale(look.text_scale)
    folder = out / look.name
    folder.mkdir(parents=True, exist_ok=True)
    complaints = []

    def launch(*files):
        app = desktop.launch([binary, *files], look.env)
        desktop.resize(app, *look.size)
        return app

    def finish(app):
        status = app.quit()
        if status or app.output():
            complaints.append(f'{look.name}: exit status {status}\n{app.output()}')

    if not pages or 'start' in pages:
        app = launch()
        still_picture(desktop, app, folder / 'start.png')
        finish(app)
    for path in lists:
        page = 'import-' + path.name.split('-')[0]
        if not pages or page in pages:
            app = launch(path)
            still_picture(desktop, app, folder / f'{page}.png')
            desktop.key('Escape')
            time.sleep(0.5)
            finish(app)
    wanted = [page for page in PAGES if project and (not pages or page.name in pages)]
    if wanted:
        app = launch(project)
        for page in wanted:
            for key in page.keys:
                desktop.key(key)
            still_picture(desktop, app, folder / f'{page.name}.png')
        finish(app)
    return complaints


def main():
    parser = argparse.ArgumentParser(description='Takes a picture of every page in every look.')
    parser.add_argument('app')
    parser.add_argument('dir', type=pathlib.Path)
    parser.add_argument('--project')
    parser.add_argument('--page', action='append', default=[])
    parser.add_argument('--look', action='append', default=[])
    arguments = parser.parse_args()

    complaints = []
    with Desktop(size='1500x1100') as desktop, tempfile.TemporaryDirectory() as folder:
        lists = exports.write(folder)
        for look in LOOKS:
            if not arguments.look or look.name in arguments.look:
                complaints += take(desktop, look, arguments.app, arguments.project, lists,
                                   arguments.page, arguments.dir)
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    return 1 if complaints else 0


if __name__ == '__main__':
    sys.exit(main())
