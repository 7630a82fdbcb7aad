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
    exec "$build/src/app/goodfit" "${1:-$own_sample}"
  fi
  run_without_display "$@"
}

# make_sample PROJECT: the DataGlyph project, anew: with all its steps filled in where the build has
# made it so, else from its customers
make_sample()
{
  local built=$GF_SAMPLE_DIR/dataglyph.goodfit
  if [ -f "$built" ]; then
    install -D -m 644 "$built" "$1"
  else
    project_from "$sample_table" "$1" --name DataGlyph --best 'Lifetime value' --best Renewals \
      --best Referrals --share 0.1 --bad Churned=Yes
  fi
}

# project_from TABLE PROJECT [OPTION...]
project_from()
{
  local table=$1 project=$2
  shift 2
  mkdir -p "$(dirname "$project")"
  rm -f "$project"
  # 1 is success with remarks about the table, which have been told.
  goodfit_cli new "$project" --customers "$table" "$@" >&2 || [ $? -eq 1 ]
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
