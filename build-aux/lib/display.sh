# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# A display for programs that need one and are not for the person's eyes.

# with_display CMD...: runs it on a virtual screen with a session bus, a home and settings of its
# own. Nothing of the person's desktop shines through, so that pictures and tests are the same
# everywhere.
with_display()
(
  private=$(mktemp -d)
  trap 'rm -rf "$private"' EXIT
  mkdir -p "$private"/{home,config/gtk-4.0,data,state,cache}
  mkdir -m 0700 "$private/run"
  # An X server makes this folder itself only when it is root's.
  [ -d /tmp/.X11-unix ] || mkdir -m 1777 /tmp/.X11-unix
  # The toolkit's own choice differs between systems.
  printf '[Settings]\ngtk-font-name=Inter 11\n' >"$private/config/gtk-4.0/settings.ini"
  unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS XAUTHORITY
  HOME=$private/home XDG_CONFIG_HOME=$private/config XDG_DATA_HOME=$private/data \
    XDG_STATE_HOME=$private/state XDG_CACHE_HOME=$private/cache XDG_RUNTIME_DIR=$private/run \
    LANG=C.UTF-8 GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=memory GIO_USE_VFS=local \
    GDK_DEBUG=no-portals ADW_DISABLE_PORTAL=1 LIBGL_ALWAYS_SOFTWARE=1 \
    dbus-run-session -- xvfb-run --auto-servernum \
    --server-args='-screen 0 1400x1000x24 -nolisten tcp -noreset' "$@"
)
