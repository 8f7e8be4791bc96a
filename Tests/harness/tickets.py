"""The secrets that the program derives for its mails and codes, derived here from the demo's secret file."""

import base64
import hashlib
import hmac
import struct
import time

from harness.cluster import Cluster

MANAGE, DOOR = 1, 2


class Tickets:
    """Tickets and links of a demo, by the address that signed up."""

    def __init__(self, demo):
        self.key = (demo.data / "secret").read_bytes()
        self.cluster = Cluster(demo.data)

    def sign_up(self, email, slug):
        """The number of the latest sign-up and the version of its secrets."""
        row = self.rows(f"""
            select u.id, u.secret_version from app.sign_up u
            join app.attendee a on a.id = u.attendee_id join app.session s on s.id = u.session_id
            where a.email = '{email}' and s.slug = '{slug}' order by u.id desc limit 1""")
        return tuple(int(column) for column in row[0])

    def ticket(self, email, slug, purpose=MANAGE):
        """The token of an address's ticket for a session."""
        return self.token(*self.sign_up(email, slug), purpose)

    def token(self, sign_up, version, purpose=MANAGE):
        head = struct.pack(">Bq", purpose, sign_up)
        return encode(head + self._code(b"ticket", head + struct.pack(">q", version)))

    def address_link(self, email, lasts=900):
        """The token of a link to everything under an address, good for so many seconds."""
        [[attendee]] = self.rows(f"select id from app.attendee where email = '{email}'")
        head = struct.pack(">qq", int(attendee), int(time.time()) + lasts)
        return encode(head + self._code(b"address link", head))

    def rows(self, statement):
        answer = self.cluster.psql("socialday", statement)
        return [line.split("\t") for line in answer.splitlines()]

    def _code(self, label, message):
        return hmac.new(self.key, label + b"\0" + message, hashlib.sha256).digest()[:16]


def encode(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")
