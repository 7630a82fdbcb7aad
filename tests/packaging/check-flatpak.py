#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what the Flatpak manifest promises: no network, no files of the user's, fixed sources.

Usage: check-flatpak.py MANIFEST APPLICATION-ID
"""

import json
import sys

# A window, and drawing in it. Files come through the portal.
ALLOWED = {'--socket=wayland', '--socket=fallback-x11', '--share=ipc', '--device=dri'}


def problems(manifest, app_id):
    if manifest['id'] != app_id:
        yield f'the id is {manifest["id"]}, not {app_id}'
    for argument in manifest['finish-args']:
        if argument not in ALLOWED:
            yield f'the permission {argument} is more than Goodfit asks for'
    for module in manifest['modules']:
        for source in module['sources']:
            where = f'{module["name"]}: {source.get("url", source["type"])}'
            if source['type'] == 'archive' and len(source.get('sha256', '')) != 64:
                yield f'{where} has no sha256'
            if source['type'] == 'git' and len(source.get('commit', '')) != 40:
                yield f'{where} has no commit'
            if 'url' in source and not source['url'].startswith('https://'):
                yield f'{where} is not fetched over https'


def main():
    with open(sys.argv[1], encoding='utf-8') as stream:
        found = list(problems(json.load(stream), sys.argv[2]))
    print('\n'.join(found))
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
