"""The service and PostgreSQL are killed while people sign up. What they were told must be true afterwards."""

import asyncio
import contextlib
import os
import random
import signal

import pytest
import requests
from history import Attempt, check, outage
from killer import Killer, processes
from load import Load

from harness.attendees import attendees
from harness.client import SignUpClient
from harness.cluster import Cluster
from harness.waiting import until


def test_no_acknowledged_sign_up_is_lost_or_doubled_by_kills(demo, full, capsys):
    seed = random.SystemRandom().getrandbits(32) if full else 1
    token = demo.token("kill", "sign-ups:write", "attendees:read")
    sessions = requests.get(f"{demo.url}/api/v1/sessions", verify=False).json()["data"]
    # Every fifth, so that capacities are reached and people wait, too.
    load = Load(demo.port, token, [one["slug"] for one in sessions[::5]], seed)
    killer = Killer(demo, Cluster(demo.data), random.Random(seed))

    async def scene():
        writing = asyncio.create_task(load.run())
        await killer.run(60 if full else 25)
        load.stop()
        await writing

    asyncio.run(scene())
    ended = max(attempt.ended for attempt in load.attempts)
    rows = attendees(demo.url, token, sessions)
    problems = check(load.attempts, rows, {one["slug"]: one["capacity"] for one in sessions})

    moments = [moment for moment, _ in killer.kills] + [ended]
    outages = [(what, outage(load.attempts, moment, after)) for (moment, what), after in zip(killer.kills, moments[1:])]
    with capsys.disabled():
        unknown = sum(attempt.unknown > 0 for attempt in load.attempts)
        print(f"\n    seed {seed}: {len(load.attempts)} attempts, {unknown} of unknown outcome at first, {len(rows)} rows;"
              f" silent for at most: {', '.join(f'{what} {seconds:.2f} s' for what, seconds in outages)}")
    assert problems == []
    assert any(attempt.unknown for attempt in load.attempts), "no kill hit anything: the test shows nothing"
    assert all(seconds <= 5 for _, seconds in outages), outages

    # The checker is awake: a sign-up that never was is missed.
    made_up = load.attempts[0].__class__("made-up-key", sessions[0]["slug"], "nobody@example.org", 1)
    made_up.answers.append((201, {"outcome": "confirmed", "reference": "NOT-THERE", "places": 1}))
    assert check([*load.attempts, made_up], rows, {one["slug"]: one["capacity"] for one in sessions}) != []


def test_a_demo_with_data_is_ready_within_two_seconds(demo):
    def starts_in_time():
        assert demo.stop() == 0
        return demo.start() < 2

    # What else runs on the machine makes starts longer.
    if not any(starts_in_time() for _ in range(3)):
        assert os.getloadavg()[0] > os.cpu_count()
        pytest.skip("this machine is too busy to measure anything")


# PostgreSQL tells of a commit before it has written it, and a process that is stopped would have to write it.
TOLD_TOO_EARLY = """
    create function app.tell_too_early() returns trigger language plpgsql as
        'begin perform set_config(''synchronous_commit'', ''off'', true); return null; end';
    create trigger tell_too_early before insert on app.sign_up execute function app.tell_too_early();
    create trigger tell_too_early before update on app.outbox execute function app.tell_too_early()"""


def test_sign_ups_that_are_acknowledged_before_they_are_written_are_found_to_be_lost(demo):
    token = demo.token("too-early", "sign-ups:write", "attendees:read")
    sessions = requests.get(f"{demo.url}/api/v1/sessions", verify=False).json()["data"]
    cluster = Cluster(demo.data)
    cluster.psql("socialday", TOLD_TOO_EARLY)
    postmaster = cluster.postmaster
    children = [(pid, command) for pid, parent, command in processes() if parent == postmaster]
    [writer] = [pid for pid, command in children if "walwriter" in command]
    attempts = [Attempt(f"too-early-{number}", sessions[1]["slug"], f"early-{number}@example.org", 1) for number in range(5)]

    async def sign_up():
        client = SignUpClient(demo.port, token)
        for attempt in attempts:
            attempt.answers.append(await client.sign_up(attempt.body))
        client.close()

    os.kill(writer, signal.SIGSTOP)
    try:
        asyncio.run(sign_up())
    finally:
        for pid in [postmaster, *[pid for pid, _ in children]]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def is_back():
        with contextlib.suppress(OSError, LookupError, ValueError):
            return cluster.postmaster != postmaster and demo.is_ready()

    assert all(attempt.made_it for attempt in attempts)
    until(is_back)
    problems = check(attempts, attendees(demo.url, token, sessions), {one["slug"]: one["capacity"] for one in sessions})
    assert any(problem.startswith("lost") for problem in problems), problems
