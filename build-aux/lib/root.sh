# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# The Debian root: made once by mmdebstrap, kept in the user's cache, shared by all checkouts, and
# entered with bubblewrap. A root is named after what is in it, so that a changed package list makes a
# new one; it appears under that name only when it is whole.

root_release=trixie
root_arch=$(dpkg --print-architecture 2>/dev/null || uname -m)
roots_dir=${XDG_CACHE_HOME:-$HOME/.cache}/goodfit/roots
root_kib_needed=3500000

root_key()
{
  { echo "$root_release $root_arch"; package_list apt-build apt-test; } | sha256sum | cut -c 1-16
}

# The Debian mirror of the host's own apt, or nothing where it has none (mmdebstrap knows the rest).
host_mirror()
{
  if [ -n "${GOODFIT_MIRROR:-}" ]; then
    echo "$GOODFIT_MIRROR"
  elif command -v apt-get >/dev/null; then
    # shellcheck disable=SC2016
    apt-get indextargets --format '$(ORIGIN) $(COMPONENT) $(REPO_URI)' 'Identifier: Packages' 2>/dev/null |
      awk '$1 == "Debian" && $2 == "main" && $3 !~ /security/ && $3 ~ /^(https?|file|mirror)/ { print $3; exit }'
  fi
}

# The host's proxies, as options for the apt that fills the root.
host_proxy_options()
{
  command -v apt-config >/dev/null || return 0
  apt-config dump --format '%f "%v"%n' Acquire::http::Proxy Acquire::https::Proxy 2>/dev/null |
    awk '$2 != "\"\"" { print "--aptopt=" $0 }'
}

check_user_namespaces()
{
  local error
  error=$(bwrap --ro-bind / / --proc /proc --dev /dev --unshare-pid true 2>&1) && return
  case $error in
    *ENOSPC* | *exceeded*)
      unavailable "this machine has no user namespace left to give; raise it with: sudo sysctl user.max_user_namespaces=15000"
      ;;
    *"uid map"* | *"not permitted"* | *"ermission denied"*)
      if [ "$(cat /proc/sys/kernel/unprivileged_userns_clone 2>/dev/null)" = 0 ]; then
        unavailable "user namespaces are switched off; allow them with: sudo sysctl kernel.unprivileged_userns_clone=1"
      elif [ "$(cat /proc/sys/kernel/apparmor_restrict_unprivileged_userns 2>/dev/null)" = 1 ]; then
        unavailable "AppArmor keeps user namespaces from programs; allow them with: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0"
      fi
      unavailable "user namespaces are forbidden here ($error); in a container, start it with: --security-opt seccomp=unconfined --security-opt systempaths=unconfined --cap-add SYS_ADMIN"
      ;;
    *) unavailable "bubblewrap cannot make its sandbox: $error" ;;
  esac
}

# The tools of the host that make and enter a root.
prepare_root_tools()
{
  local tools=(bubblewrap)
  [ -d "$roots_dir/$(root_key)" ] || tools+=(mmdebstrap debian-archive-keyring)
  if [ ${#tools[@]} -gt 1 ] && [ "$(id -u)" != 0 ]; then
    tools+=(uidmap)
  fi
  [ "$(package_manager)" = apt ] ||
    unavailable "this system has no GTK $gtk_wanted, and the Debian root that stands in for it can be made only where apt is. Use Debian 12 or later, Ubuntu 22.04 or later, or Fedora 42 or later."
  install_packages "The Debian root that stands in for this older system" "${tools[@]}"
  check_user_namespaces
}

# make_root KEY: must be called with the lock held
make_root()
{
  local making="$roots_dir/making" log="$roots_dir/making.log" mirror free packages options
  mirror=$(host_mirror)
  packages=$(package_list apt-build apt-test | paste -sd ,)
  mapfile -t options < <(host_proxy_options)

  remove_tree "$making"      # what a killed run left behind

  free=$(df -Pk "$roots_dir" | awk 'NR == 2 { print $4 }')
  [ "$free" -ge "$root_kib_needed" ] ||
    unavailable "the Debian root needs $((root_kib_needed / 1000)) MB, and $roots_dir has $((free / 1000)) MB left; make room, or set XDG_CACHE_HOME to a larger disk"

  say "making a Debian 13 root in $roots_dir (once, about a minute; 1.3 GB)"
  options+=(--variant=apt "--include=$packages"
    '--dpkgopt=path-exclude=/usr/share/man/*' '--dpkgopt=path-exclude=/usr/share/doc/*'
    '--dpkgopt=path-include=/usr/share/doc/*/copyright')
  if fill_root "$making" "$mirror" "${options[@]}" >"$log" 2>&1 </dev/null; then
    mv -T "$making" "$roots_dir/$1"
    rm -f "$log"
    return
  fi

  remove_tree "$making"
  tail -n 15 "$log" >&2
  case $(cat "$log") in
    *"No space left"*) unavailable "the disk is full; make room on the disks of $roots_dir and ${TMPDIR:-/tmp}, and try again" ;;
    *"Could not resolve"* | *"Could not connect"* | *"Unable to connect"* | *"Failed to fetch"* | *"timed out"*)
      unavailable "Debian's packages could not be fetched from ${mirror:-the Debian mirror}; check the network, or name another mirror in GOODFIT_MIRROR"
      ;;
    *"newuidmap"* | *"subuid"*) unavailable "$(subuid_mend)" ;;
    *) unavailable "the Debian root could not be made; the whole log is $log" ;;
  esac
}

# remove_tree DIR: and never anything of this machine that may be mounted in it
remove_tree()
{
  rm -rf --one-file-system "$1"
}

subuid_mend()
{
  echo "user $(id -un) has no ids of its own to lend to the root; give it some with: sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)"
}

# fill_root DIR MIRROR OPTION...
fill_root()
{
  local dir=$1 mirror=$2
  shift 2
  if [ "$(id -u)" = 0 ]; then
    # In a mount namespace of its own: what mmdebstrap mounts goes with it, however it ends.
    unshare --mount --propagation private \
      mmdebstrap --mode=root "$@" "$root_release" "$dir" ${mirror:+"$mirror"}
  else
    # Through a tar stream: the ids that mmdebstrap lends out cannot enter a private home, and what
    # we unpack ourselves is ours to read and to remove.
    mkdir -p "$dir"
    mmdebstrap --mode=unshare --format=tar "$@" "$root_release" - ${mirror:+"$mirror"} |
      tar --extract --no-same-owner --exclude='./dev/*' --directory "$dir"
    chmod -R u+rwX "$dir"
  fi
}

# Makes the root where it is not there yet; two checkouts that want it at once wait for each other.
# Sets root_dir.
prepare_root()
{
  local key
  prepare_root_tools
  key=$(root_key)
  root_dir=$roots_dir/$key
  [ ! -d "$root_dir" ] || return 0

  if [ "$(id -u)" != 0 ]; then
    grep -q "^\($(id -un)\|$(id -u)\):" /etc/subuid 2>/dev/null || unavailable "$(subuid_mend)"
  fi
  mkdir -p "$roots_dir" || unavailable "$roots_dir cannot be made; set XDG_CACHE_HOME to a folder you may write to"
  (
    flock --nonblock 9 || { say "another run is making the Debian root; waiting for it"; flock 9; }
    [ -d "$root_dir" ] || make_root "$key"
  ) 9>"$roots_dir/lock"
}

# The root's user list with this user in it: dbus-daemon refuses a user that has no name.
root_passwd()
{
  cat "$root_dir/etc/passwd"
  [ "$(id -u)" = 0 ] || echo "$(id -un):x:$(id -u):$(id -g)::$HOME:/bin/bash"
}

root_group()
{
  cat "$root_dir/etc/group"
  [ "$(id -u)" = 0 ] || echo "$(id -gn):x:$(id -g):"
}

# Sets environment to what may pass into the root: the host's paths to programs, libraries and
# modules mean nothing there.
collect_environment()
{
  local name
  environment=(PATH=/usr/sbin:/usr/bin:/sbin:/bin "HOME=$HOME" LANG=C.UTF-8
    "GOODFIT_BUILD=_build-$root_release" "GOODFIT_KEY=$(basename "$root_dir")")
  for name in $(compgen -e); do
    case $name in
      GOODFIT_BUILD | GOODFIT_KEY) ;;
      DISPLAY | WAYLAND_DISPLAY | XAUTHORITY | DBUS_SESSION_BUS_ADDRESS | USER | LOGNAME | TERM | COLORTERM | NO_COLOR | TZ | SOURCE_DATE_EPOCH | \
        XDG_RUNTIME_DIR | XDG_STATE_HOME | XDG_DATA_HOME | XDG_CONFIG_HOME | XDG_CURRENT_DESKTOP | XDG_SESSION_TYPE | \
        GOODFIT_* | GF_* | GTK_A11Y | GTK_DEBUG | GDK_* | GSK_* | ADW_* | G_DEBUG | G_MESSAGES_DEBUG | MESON_TESTTHREADS)
        environment+=("$name=${!name}")
        ;;
    esac
  done
  if [ -z "${TZ:-}" ] && [ -L /etc/localtime ]; then
    environment+=("TZ=$(readlink -f /etc/localtime | sed 's,.*/zoneinfo/,,')")
  fi
}

# enter_root CMD...: runs it in the root, in this folder, as this user. bind_paths names what of the
# host is seen there, at its own place, besides the checkout.
enter_root()
{
  local arguments environment path shared
  arguments=(
    --ro-bind "$root_dir/usr" /usr --ro-bind "$root_dir/etc" /etc --ro-bind "$root_dir/var" /var
    --symlink usr/bin /bin --symlink usr/sbin /sbin --symlink usr/lib /lib
    --proc /proc --dev /dev --dev-bind-try /dev/dri /dev/dri --ro-bind-try /sys /sys
    --tmpfs /run --tmpfs /tmp --perms 1777 --dir /tmp/.X11-unix --dir "$HOME"
    --ro-bind-data 8 /etc/passwd --ro-bind-data 7 /etc/group
    --unshare-pid --die-with-parent)
  [ ! -e "$root_dir/lib64" ] || arguments+=(--symlink usr/lib64 /lib64)

  collect_environment
  for path in "${bind_paths[@]}"; do
    arguments+=(--bind-try "$path" "$path")
  done
  # Data that the tests may read and nobody may change.
  shared=$(realpath -m "$checkout/../shared")
  if [ -d "$shared/data" ]; then
    arguments+=(--ro-bind "$shared" "$shared")
    environment+=("GF_SHARED_DATA=${GF_SHARED_DATA:-$shared/data}")
  fi
  arguments+=(--bind "$checkout" "$checkout" --chdir "$PWD")

  env --ignore-environment "${environment[@]}" bwrap "${arguments[@]}" -- "$@" \
    8< <(root_passwd) 7< <(root_group)
}
