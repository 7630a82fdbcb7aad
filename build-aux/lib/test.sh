# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# The tests: all of them on a plain build, then those in C once more under the sanitizers.

# run_tests [NAME...]
run_tests()
{
  local status=0 plain=$build sanitized=$build-asan

  if build_all "$plain"; then
    run_meson_test "$plain" "$@" || status=1
  else
    # What cannot be built is one failure, told last.
    say "the plain build failed"
    rm -f "$plain/meson-logs/testlog.json"
    status=1
  fi

  if build_all "$sanitized" -Db_sanitize=address,undefined -Db_lundef=false; then
    run_under_sanitizers "$sanitized" "$@" || status=1
  else
    say "the build with sanitizers failed"
    rm -f "$sanitized/meson-logs/testlog.json"
    status=1
  fi

  python3 "$build_aux/count-tests.py" \
    "$plain/meson-logs/testlog.json" "$sanitized/meson-logs/testlog.json" || status=1
  return "$status"
}

# run_meson_test DIR ARGUMENT...
run_meson_test()
{
  local dir=$1
  shift
  rm -f "$dir/meson-logs/testlog.json"
  with_display meson test -C "$dir" --no-rebuild --print-errorlogs "$@" </dev/null
}

run_under_sanitizers()
{
  local dir=$1
  shift
  [ $# -gt 0 ] || set -- --suite unit --suite ui
  # Leaks of fontconfig and Mesa are theirs; without OpenGL Mesa is not even loaded.
  ASAN_OPTIONS=abort_on_error=1:detect_stack_use_after_return=1 \
    UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1:abort_on_error=1 \
    LSAN_OPTIONS=suppressions=$build_aux/lsan.supp:print_suppressions=0 \
    GDK_DISABLE=gl,vulkan \
    run_meson_test "$dir" --timeout-multiplier 4 "$@"
}
