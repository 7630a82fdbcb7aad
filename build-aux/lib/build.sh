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

# tell_steps: reads what ninja says and tells how far it is, over and over on one line of a terminal,
# else every ten seconds; nothing of a build that is done at once
tell_steps()
{
  local line next=$((SECONDS + 2)) told=''
  while IFS= read -r line; do
    [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]] || continue
    [ "$SECONDS" -ge "$next" ] || continue
    if [ -t 2 ]; then
      printf '\rgoodfit: building, %d of %d ' "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" >&2
      told=1
    else
      say "building, ${BASH_REMATCH[1]} of ${BASH_REMATCH[2]}"
      next=$((SECONDS + 10))
    fi
  done
  [ -z "$told" ] || printf '\r\033[K' >&2
}

# build_quietly DIR OPTION...: only counts its steps; words when it fails
build_quietly()
{
  local dir=$1 log
  log=$(mktemp)
  [ -f "$dir/build.ninja" ] || say "building Goodfit (the first time takes a minute or two)"
  if ! (set -o pipefail; build_all "$@" 2>&1 | tee "$log" | tell_steps); then
    tail -n 60 "$log" >&2
    rm -f "$log"
    say "Goodfit does not build; the messages are above"
    return 1
  fi
  rm -f "$log"
}
