# shellcheck shell=bash
# What the machine must have before anything is installed or built.

require_debian() {
    command -v apt-get > /dev/null || fail \
        "this script installs packages with apt, and this machine has none." \
        "Use Debian 12 or newer, or Ubuntu 24.04 or newer."
}

require_swift() {
    local needed=6.2 found
    command -v swift > /dev/null || fail \
        "the Swift toolchain is missing (swift $needed or newer)." \
        "Install it as https://www.swift.org/install/linux/ says, put its usr/bin on the PATH, and run this again."
    found=$(swift --version 2> /dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1) || true
    [[ -n $found ]] || fail \
        "'swift --version' does not work: the toolchain is incomplete." \
        "Run 'swift --version' to see why; https://www.swift.org/install/linux/ lists the packages it needs."
    [[ $(printf '%s\n' "$needed" "$found" | sort -V | head -n 1) == "$needed" ]] || fail \
        "Swift $found is too old: $needed or newer is needed." \
        "Install a newer one as https://www.swift.org/install/linux/ says, and run this again."
    note "Swift $found"
}

# require_disk FOLDER GIBIBYTES: room for the build, counting what an earlier build already takes.
require_disk() {
    local folder=$1 needed=$2 free built=0
    free=$(df --output=avail -k "$folder" | tail -n 1)
    [[ -d $folder/.build ]] && built=$(du -sk "$folder/.build" 2> /dev/null | cut -f 1) || true
    (((free + built) / 1048576 >= needed)) || fail \
        "not enough disk: the build needs $needed GiB, $((free / 1048576)) GiB are free at $folder." \
        "Free some space there, or move this folder to a larger disk."
}

# require_port PORT: nobody else listens there. Asked before the long build.
require_port() {
    local port=$1
    if ! [[ $port =~ ^[1-9][0-9]{0,4}$ ]] || ((port > 65535)); then
        fail "'$port' is not a port." "Give a number from 1 to 65535, such as --port 8443."
    fi
    if (exec 3<> "/dev/tcp/localhost/$port") 2> /dev/null; then
        fail "port $port is taken by another program." \
            "Stop that program ('ss -ltnp sport = :$port' names it), or choose another port: --port $((port + 1))."
    fi
}

# require_postgres: the server's programs are there, and new enough.
require_postgres() {
    local folder version
    folder=$(postgres_programs) || fail \
        "PostgreSQL's server programs are not where Debian puts them (/usr/lib/postgresql)." \
        "Reinstall the package: apt-get install --reinstall postgresql"
    version=$("$folder/postgres" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
    ((version >= 15)) || fail \
        "PostgreSQL $version is too old: 15 or newer is needed." \
        "https://www.postgresql.org/download/linux/ has newer packages for this system."
    note "PostgreSQL $version"
}

# postgres_programs: the folder with initdb and postgres of the newest version installed.
postgres_programs() {
    local programs
    programs=$(find /usr/lib/postgresql -mindepth 3 -maxdepth 3 -name initdb 2> /dev/null | sort -V | tail -n 1)
    [[ -n $programs ]] && dirname "$programs"
}
