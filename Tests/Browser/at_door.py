"""A steward at the door of a session that is about to start: what the tests of doors share."""

import pytest
from forms import PHONE

from harness.doors import Doors
from harness.staff import staff_page

DOOR = "/staff/door/sessions/door-talk"


@pytest.fixture(scope="module")
def doors(demo, folder):
    return Doors(demo, folder)


@pytest.fixture
def fresh(doors):
    """The doors before anybody came, as the sessions are about to start."""
    doors.clear()
    doors.start(minutes=2)
    return doors


@pytest.fixture
def steward(fresh, demo, visit):
    """Opens the talk's door on a steward's phone."""

    def open_door(path=DOOR, **options):
        page = visit(viewport=PHONE, locale="fr-FR", **options)
        staff_page(page, demo, "steward", venue="door-hall", day=fresh.day)
        page.goto(demo.url + path)
        return page

    return open_door


def scan(page, text):
    """A hand scanner types the code, and Enter."""
    page.fill("#ticket", text)
    page.press("#ticket", "Enter")


def said(page, where=".outcome-card"):
    """What stands there, without the printer's spaces and apostrophes."""
    return page.inner_text(where).replace("\xa0", " ").replace("\u202f", " ").replace("’", "'")


def kind(page):
    return page.get_attribute(".outcome-card", "data-kind")
