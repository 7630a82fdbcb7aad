#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The verbs of build-aux/goodfit, in a userland that has all they need. Not for calling by hand.
set -euo pipefail

build_aux=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
checkout=$(dirname "$build_aux")
. "$build_aux/lib/say.sh"
. "$build_aux/lib/build.sh"
. "$build_aux/lib/display.sh"
. "$build_aux/lib/test.sh"
. "$build_aux/lib/run.sh"

verb=$1
shift
case $verb in
  build) build_all "$build" ;;
  run) run_goodfit "$@" ;;
  test) run_tests "$@" ;;
  cli) build_quietly "$build" && exec "$build/src/cli/goodfit-cli" "$@" ;;
  screenshots)
    build_quietly "$build"
    make_sample "$build/pictures/DataGlyph.goodfit"
    take_pictures "${1:-$checkout/out/screenshots}" "$build/pictures/DataGlyph.goodfit"
    ;;
  bench)
    build_quietly "$build-release" --buildtype=release
    with_display python3 "$checkout/tests/bench/bench.py" "$build-release"
    ;;
  shell)
    if [ $# -gt 0 ]; then
      exec "$@"
    fi
    exec bash --norc
    ;;
esac
