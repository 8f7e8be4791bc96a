"""The service and PostgreSQL are killed while people sign up. What they were told must be true afterwards."""

import asyncio
import random

import requests
from history import check, outage
from killer import Killer
from load import Load

from harness.attendees import attendees
from harness.cluster import Cluster


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
    assert demo.stop() == 0
    assert demo.start() < 2
