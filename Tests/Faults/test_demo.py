"""A demo that is interrupted while it is made: nothing is left running, and the next start makes it whole."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
import requests

from harness.cluster import Cluster
from harness.program import PROGRAM, Demo, environment, free_port, run
from harness.waiting import until


def at_work_in(folder):
    """The processes whose working directory is below a folder: all of a PostgreSQL's. One without a command line has ended,
    and is only not buried yet."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if os.readlink(process / "cwd").startswith(f"{folder}/"):
                found.append((process / "cmdline").read_text())
        except OSError:
            continue
    return [command for command in found if command]


@pytest.mark.parametrize("seconds", [0.1, 0.3, 0.5, 0.7, 0.9, 1.1, 1.4, 2.0])
def test_told_to_stop_in_its_first_start_it_leaves_no_postgresql(folder, seconds):
    data = folder / f"stopped-{seconds}"
    demo = subprocess.Popen(
        [PROGRAM, "demo", "--data", data, "--port", str(free_port())], env=environment({}), stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True)
    time.sleep(seconds)
    demo.send_signal(signal.SIGTERM)
    output, _ = demo.communicate(timeout=120)
    # In the first moments nothing has been started yet, and nobody heeds the signal.
    assert demo.returncode in (0, -signal.SIGTERM), output
    assert at_work_in(data) == [], output


def test_killed_in_its_first_load_it_has_the_whole_programme_after_the_next_start(folder):
    demo = Demo(folder / "killed", "--empty")
    demo.start()
    cluster = Cluster(demo.data)
    demo.kill()
    # Whoever imports sessions waits for this one.
    holder = subprocess.Popen(
        [cluster.program("psql"), *cluster.options, "-d", "socialday", "-c",
         "begin; lock table app.host; select pg_sleep(60)"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until(lambda: "AccessExclusiveLock" in cluster.psql("socialday", "select mode from pg_locks"))
    demo.arguments.remove("--empty")
    loading = subprocess.Popen([PROGRAM, *demo.arguments], env=environment({}), stdout=subprocess.DEVNULL)
    try:
        until(lambda: cluster.psql("socialday", "select count(*) from pg_locks where not granted") != "0")
    finally:
        loading.kill()
        loading.wait()
        cluster.psql("postgres", """
            select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(60)'""")
        holder.wait()
    demo.start()
    sessions = requests.get(f"{demo.url}/api/v1/sessions", verify=False).json()["data"]
    assert demo.stop() == 0
    assert len(sessions) > 100


def test_its_port_is_its_own_and_its_host_that_of_the_settings(folder):
    demo = Demo(folder / "host", "--empty", settings={"SOCIALDAY_LISTEN": "127.0.0.2:1"})
    demo.is_ready = lambda: "Ready: " in demo.output
    demo.start()
    try:
        address = f"127.0.0.2:{demo.port}"
        headers = {"host": f"localhost:{demo.port}"}
        assert requests.get(f"https://{address}/health/live", headers=headers, verify=False).status_code == 200
    finally:
        demo.stop()


def test_port_0_is_refused(folder):
    result = run("demo", "--data", folder / "zero", "--port", 0)
    assert result.returncode > 0 and "1 to 65535" in result.stderr
