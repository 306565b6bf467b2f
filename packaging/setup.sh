#!/bin/sh
# Makes this checkout ready to run: system packages, uv, and the locked Python packages in .venv.
# Does only what is missing and says it in one line each; silent and quick when nothing is. PYTHON=… names an interpreter.
set -eu
cd "$(dirname "$0")/.."
PATH="$PATH:$PWD/.tools/bin"

say() { printf 'set-up: %s\n' "$*" >&2; }
stop() { say "$@"; exit 1; }

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

environment_is_current() { cmp -s requirements.lock .venv/installed.lock && new_enough .venv/bin/python; }

find_python() {
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
        if command -v "$name" >/dev/null && new_enough "$name"; then
            command -v "$name"
            return
        fi
    done
    stop "Candour needs Python 3.11 or newer, and none was found. Install one, or name it: PYTHON=/path/to/python3.13"
}

# A library counts as installed under the suffix t64, too, that newer Debian and Ubuntu gave some of them.
missing_libraries() {
    command -v dpkg-query >/dev/null || return 0
    wanted=$(grep -v '^#' packaging/system-packages.txt)
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted $(printf '%st64 ' $wanted) 2>/dev/null |
        sed -n 's/^installed //p')
    for package in $wanted; do
        printf '%s\n' "$installed" | grep -qxE "$package(t64)?" || printf '%s ' "$package"
    done
}

# uv is installed into a virtual environment of its own, which Debian's Python can only make with one more package.
missing_venv() {
    command -v uv >/dev/null || "$1" -c 'import ensurepip, venv' 2>/dev/null ||
        "$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

# Prints what to put before apt-get: nothing for root, sudo where it works or can ask for a password.
right_to_install() {
    command -v apt-get >/dev/null || return
    [ "$(id -u)" = 0 ] && return
    command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; } && echo sudo
}

install_packages() {
    rights=$(right_to_install) ||
        stop "missing, and you may not install them here: $*. Ask for: apt-get install --no-install-recommends $*"
    say "installing system packages${rights:+ with sudo}: $*"
    $rights apt-get update -qq >/dev/null || say "the list of packages could not be renewed; trying the one that is here"
    $rights env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null ||
        stop "that failed. Try it yourself: ${rights:+$rights }apt-get install --no-install-recommends $*"
}

install_uv() {
    say "installing uv into .tools"
    "$1" -m venv --clear .tools
    .tools/bin/python -m pip install --quiet --require-hashes --requirement packaging/uv.txt
}

fill_environment() {
    if ! new_enough .venv/bin/python; then
        say "making .venv with $1"
        rm -rf .venv
        uv venv --quiet --python "$1" .venv
    fi
    say "installing the packages of requirements.lock into .venv"
    rm -f .venv/installed.lock
    uv pip sync --quiet --python .venv/bin/python --require-hashes requirements.lock
    cp requirements.lock .venv/installed.lock
}

missing=$(missing_libraries)
if environment_is_current; then
    [ -z "$missing" ] || install_packages $missing
    exit 0
fi
python=$(find_python)
missing="$missing$(missing_venv "$python")"
[ -z "$missing" ] || install_packages $missing
command -v uv >/dev/null || install_uv "$python"
fill_environment "$python"
