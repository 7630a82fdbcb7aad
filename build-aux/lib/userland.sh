# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Where Goodfit is built and run: natively where GTK and libadwaita are new enough, else in a Debian
# root of our own.

gtk_wanted=4.18
adwaita_wanted=1.7

# True when the libraries that are installed will do.
libraries_are_installed()
{
  command -v pkg-config >/dev/null &&
    pkg-config --atleast-version=$gtk_wanted gtk4 2>/dev/null &&
    pkg-config --atleast-version=$adwaita_wanted libadwaita-1 2>/dev/null
}

# True when the packages of this release will do, by its name: asking the package manager would
# need lists that a fresh machine has not fetched yet.
release_is_recent()
{
  local ID='' VERSION_ID='' VERSION_CODENAME=''
  [ -r /etc/os-release ] || return 1
  # shellcheck disable=SC1091
  . /etc/os-release
  case $ID in
    debian)
      # Testing and unstable carry no number.
      case $VERSION_CODENAME in
        bookworm | bullseye | buster) return 1 ;;
      esac
      [ -z "$VERSION_ID" ] || [ "${VERSION_ID%%.*}" -ge 13 ]
      ;;
    ubuntu) [ "${VERSION_ID%%.*}" -ge 25 ] ;;
    fedora) [ "${VERSION_ID%%.*}" -ge 42 ] ;;
    *) return 1 ;;
  esac
}

# native or root; GOODFIT_USERLAND overrules
choose_userland()
{
  case ${GOODFIT_USERLAND:-} in
    native | root) echo "$GOODFIT_USERLAND" ;;
    '')
      if libraries_are_installed || release_is_recent; then
        echo native
      else
        echo root
      fi
      ;;
    *) usage_error "GOODFIT_USERLAND is '$GOODFIT_USERLAND' and must be native or root" ;;
  esac
}

# prepare_native build|test: has the packages installed
prepare_native()
{
  local lists=() manager tool
  manager=$(package_manager)
  case $manager in
    none)
      for tool in meson ninja gcc pkg-config blueprint-compiler msgfmt; do
        command -v "$tool" >/dev/null ||
          unavailable "$tool is missing, and packages can be installed for you only with apt or dnf. Install what build-aux/packages/apt-build.txt lists under this system's names."
      done
      ;;
    *)
      lists=("$manager-build")
      [ "$1" != test ] || lists+=("$manager-test")
      mapfile -t names < <(package_list "${lists[@]}")
      install_packages "Goodfit" "${names[@]}"
      ;;
  esac
  libraries_are_installed ||
    unavailable "GTK $gtk_wanted and libadwaita $adwaita_wanted or later are not here. Set GOODFIT_USERLAND=root to build in a Debian root instead."
}
