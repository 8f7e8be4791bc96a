"""The checker itself: each kind of damage, done on purpose, must be reported."""

import pytest
from history import Attempt, check, outage

CAPACITIES = {"soin": 2}


def attempt(email, key, status=201, **answer):
    return Attempt(key, "soin", email, 1, answers=[(status, answer)])


def sound():
    """Three people for two places: two confirmed, one waiting; and a fourth who was refused."""
    attempts = [
        attempt("a@example.org", "key-a", outcome="confirmed", reference="A", places=1),
        attempt("b@example.org", "key-b", outcome="confirmed", reference="B", places=1),
        attempt("c@example.org", "key-c", outcome="waiting", reference="C", places=1, position=1),
        attempt("d@example.org", "key-d", 409, title="full"),
    ]
    rows = [
        {"session": "soin", "reference": letter, "email": f"{letter.lower()}@example.org", "places": 1, "status": status}
        for letter, status in [("A", "confirmed"), ("B", "confirmed"), ("C", "waiting")]
    ]
    return attempts, rows


def test_a_sound_history_has_no_problems():
    assert check(*sound(), CAPACITIES) == []


def lose_one(attempts, rows):
    rows.pop(0)


def make_up_an_acknowledgement(attempts, rows):
    attempts.append(attempt("e@example.org", "key-e", outcome="confirmed", reference="E", places=1))


def store_one_twice(attempts, rows):
    rows.append(rows[2] | {"reference": "Z"})


def invent_one(attempts, rows):
    rows.append(rows[2] | {"reference": "Z", "email": "z@example.org"})


def store_a_refused_one(attempts, rows):
    rows.append(rows[2] | {"reference": "D", "email": "d@example.org"})


def demote_one(attempts, rows):
    rows[0]["status"] = "waiting"


def oversell(attempts, rows):
    rows[2]["status"] = "confirmed"


def answer_a_retry_otherwise(attempts, rows):
    attempts[0].answers.append((201, {"outcome": "confirmed", "reference": "Z", "places": 1}))


def leave_one_undecided(attempts, rows):
    attempts.append(Attempt("key-f", "soin", "f@example.org", 1, unknown=3))


@pytest.mark.parametrize("damage, report", [
    (lose_one, "lost"), (make_up_an_acknowledgement, "lost"), (store_one_twice, "doubled"), (invent_one, "invented"),
    (store_a_refused_one, "refused, yet there"), (demote_one, "changed"), (oversell, "oversold"),
    (answer_a_retry_otherwise, "answers differ"), (leave_one_undecided, "undecided"),
])
def test_damage_is_reported(damage, report):
    attempts, rows = sound()
    damage(attempts, rows)
    assert any(problem.startswith(report) for problem in check(attempts, rows, CAPACITIES))


def test_an_outage_is_the_longest_silence():
    attempts = [attempt(f"{moment}@example.org", f"key-{moment}", reference="A") for moment in range(3)]
    for one, moment in zip(attempts, [10.5, 14.0, 14.5]):
        one.ended = moment
    assert outage(attempts, 10.0, 15.0) == 3.5
