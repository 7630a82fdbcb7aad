#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole way in the window, with a user's hands: a customer list goes in, one page comes out.

    window.py GOODFIT CUSTOMERS.csv SCHEMA_DIR

Nothing is reached but what a person reaches: keys, buttons by their names, the file dialog. At the end
the application is killed, started again, and must offer the work that was in no file.
"""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

try:
    from driver import Desktop, wait
except (ImportError, ValueError) as error:
    print(f'skipped: {error}')
    sys.exit(77)
for tool in ('Xvfb', 'xdotool', 'dbus-daemon', 'openbox', 'pdftotext'):
    if not shutil.which(tool):
        print(f'skipped: {tool} is not installed')
        sys.exit(77)

GOODFIT, CUSTOMERS, SCHEMAS = sys.argv[1:]


def settle():
    """Lets a page come in; what is waited for by name needs no settling."""
    time.sleep(.6)


def bring_customers(app):
    """The list opens in the import sheet, and one button takes it in."""
    sheet = re.compile(r'^Import 148 Customers')
    done = re.compile('148 customers imported|^148 customers$')
    wait(lambda: app.all('button', sheet) or app.all('label', done), 20, 'the list')
    for button in app.all('button', sheet):
        # Who hears it is told what is chosen, and then what that is.
        app.find('combo box', 'Encoding UTF-8')
        button.click()
    app.find('label', done, timeout=20)


def choose_measures(desktop, app):
    """What makes a customer good is proposed; the words say how many are best."""
    desktop.key('alt+1', 'ctrl+2')
    app.find('heading', '15 of 148 customers are your best', timeout=20)


def make_segment(desktop, app):
    """What was found becomes a segment."""
    desktop.key('alt+1', 'ctrl+3')
    app.find('heading', re.compile('Department Marketing.* stand'), timeout=20)
    app.find('button', 'Make Segment').click()
    wait(lambda: 'None yet' not in app.find('list item', re.compile('^Segments')).description, what='a segment')


def choose_segment(desktop, app):
    """The segment shows up where segments are scored and chosen."""
    desktop.key('alt+5')
    settle()
    app.find('label', re.compile('Marketing'))


def draft_page(desktop, app):
    """The page is drafted from the evidence, edited, undone and redone."""
    desktop.key('alt+6')
    app.find('button', 'Draft the Page').click()
    name = app.find('text', 'Name of the segment')
    name.type('Marketing Teams')
    wait(lambda: name.text() == 'Marketing Teams', what='the name that was typed')
    desktop.key('Escape', 'ctrl+z')
    wait(lambda: name.text() != 'Marketing Teams', what='undo')
    desktop.key('ctrl+shift+z')
    wait(lambda: name.text() == 'Marketing Teams', what='redo')


def export_page(desktop, app, path):
    """The page leaves as PDF through the file dialog."""
    app.find('button', 'Export…').click()
    dialog = app.find('dialog', 'Export the Page')
    dialog.find('button', 'Export…').click()
    wait(lambda: len(app.all('dialog', 'Export the Page')) == 2, what='the file dialog')
    app.find('text', states=('editable', 'focused')).set_text(str(path))
    desktop.key('Return')
    wait(path.exists, 20, 'the page')
    app.find('label', 'Page exported')


def read_page(path):
    """What another program reads off the page."""
    info = subprocess.run(['pdfinfo', path], capture_output=True, text=True, check=True).stdout
    text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True,
                          check=True).stdout
    assert re.search(r'Pages:\s+1$', info, re.M), info
    assert re.search(r'Tagged:\s+yes', info), info
    for words in ('Marketing Teams', '148 customers', 'Ideal Customer Profile'):
        assert words in ' '.join(text.split()), f'{words!r} is not on the page:\n{text}'


def crash_and_come_back(desktop, app):
    """A project that never got a file survives a kill: two seconds after the last change at most."""
    time.sleep(2)
    os.kill(app.process.pid, signal.SIGKILL)
    app.process.wait()
    again = desktop.launch([GOODFIT], {'GSETTINGS_SCHEMA_DIR': SCHEMAS}, log='again.log')
    again.find('label', 'Not saved to a file', timeout=20)
    again.find('list item', re.compile('^(HubSpot companies|Customers)')).mouse()
    desktop.key('alt+6')
    wait(lambda: again.find('text', 'Name of the segment').text() == 'Marketing Teams', 20,
         'the work of before')
    again.quit()


with Desktop() as desktop:
    page = pathlib.Path(desktop.dir) / 'home' / 'page.pdf'
    customers = pathlib.Path(desktop.dir) / 'home' / 'customers.csv'
    shutil.copy(CUSTOMERS, customers)
    app = desktop.launch([GOODFIT, customers], {'GSETTINGS_SCHEMA_DIR': SCHEMAS})
    for step in (lambda: bring_customers(app), lambda: choose_measures(desktop, app),
                 lambda: make_segment(desktop, app), lambda: choose_segment(desktop, app),
                 lambda: draft_page(desktop, app), lambda: export_page(desktop, app, page)):
        try:
            step()
        except BaseException:
            desktop.picture(pathlib.Path(os.environ.get('MESON_BUILD_ROOT', '.')) / 'window-journey.png')
            print(app.tree())
            raise
    read_page(page)
    crash_and_come_back(desktop, app)

print('1 passed, 0 failed')
