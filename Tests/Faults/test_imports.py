"""Wrong CSV files: every bad line is named with its reason, and nothing is imported."""

import csv
from pathlib import Path

import pytest
import requests

from harness.program import Demo
from harness.programme import DAY, VENUE, csv_text, import_rows, session
from harness.waiting import until


@pytest.fixture(scope="module")
def prepared(folder):
    """An edition with a venue, a room for 20 and one session in it."""
    demo = Demo(folder / "data", "--empty")
    demo.start()
    import_rows(demo, folder, "venues", [VENUE | {"room": "Room 1", "room_capacity": "20"}])
    import_rows(demo, folder, "sessions", [session(DAY)])
    yield demo
    assert demo.stop() == 0


@pytest.fixture
def unchanged(prepared):
    """The programme is the same afterwards."""
    before = state(prepared)
    yield
    assert state(prepared) == before


def state(demo):
    return [requests.get(f"{demo.url}/api/v1/{name}", verify=False).json() for name in ("sessions", "venues")]


GOOD = session(DAY, slug="other", room="Room 2")
HEADER = ",".join(GOOD)

SESSIONS = {
    "a bad header": (csv_text([GOOD]).replace("starts_at", "begins_at"), ["starts_at", "begins_at"]),
    "a column twice": (csv_text([GOOD]).replace("title_en", "title_fr", 1), ["title_fr"]),
    "an empty file": ("", ["empty"]),
    "a header only": (HEADER + "\n", ["header"]),
    "a bad encoding": (csv_text([GOOD]).encode("latin-1"), ["UTF-8"]),
    "bytes that are no text": (b"\x89PNG\r\n\x1a\n\x00\x00", []),
    "an unknown venue": (csv_text([GOOD | {"venue": "nowhere"}]), ["2", "nowhere"]),
    "a room in use": (csv_text([GOOD | {"room": "Room 1"}]), ["2", "Room 1", "test-session"]),
    "two sessions in one room": (csv_text([GOOD, GOOD | {"slug": "third"}]), ["3", "Room 2"]),
    "an end before the start": (csv_text([GOOD | {"ends_at": f"{DAY}T09:00"}]), ["2", "ends_at"]),
    "an end at the start": (csv_text([GOOD | {"ends_at": GOOD["starts_at"]}]), ["2", "ends_at"]),
    "no time": (csv_text([GOOD | {"starts_at": "soon"}]), ["2", "starts_at", "soon"]),
    "a day that isn't the edition's": (csv_text([session("2001-01-01", slug="other", room="Room 2")]), ["2"]),
    "a capacity above the room's": (
        csv_text([GOOD | {"room": "Room 1", "capacity": "21", "starts_at": f"{DAY}T16:00", "ends_at": f"{DAY}T17:00"}]),
        ["2", "21", "20"]),
    "no number": (csv_text([GOOD | {"capacity": "many"}]), ["2", "capacity", "many"]),
    "no places": (csv_text([GOOD | {"capacity": "0"}]), ["2", "capacity"]),
    "an unknown format": (csv_text([GOOD | {"format": "party"}]), ["2", "format", "party", "workshop"]),
    "an unknown theme": (csv_text([GOOD | {"theme": "golf"}]), ["2", "theme", "golf"]),
    "a bad slug": (csv_text([GOOD | {"slug": "Not a slug!"}]), ["2", "slug"]),
    "a slug twice": (csv_text([GOOD, GOOD | {"room": "Room 3"}]), ["3", "other"]),
    "no title": (csv_text([GOOD | {"title_fr": " "}]), ["2", "title_fr"]),
    "too few fields": (HEADER + "\nother,Titre\n", ["2"]),
    "an open quote": (HEADER + '\n"other,Titre\n', ["2"]),
    "a line of 10 MB": (HEADER + "\n" + "x" * 10_000_000 + "\n", ["2"]),
    "control characters": (csv_text([GOOD | {"title_fr": "Titre\x07"}]), ["2", "title_fr"]),
}


@pytest.mark.parametrize("case", SESSIONS)
def test_a_wrong_file_of_sessions(prepared, unchanged, folder, case):
    content, said = SESSIONS[case]
    refuse(prepared, folder, "sessions", content, said)


VENUES = {
    "a bad header": (csv_text([VENUE]).replace("address", "street"), ["address"]),
    "a latitude beyond the pole": (csv_text([VENUE | {"latitude": "95"}]), ["2", "latitude"]),
    "no name": (csv_text([VENUE | {"name": ""}]), ["2", "name"]),
    "every bad line": (csv_text([VENUE | {"slug": "a", "name": ""}, VENUE | {"slug": "b", "latitude": "x"}]), ["2", "3"]),
}


@pytest.mark.parametrize("case", VENUES)
def test_a_wrong_file_of_venues(prepared, unchanged, folder, case):
    content, said = VENUES[case]
    refuse(prepared, folder, "venues", content, said)


def refuse(demo, folder, kind, content, said):
    file = folder / "wrong.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    result = demo.command("import", kind, file)
    message = result.stdout + result.stderr
    assert result.returncode not in (0, -6, -11), message
    assert len(message) < 4000, f"{len(message)} characters of complaint"
    assert "wrong.csv" in message or "line" in message, message
    for part in said:
        assert part in message, message


@pytest.mark.parametrize("kind, name", [("sessions", "missing.csv"), ("venues", ".")])
def test_a_file_that_cannot_be_read(prepared, unchanged, folder, kind, name):
    result = prepared.command("import", kind, folder / name)
    assert result.returncode != 0
    assert name in result.stdout + result.stderr


def test_a_dry_run_changes_nothing(prepared, unchanged, folder):
    file = folder / "dry.csv"
    file.write_text(csv_text([GOOD]))
    result = prepared.command("import", "sessions", file, "--dry-run")
    assert result.returncode == 0, result.stderr


def test_semicolons_a_byte_order_mark_and_windows_line_ends_are_fine(prepared, folder):
    rows = [session(DAY, slug="from-a-spreadsheet", room="Room 9", title_fr="Écouter; aider")]
    text = csv_text(rows).splitlines()
    header = text[0].replace(",", ";")
    line = ";".join(f'"{value}"' for value in rows[0].values())
    file = folder / "semicolons.csv"
    file.write_bytes(b"\xef\xbb\xbf" + f"{header}\r\n{line}\r\n".encode())
    for _ in range(2):  # The second time it is an update.
        result = prepared.command("import", "sessions", file)
        assert result.returncode == 0, result.stdout + result.stderr


def test_all_public_venues_of_paris_are_taken_without_a_complaint(prepared):
    file = Path(__file__).with_name("paris-public-venues.csv")
    with file.open(encoding="utf-8", newline="") as text:
        rows = {row["slug"]: row for row in csv.DictReader(text)}
    assert len(rows) == 574
    for said in ("574 new, 0 known", "0 new, 574 known"):  # The second time they are updates.
        result = prepared.command("import", "venues", file)
        assert result.returncode == 0, result.stdout + result.stderr
        assert (result.stdout, result.stderr) == (f"Imported 574 venues: {said}.\n", "")
    served = lambda: requests.get(f"{prepared.url}/api/v1/venues", verify=False).json()["data"]
    until(lambda: len(served()) >= 575)
    for venue in served():
        if row := rows.get(venue["slug"]):
            assert [venue["name"], venue["address"], venue["postcode"]] == [row["name"], row["address"], row["postcode"]]
            assert (venue["latitude"], venue["longitude"]) == (float(row["latitude"]), float(row["longitude"]))
