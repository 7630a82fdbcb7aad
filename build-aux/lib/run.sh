# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Running Goodfit for a person, with a display or without.

sample_table=$checkout/data/sample/dataglyph-companies.csv
own_sample=$checkout/out/DataGlyph.goodfit

# What the application finds where it is installed, and must be told of in a build folder.
export GSETTINGS_SCHEMA_DIR=$build/data GF_SAMPLE_DIR=$build/data/sample

goodfit_cli()
{
  "$build/src/cli/goodfit-cli" "$@"
}

# take_pictures DIR PROJECT [OPTION...]: of the application's pages, on a virtual display
take_pictures()
{
  local dir=$1 project=$2
  shift 2
  mkdir -p "$dir"
  python3 "$checkout/tests/journey/pictures.py" \
    "$build/src/app/goodfit" "$dir" --project "$project" "$@"
}

# run_goodfit [FILE]
run_goodfit()
{
  build_quietly "$build" || return
  if [ -n "${WAYLAND_DISPLAY:-}${DISPLAY:-}" ]; then
    # A sample that a person has played with is theirs.
    [ $# -gt 0 ] || [ -f "$own_sample" ] || make_sample "$own_sample"
    exec_with_bus "$build/src/app/goodfit" "${1:-$own_sample}"
  fi
  run_without_display "$@"
}

# exec_with_bus CMD...: on the session bus of the desktop, or on one of its own where there is none
exec_with_bus()
{
  if [ -n "${DBUS_SESSION_BUS_ADDRESS:-}" ] || [ -S "${XDG_RUNTIME_DIR:-}/bus" ] ||
    ! command -v dbus-run-session >/dev/null; then
    exec "$@"
  fi
  exec dbus-run-session -- "$@"
}

# make_sample PROJECT: walks all eight steps from the customers of DataGlyph, by the library's own
# operations
make_sample()
{
  mkdir -p "$(dirname "$1")"
  "$GF_SAMPLE_DIR/build-sample" "$sample_table" "$1"
}

# project_from TABLE PROJECT
project_from()
{
  rm -f "$2"
  # 1 is success with remarks about the table, which have been told.
  goodfit_cli new "$2" --customers "$1" >&2 || [ $? -eq 1 ]
}

# The main job, from the customers to the page, with nobody watching.
run_without_display()
{
  local out=${GOODFIT_OUT:-$checkout/out/run} file=${1:-$sample_table} project
  say "there is no display here; doing the main job without one"
  mkdir -p "$out"
  project=$out/icp.goodfit
  case $file in
    *.goodfit) cp "$file" "$project" ;;
    "$sample_table") make_sample "$project" ;;
    *) project_from "$file" "$project" ;;
  esac
  goodfit_cli mine "$project" || [ $? -eq 1 ] || return
  goodfit_cli export "$project" -o "$out/icp.pdf" || return
  goodfit_cli export "$project" -o "$out/icp.png" || return
  take_pictures "$out/pictures" "$project" --look light --look dark --look narrow ||
    say "the application complained while its pictures were taken (above)"
  say "the page is $out/icp.pdf and $out/icp.png; pictures of the application are in $out/pictures"
}
