# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Talking to the person at the keyboard. Everything goes to standard error: standard output belongs
# to what was asked for.

say()
{
  echo "goodfit: $*" >&2
}

# Something this machine lacks, and how to mend it. 69 is EX_UNAVAILABLE of sysexits.h.
unavailable()
{
  say "$*"
  exit 69
}

usage_error()
{
  say "$*; see './build-aux/goodfit --help'"
  exit 64
}

# True when a question can be asked and answered here.
on_terminal()
{
  [ -t 0 ] && [ -t 2 ]
}

ask()
{
  local answer
  read -r -p "$1 [y/N] " answer || return 1
  [[ $answer == [yY]* ]]
}
