# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by installer/run, tests/run and tests/clean-root (sourced by bash, never run). Sets LK_ROOT, the checkout.
# Needs nothing that a minimal Debian 12 lacks: bash, coreutils, util-linux, dpkg, apt, awk.

set -euo pipefail
export LC_ALL=C.UTF-8
LK_ROOT=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)

# What compiling needs.
LK_BUILD_PACKAGES=(
    ca-certificates ccache cmake g++ git libargon2-dev libboost-json1.81-dev libboost1.81-dev libcli11-dev libqrencode-dev
    libqt6sql6-sqlite libssl-dev libzxcvbn-dev mold ninja-build pkg-config qt6-base-dev qtkeychain-qt6-dev
)
# What a window needs besides: Qt brings its own xcb libraries, but neither a font nor an OpenGL dispatcher.
LK_DESKTOP_PACKAGES=(fonts-dejavu-core libgl1)
# What the tests need besides.
LK_TEST_PACKAGES=(
    at-spi2-core clang-19 clang-format-19 clang-tidy-19 dbus dbus-x11 fonts-noto-core gnome-keyring imagemagick
    libbenchmark-dev libclang-rt-19-dev libsecret-tools openbox openssl procps python3 python3-cryptography
    python3-cryptography-vectors python3-dbusmock python3-pyatspi rsync sqlite3 trayer universal-ctags util-linux x11-utils
    xauth xdotool xvfb
)

say() { printf '%s\n' "$*"; }
# The one clear line of a failure.
die() {
    printf '%s: %s\n' "${LK_NAME:-latchkey}" "$*" >&2
    exit 1
}

# True for the root that nobody became through sudo: then there is no calling user to go back to.
is_plain_root() { [[ $EUID -eq 0 && (-z ${SUDO_USER:-} || ${SUDO_USER:-} == root) ]]; }
is_sudo_root() { [[ $EUID -eq 0 && -n ${SUDO_USER:-} && $SUDO_USER != root ]]; }

# ensure_packages NAME...: installs what is missing, says nothing when nothing is.
ensure_packages() {
    command -v dpkg-query >/dev/null || die "needs Debian 12 (or a relative): there is no dpkg here"
    local missing=() package
    local have
    have=$(dpkg-query -W -f='${db:Status-Abbrev} ${Package}\n' "$@" 2>/dev/null | awk '$1 == "ii" { print $2 }') || true
    for package in "$@"; do
        grep -qxF -- "$package" <<<"$have" || missing+=("$package")
    done
    [[ ${#missing[@]} -eq 0 ]] && return 0

    local as_root=()
    if [[ $EUID -ne 0 ]]; then
        command -v sudo >/dev/null || die "missing packages, and neither root nor sudo to install them: ${missing[*]}"
        as_root=(sudo)
    fi
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    local log
    log=$(mktemp)
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300
        -o Acquire::Retries=3)
    # A stale package list is the usual reason why a package cannot be fetched.
    "${apt[@]}" update >"$log" 2>&1 </dev/null || die "apt-get update failed: $(last_error "$log")"
    "${apt[@]}" install --no-install-recommends "${missing[@]}" >"$log" 2>&1 </dev/null \
        || die "apt-get install failed: $(last_error "$log")"
    rm -f "$log"
}

last_error() { grep -E '^(E|Err):?' "$1" | tail -n 1 | grep . || tail -n 1 "$1"; }

# run_as_caller COMMAND...: under sudo everything but apt is done by the user who called.
as_caller() {
    if is_sudo_root; then
        local home uid
        home=$(getent passwd "$SUDO_USER" | cut -d: -f6)
        uid=$(id -u "$SUDO_USER")
        local runtime=/run/user/$uid
        [[ -d $runtime ]] || runtime=
        # SUDO_* must go, or the second start would try to step down again.
        runuser -u "$SUDO_USER" -- env -u SUDO_USER -u SUDO_UID -u SUDO_GID -u SUDO_COMMAND HOME="$home" USER="$SUDO_USER" \
            LOGNAME="$SUDO_USER" ${runtime:+XDG_RUNTIME_DIR="$runtime"} "$@"
    else
        "$@"
    fi
}

# configure PRESET [CMAKE ARGUMENT...]: only when the tree is new or the arguments changed; ninja sees to the rest.
configure() {
    local preset=$1 tree=$LK_ROOT/build/$1 arguments="$*"
    [[ -f $tree/build.ninja && -f $tree/.configured && $(<"$tree/.configured") == "$arguments" ]] && return 0
    mkdir -p "$tree" 2>/dev/null && [[ -w $tree ]] || die "$tree cannot be written by $(id -un): remove it, or become its owner"
    say "Configuring build/$preset"
    if ! (cd "$LK_ROOT" && cmake --preset "$@") >"$tree/configure.log" 2>&1; then
        grep -A12 'CMake Error' "$tree/configure.log" >&2 || tail -n 20 "$tree/configure.log" >&2
        die "configuring build/$preset failed (log: build/$preset/configure.log)"
    fi
    printf '%s' "$arguments" >"$tree/.configured"
}

# build_tree PRESET [TARGET...]: silent when there is nothing to do.
build_tree() {
    local preset=$1 tree=$LK_ROOT/build/$1
    shift
    [[ -w $tree ]] || die "$tree cannot be written by $(id -un): remove it, or become its owner"
    ninja -C "$tree" -n "$@" 2>/dev/null | grep -q 'no work to do' && return 0
    say "Building build/$preset${*:+ ($*)}"
    if [[ -t 1 ]]; then
        ninja -C "$tree" -j "$(jobs_here)" "$@" || die "building build/$preset failed"
    else
        NINJA_STATUS='[%f/%t] ' ninja -C "$tree" -j "$(jobs_here)" "$@" | thin_out || die "building build/$preset failed"
    fi
}

# Every tenth part of ninja's progress, and everything that is not progress.
thin_out() {
    awk '/^ninja: (Entering|no work)/ { next }
         match($0, /^\[[0-9]+\/[0-9]+\] /) {
             split(substr($0, 2, RLENGTH - 3), n, "/"); part = int(n[1] * 10 / n[2])
             if (part != last || /^\[[0-9]+\/[0-9]+\] .*FAILED/) { print "  " n[1] " of " n[2]; fflush(); last = part }
             next
         }
         { print; fflush() }'
}

# One compiler per core, but no more than the memory carries: a unit of Boost.Beast or of sanitized Qt takes about 1 GB.
jobs_here() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable/ { print int($2 / 1048576) }' /proc/meminfo 2>/dev/null || echo "$cores")
    ((memory < 1)) && memory=1
    echo $((cores < memory ? cores : memory))
}
