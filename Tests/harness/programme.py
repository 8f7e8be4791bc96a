"""Import files made for tests: venues and sessions of which only what matters is said."""

import csv
import datetime
import io

import requests

from harness.waiting import until

# One on which sign-ups are open, whenever the tests run.
DAY = datetime.date.today() + datetime.timedelta(days=40)

VENUE = {
    "slug": "test-hall", "name": "Test Hall", "address": "1 rue du Test", "postcode": "75001", "city": "Paris",
    "arrondissement": "1", "latitude": "48.86", "longitude": "2.34"}

SESSION = {
    "slug": "test-session", "title_fr": "Séance d'essai", "title_en": "Test session", "summary_fr": "Un essai.",
    "summary_en": "A test.", "format": "workshop", "theme": "care", "host": "Les Essais", "host_legal_form": "association",
    "venue": "test-hall", "room": "Room 1", "starts_at": "10:00", "ends_at": "11:00", "capacity": "10"}


def csv_text(rows, columns=None):
    """The rows as CSV with a header."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns or list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def session(date, **changes):
    """A session on that date; times are given as `10:00`."""
    row = SESSION | changes
    return row | {time: f"{date}T{row[time]}" for time in ("starts_at", "ends_at") if "T" not in row[time]}


def import_rows(demo, folder, kind, rows):
    """Imports rows, checks that it went well and waits until the service, which hears of it by and by, shows the sessions."""
    file = folder / f"{kind}.csv"
    file.write_text(csv_text(rows))
    result = demo.command("import", kind, file)
    assert result.returncode == 0, result.stdout + result.stderr
    if kind == "sessions":
        until(lambda: {told(row) for row in rows} <= shown(demo))


def told(row):
    """What a row of a file says of a session that the API says as well."""
    return row["slug"], row["title_en"].strip(), int(row["capacity"]), row["starts_at"][:16]


def shown(demo):
    """The same of every session that the service shows."""
    sessions = requests.get(f"{demo.url}/api/v1/sessions?lang=en", verify=False).json()["data"]
    return {(one["slug"], one["title"], one["capacity"], one["starts_at"][:16]) for one in sessions}
