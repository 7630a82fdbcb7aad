# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Packages of the host: what is missing, and having it installed.

# The package manager here: apt, dnf, or none that we know.
package_manager()
{
  if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
    echo apt
  elif command -v dnf >/dev/null; then
    echo dnf
  else
    echo none
  fi
}

# missing_packages NAME...: those that are not installed, one a line
missing_packages()
{
  local name
  for name in "$@"; do
    case $(package_manager) in
      apt) [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] ;;
      dnf) rpm -q --quiet --whatprovides "$name" 2>/dev/null ;;
      *) true ;;
    esac || echo "$name"
  done
}

# as_root CMD...: runs it with root's rights, asking sudo for them where they are not ours
as_root()
{
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif on_terminal; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

# install_packages WHY NAME...: nothing when all are there. A person at a terminal is asked first;
# a script without root's rights is told the command and stopped.
install_packages()
{
  local why=$1 missing manager command
  shift
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -gt 0 ] || return 0

  manager=$(package_manager)
  if [ "$manager" = apt ]; then
    command=(apt-get install --yes --no-install-recommends "${missing[@]}")
  else
    # A font or a checker that this release does not have must not hold up the rest.
    command=(dnf install --assumeyes --setopt=strict=0 "${missing[@]}")
  fi

  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null || { ! on_terminal && ! sudo -n true 2>/dev/null; }; then
      unavailable "$why needs packages that are not installed. Install them with:
  sudo ${command[*]}"
    fi
    if on_terminal; then
      say "$why needs these packages: ${missing[*]}"
      ask "Install them with sudo ${command[0]}?" ||
        unavailable "nothing was installed. The command would have been:
  sudo ${command[*]}"
    fi
  fi

  say "installing ${#missing[@]} packages (${missing[*]})"
  if [ "$manager" = apt ]; then
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update --quiet=2 >&2 </dev/null ||
      say "the package lists could not be brought up to date; trying with those at hand"
    command=(env DEBIAN_FRONTEND=noninteractive "${command[@]}" --quiet=2)
  fi
  as_root "${command[@]}" >&2 </dev/null ||
    unavailable "the packages could not be installed (see above). Check the network, then run:
  sudo ${command[*]}"
}

# package_list FILE...: the names in lists of ours
package_list()
{
  local list
  for list in "$@"; do
    cat "$build_aux/packages/$list.txt"
  done
}
