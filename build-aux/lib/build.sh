# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Building with Meson. Each userland and each flavour has a build folder of its own.

build=$checkout/${GOODFIT_BUILD:-_build}

# configure DIR OPTION...: sets the folder up; anew when it was set up for another userland or not to
# the end
configure()
{
  local dir=$1 key
  shift
  set -- "-Dprofile=${GOODFIT_PROFILE:-default}" "$@"
  key="${GOODFIT_KEY:-native} $*"
  if [ -f "$dir/build.ninja" ] && [ "$(cat "$dir/.goodfit-key" 2>/dev/null)" = "$key" ]; then
    return
  fi
  rm -rf "$dir"
  meson setup "$dir" "$checkout" "$@" >&2 || return
  echo "$key" >"$dir/.goodfit-key"
}

# build_all DIR OPTION...
build_all()
{
  local dir=$1
  configure "$@" && ninja -C "$dir" >&2
}

# build_quietly DIR OPTION...: words only when it fails
build_quietly()
{
  local dir=$1 log
  log=$(mktemp)
  [ -f "$dir/build.ninja" ] || say "building Goodfit (the first time takes a minute or two)"
  if ! build_all "$@" >"$log" 2>&1; then
    tail -n 60 "$log" >&2
    rm -f "$log"
    say "Goodfit does not build; the messages are above"
    return 1
  fi
  rm -f "$log"
}
