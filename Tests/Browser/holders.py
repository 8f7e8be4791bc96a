"""Those who hold a ticket."""

import itertools

import pytest
from forms import RawForm

ADDRESSES = (f"ticket-{number}@example.org" for number in itertools.count())


@pytest.fixture
def holder(demo, tickets, test_sessions):
    """Signs an address up for a session; its ticket's address."""

    def sign_up(slug, places=1, name="Ada Lovelace", email=None):
        email = email or next(ADDRESSES)
        answer = RawForm(demo.url, slug).send(email=email, places=str(places), name=name)
        assert answer.status_code == 200, answer.text
        return Ticket(f"{demo.url}/en/tickets/{tickets.ticket(email, slug)}", email)

    return sign_up


class Ticket(str):
    """A ticket's address, with the address that signed up."""

    def __new__(cls, url, email):
        ticket = super().__new__(cls, url)
        ticket.email = email
        return ticket


def row_of(ticket, rows):
    return next((row for row in rows if row["email"] == ticket.email), None)
