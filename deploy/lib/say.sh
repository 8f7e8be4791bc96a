# shellcheck shell=bash
# What the scripts tell the person who runs them.

step() { printf '\n==> %s\n' "$*"; }
note() { printf '    %s\n' "$*"; }

# fail WHAT CURE…: says what is missing and what to do about it, and ends the script.
fail() {
    printf '\nerror: %s\n' "$1" >&2
    shift
    local cure
    for cure in "$@"; do printf '       %s\n' "$cure" >&2; done
    exit 1
}
