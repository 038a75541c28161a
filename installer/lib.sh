# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# What installer/run and tests/run share; sourced, never run. Works on Debian 12 and its relatives.
# shellcheck shell=bash

export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive

# What the programs need to be built and to run.
build_packages=(
  ca-certificates ccache cmake g++ git mold ninja-build pkg-config
  qt6-base-dev qtkeychain-qt6-dev libqt6sql6-sqlite libssl-dev libargon2-dev libboost1.81-dev libboost-json1.81-dev
  libcli11-dev libxcb-screensaver0-dev libzxcvbn-dev libqrencode-dev librsvg2-bin
  libsecret-1-0 qt6-l10n-tools qt6-translations-l10n qt6-wayland fonts-dejavu-core
)
# What the tests need on top.
test_packages=(
  appstream at-spi2-core clang-19 clang-format-19 clang-tidy-19 dbus dbus-x11 desktop-file-utils dpkg-dev file
  fonts-dejavu-core fonts-noto-core gnome-keyring imagemagick libbenchmark-dev libclang-rt-19-dev libsecret-tools libzbar-dev
  lintian man-db mandoc mmdebstrap openbox openssl poppler-utils procps python3 python3-cryptography python3-cryptography-vectors python3-dbusmock
  python3-gi python3-pyatspi sqlite3 trayer universal-ctags util-linux x11-utils xauth xdotool xvfb
)

say() { printf '%s\n' "$*"; }
die() { printf '%s: %s\n' "$program" "$*" >&2; exit 1; }

# Prints the packages of the list that are not installed.
missing_packages() {
  dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null | awk '$2 == "installed" { print $1 }' | sort -u >"$scratch/have"
  printf '%s\n' "$@" | sort -u | comm -23 - "$scratch/have"
}

# Installs what is missing of the list; asks for nothing and is silent when all is there.
install_packages() {
  command -v apt-get >/dev/null && command -v dpkg-query >/dev/null || die "this script installs Debian packages and finds no apt-get"
  scratch=$(mktemp -d) || die "cannot make a temporary folder"
  local missing=() as_root=() log="$scratch/apt.log" ok=1
  mapfile -t missing < <(missing_packages "$@")
  if [ ${#missing[@]} -gt 0 ]; then
    if [ "$(id -u)" -ne 0 ]; then
      command -v sudo >/dev/null || die "run it as root once: ${#missing[@]} packages are missing (${missing[*]})"
      as_root=(sudo)
    fi
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    { "${as_root[@]}" apt-get -q update && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends \
        -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 install "${missing[@]}"; } >"$log" 2>&1 </dev/null || ok=0
    [ $ok -eq 1 ] || die "apt-get could not install what is missing: $(grep -E '^(E|Err)' "$log" | tail -1 || true) (log: $log)"
  fi
  rm -rf "$scratch"
}

# Whether this user can build in the checkout itself.
can_write_as() { runuser -u "$1" -- test -w "$root" -a -x "$root"; }

# The files of the checkout: what git knows and what is new, without what is ignored; without git, everything but build/.
list_files() {
  if git -c safe.directory='*' -C "$root" rev-parse --is-inside-work-tree >/dev/null 2>&1; then
    (cd "$root" && git -c safe.directory='*' ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
      if [ -e "$file" ] || [ -L "$file" ]; then printf '%s\0' "$file"; fi
    done)
  else
    (cd "$root" && find . -path ./build -prune -o \( -type f -o -type l \) -printf '%P\0')
  fi
}

# Brings $2 up to date with the checkout, for user $1: same files, same times (so a build there stays incremental), none too many.
mirror_checkout() {
  local user=$1 target=$2 list
  list=$(mktemp)
  list_files | sort -z >"$list"
  runuser -u "$user" -- mkdir -p "$target" || die "cannot make $target"
  tar -C "$root" --null --no-recursion --format=posix -T "$list" -cf - | runuser -u "$user" -- tar -C "$target" -xf - \
    || die "cannot copy the sources to $target"
  (cd "$target" && find . -path ./build -prune -o \( -type f -o -type l \) -printf '%P\0' | sort -z) | comm -z -13 "$list" - |
    (cd "$target" && xargs -0r rm -f --)
  rm -f "$list"
}

# Chooses as whom the work is done: sets `worker` (a user, empty = as we are).
choose_worker() {
  worker=
  if [ "$(id -u)" -eq 0 ] && [ -n "${SUDO_USER:-}" ] && [ "$SUDO_USER" != root ] && id "$SUDO_USER" >/dev/null 2>&1; then
    worker=$SUDO_USER
  fi
}

# A copy with its builds has gigabytes: it goes when its checkout is gone.
forget_lost_copies() {
  local mark
  for mark in "$1"/*/of; do
    [ ! -e "$mark" ] || [ -d "$(cat "$mark")" ] || runuser -u "$worker" -- rm -rf "${mark%/of}"
  done
}

# Large suites of published vectors stand beside the checkout, not in it; the tests say so when they are absent.
mirror_shared() {
  local shared=$root/../shared target=$1
  [ -d "$shared" ] || return 0
  runuser -u "$worker" -- rm -rf "$target"
  if runuser -u "$worker" -- test -r "$shared/vectors/." -a -x "$shared/vectors/."; then
    runuser -u "$worker" -- ln -s "$(realpath "$shared")" "$target"
  else
    runuser -u "$worker" -- mkdir "$target"
    tar -C "$shared" --mode=u+w -cf - . | runuser -u "$worker" -- tar -C "$target" -xf -
  fi
}

# As root: chooses who tests, and brings a copy of the checkout up to date for that user where the checkout itself will not do. Sets
# `worker`, its `home` and the folder to `work` in.
copy_for_tests() {
  choose_worker
  local copies
  if [ -z "$worker" ]; then
    worker=latchkey-test
    if ! id "$worker" >/dev/null 2>&1; then
      command -v useradd >/dev/null || die "useradd is missing, cannot make the user $worker"
      useradd --system --create-home --home-dir "/var/lib/$worker" --shell /usr/sbin/nologin "$worker" \
        || die "cannot make the user $worker"
      say "Made the user $worker: tests run as this user, because root may do everything"
    fi
  fi
  home=$(getent passwd "$worker" | cut -d: -f6)
  if [ "$worker" != latchkey-test ] && can_write_as "$worker"; then
    work=$root
  else
    copies=$home
    [ "$worker" = latchkey-test ] || copies=$home/.cache/latchkey-tests
    forget_lost_copies "$copies"
    work=$copies/$(printf '%s' "$root" | sha256sum | cut -c1-12)/src
    mirror_checkout "$worker" "$work"
    printf '%s\n' "$root" | runuser -u "$worker" -- tee "$work/../of" >/dev/null
    mirror_shared "$work/../shared"
  fi
}

# Every 25th step, and all that is no step: what compilers say. (Not awk: Debian's holds its input back until there is enough.)
thin_ninja() {
  local line n=0 step='^\[[0-9]+/[0-9]+\] ' noise='^(-- .*|ninja: Entering.*|)$'
  while IFS= read -r line; do
    if [[ $line =~ $step ]]; then
      if (((n += 1) % 25 == 0)); then say "  ${line%% *}"; fi
    elif [[ ! $line =~ $noise ]]; then
      say "$line"
    fi
  done
}

# Runs a build quietly: nothing at all when there is nothing to do, every 25th step otherwise, all of it on a terminal.
build() {
  local dir=$1
  shift
  if [ "$(ninja -C "$dir" -n "$@" 2>/dev/null | tail -1)" = 'ninja: no work to do.' ]; then
    return 0
  fi
  say "Building ${dir#"$root/"}"
  if [ -t 1 ]; then
    ninja -C "$dir" "$@"
  else
    ninja -C "$dir" "$@" | thin_ninja
    return "${PIPESTATUS[0]}"
  fi
}

# Configures a preset unless that was done with the same arguments; ninja looks after later changes of the CMake files itself.
configure() {
  local preset=$1 log stamp
  shift
  log=$root/build/$preset.configure.log stamp=$root/build/$preset/.arguments
  if [ -e "$root/build/$preset/build.ninja" ] && [ "$root/CMakePresets.json" -ot "$stamp" ] && [ "$(cat "$stamp")" = "$*" ]; then
    return 0
  fi
  mkdir -p "$root/build" || return 1
  say "Configuring build/$preset"
  (cd "$root" && cmake --preset "$preset" "$@") >"$log" 2>&1 || { grep -A8 'CMake Error' "$log" || tail -20 "$log"; return 1; }
  printf '%s' "$*" >"$stamp"
}

# The built program of that name in a build folder; fails when there is none.
built_program() {
  local found
  # Not the whole program, which the front of the same name starts.
  found=$(find "$1/src" -path '*/libexec' -prune -o -type f -name "$2" -perm -u+x -print -quit 2>/dev/null)
  [ -n "$found" ] && printf '%s\n' "$found"
}
