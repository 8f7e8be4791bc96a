"""Waiting for what comes about by and by."""

import time


def until(holds, seconds=60):
    """Waits until `holds()` is true, and returns what it said. The time is an ample one: only a failure takes it."""
    end = time.monotonic() + seconds
    while not (found := holds()):
        assert time.monotonic() < end, f"it did not come about in {seconds} seconds"
        time.sleep(0.05)
    return found
