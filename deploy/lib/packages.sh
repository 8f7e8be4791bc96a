# shellcheck shell=bash
# Debian packages: only the missing ones are installed.

# shellcheck disable=SC2034
{
    # The build links against libraries (Package.swift says what for); a demo and the tests start PostgreSQL's server.
    build_packages=(
        libcurl4-openssl-dev libical-dev libpng-dev libpq-dev libqrencode-dev libssl-dev libxlsxwriter-dev pkg-config
        postgresql zlib1g-dev
    )
    # LibreOffice opens the lists as their readers do, OpenSSL's program the encrypted ones; faketime shows another day.
    test_packages=(faketime libreoffice-calc-nogui openssl python3 python3-venv shellcheck)
    # What the service is measured against, and what asks both.
    bench_packages=(nginx-light python3 wrk)
    # Ubuntu's package of that name only leads to a snap.
    grep -qi ubuntu /etc/os-release || test_packages+=(chromium)
}

install_packages() {
    local package missing=()
    for package in "$@"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null) == installed ]] || missing+=("$package")
    done
    if ((${#missing[@]} == 0)); then
        note "packages: all $# are installed"
        return
    fi
    note "installing ${missing[*]}"
    ((EUID == 0)) || command -v sudo > /dev/null || fail \
        "packages must be installed, and you are neither root nor is there sudo." \
        "Run this as root, or have somebody run: apt-get install ${missing[*]}"
    # A third party's list that cannot be read is no reason to stop: what counts is whether the packages are found.
    as_root apt-get update -qq || note "some package lists could not be read; going on with the others"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" \
        > /dev/null || fail \
        "these packages could not be installed: ${missing[*]}" \
        "See apt's message above; to try by hand: apt-get update && apt-get install ${missing[*]}"
}

as_root() {
    if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}
