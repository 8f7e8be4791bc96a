"""Many people want the same session at the same moment."""

import asyncio
import time

from harness.client import SignUpClient


async def rush(ports, token, slug, attempts, connections):
    """Signs up `attempts` people over so many connections, spread over the ports.

    Returns (started, ended, email, status, JSON) of each, times in seconds."""
    numbers = iter(range(attempts))
    results = []

    async def write(port):
        client = SignUpClient(port, token, timeout=60)
        for number in numbers:
            email = f"rush-{number}@example.org"
            body = {"session": slug, "name": f"Rush {number}", "email": email, "request_key": f"rush-{number:06}"}
            started = time.monotonic()
            status, answer = await client.sign_up(body)
            results.append((started, time.monotonic(), email, status, answer))
        client.close()

    await asyncio.gather(*[write(ports[one % len(ports)]) for one in range(connections)])
    return results


def judge(results, rows, capacity, attempts):
    """What is wrong after a rush of single places at one session, as sentences. `rows` are (email, status, queue
    number, moment of the commit) from the database."""
    problems = []
    if errors := [result for result in results if result[3] != 201]:
        problems.append(f"{len(errors)} attempts were not made, such as {errors[0][3:]}")
    confirmed = [row for row in rows if row[1] == "confirmed"]
    waiting = sorted((row for row in rows if row[1] == "waiting"), key=lambda row: row[2])
    if len(confirmed) != capacity:
        problems.append(f"{len(confirmed)} are confirmed, and there are {capacity} places")
    if len(confirmed) + len(waiting) != attempts or len({row[0] for row in rows}) != attempts:
        problems.append(f"{len(rows)} sign-ups came of {attempts} attempts")
    queue = [row[2] for row in rows]
    if len(set(queue)) != len(queue):
        problems.append("queue numbers are given twice")
    if confirmed and waiting and max(row[2] for row in confirmed) > waiting[0][2]:
        problems.append("somebody waits behind a later one who has a place")
    by_queue = sorted(rows, key=lambda row: row[2])
    if any(before[3] > after[3] for before, after in zip(by_queue, by_queue[1:])):
        problems.append("the queue is not in the order of the commits")

    told = {email: answer for _, _, email, status, answer in results if status == 201}
    for position, (email, *_) in enumerate(waiting, start=1):
        if told.get(email, {}).get("position") != position:
            problems.append(f"{email} is number {position} and was told {told.get(email)}")
            break
    problems += overtaken(results, {row[0]: row[2] for row in rows})
    return problems


def overtaken(results, queue):
    """Whoever had an answer before another one asked stands before them in the queue."""
    known = [result for result in results if result[2] in queue]
    answered = sorted(known, key=lambda result: result[1])
    highest, index = 0, 0
    for started, _, email, *_ in sorted(known):
        while index < len(answered) and answered[index][1] < started:
            highest = max(highest, queue[answered[index][2]])
            index += 1
        if queue[email] < highest:
            return [f"{email} asked after somebody had been answered, and stands before them"]
    return []
