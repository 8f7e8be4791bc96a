"""Waiting for what comes about by and by."""

import datetime
import time
import zoneinfo


def until(holds, seconds=60):
    """Waits until `holds()` is true, and returns what it said. The time is an ample one: only a failure takes it."""
    end = time.monotonic() + seconds
    while not (found := holds()):
        assert time.monotonic() < end, f"it did not come about in {seconds} seconds"
        time.sleep(0.05)
    return found


def past_midnight(zone="Europe/Paris", seconds=30):
    """Waits until the next day has begun where that is less than so many seconds away: for what is about one day."""
    now = datetime.datetime.now(zoneinfo.ZoneInfo(zone))
    left = 86_400 - (now.hour * 60 + now.minute) * 60 - now.second
    if left < seconds:
        time.sleep(left)
