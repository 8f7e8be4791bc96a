"""The judge of a rush: it must see what it is there to see."""

import pytest
from rush import judge


def sound():
    """Three people one after another at a session of two places."""
    results = [
        (moment, moment + 0.5, f"{moment}@example.org", 201,
         {"outcome": "confirmed"} if moment < 2 else {"outcome": "waiting", "position": 1})
        for moment in range(3)]
    rows = [(f"{moment}@example.org", "confirmed" if moment < 2 else "waiting", moment + 1, 100.0 + moment)
            for moment in range(3)]
    return results, rows


def test_a_sound_rush_has_no_problems():
    assert judge(*sound(), 2, 3) == []


def oversell(results, rows):
    rows[2] = (rows[2][0], "confirmed", *rows[2][2:])


def lose_one(results, rows):
    rows.pop()


def fail_once(results, rows):
    results[0] = (*results[0][:3], 503, {})


def swap_the_queue(results, rows):
    rows[1], rows[2] = (*rows[1][:2], 3, rows[1][3]), (*rows[2][:2], 2, rows[2][3])


def commit_in_another_order(results, rows):
    rows[0] = (*rows[0][:3], 101.5)


def tell_a_wrong_position(results, rows):
    results[2][4]["position"] = 2


@pytest.mark.parametrize("damage, report", [
    (oversell, "3 are confirmed"), (lose_one, "2 sign-ups came"), (fail_once, "were not made"),
    (swap_the_queue, "asked after"), (commit_in_another_order, "order of the commits"),
    (tell_a_wrong_position, "was told")])
def test_damage_is_reported(damage, report):
    results, rows = sound()
    damage(results, rows)
    assert any(report in problem for problem in judge(results, rows, 2, 3))
