"""One measurement each: wrk against a service, pgbench against the database."""

import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass
class Measure:
    """What one run of a load generator saw. Latencies are in milliseconds; wrk knows them, pgbench only the mean."""

    per_second: float
    count: int
    p50: float = 0
    p95: float = 0
    p99: float = 0


class Failed(Exception):
    """A measurement that does not count: something went wrong in it."""


def wrk(url, script, arguments, connections, seconds):
    """Runs wrk, which must not see a single error."""
    threads = min(2, connections)
    output = command(
        ["wrk", "-t", threads, "-c", connections, "-d", f"{seconds}s", "--timeout", "10s", "-s", HERE / script, url, "--",
         *arguments], seconds)
    seen = json.loads(output.strip().splitlines()[-1])
    if seen["refused"] or seen["broken"] or not seen["requests"]:
        raise Failed(f"wrk saw errors from {url}: {seen}")
    return Measure(
        seen["requests"] / seen["microseconds"] * 1e6, seen["requests"],
        *[seen[name] / 1000 for name in ("p50", "p95", "p99")])


def pgbench(cluster, database, options, clients, seconds):
    """Runs pgbench without a failed transaction."""
    output = command(
        [cluster.program("pgbench"), *cluster.options, "-n", "-M", "prepared", "-c", clients, "-j", min(2, clients),
         "-T", seconds, *options, database], seconds)
    count = int(re.search(r"actually processed: (\d+)", output)[1])
    failed = re.search(r"failed transactions: (\d+)", output)
    if failed and int(failed[1]):
        raise Failed(f"pgbench saw failed transactions:\n{output}")
    return Measure(float(re.search(r"tps = ([0-9.]+)", output)[1]), count)


def command(arguments, seconds):
    """Runs a load generator, which has a minute more than it should need."""
    result = subprocess.run(list(map(str, arguments)), capture_output=True, text=True, timeout=seconds + 60)
    if result.returncode != 0:
        raise Failed(f"{Path(str(arguments[0])).name} failed:\n{result.stdout}{result.stderr}")
    return result.stdout


def peak_memory(pid):
    """The most memory a process ever had, in MiB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024
