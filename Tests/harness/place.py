"""Where the tests put what they make."""

import os
import shutil
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")


def new_folder(name):
    """A folder that PostgreSQL's unprivileged user can enter, gone after `cleanup`.

    In memory where there is plenty: PostgreSQL waits for the disk at each commit, which no test is about."""
    folder = tempfile.TemporaryDirectory(prefix=f"socialday-{name}-", dir=MEMORY if _has_plenty() else None)
    os.chmod(folder.name, 0o755)
    return folder


def _has_plenty(gibibytes=6):
    try:
        lines = Path("/proc/meminfo").read_text().splitlines()
        available = next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable"))
        return min(available, shutil.disk_usage(MEMORY).free) > gibibytes << 30
    except OSError:
        return False
