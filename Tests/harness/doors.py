"""Sessions that are on now, with people who hold places, wait, or have cancelled: what a door has to do with."""

import uuid

import requests

from harness.cluster import Cluster
from harness.programme import VENUE, import_rows, session
from harness.tickets import DOOR, Tickets

HALL = VENUE | {"slug": "door-hall", "name": "Salle des fêtes"}
PEOPLE = [
    # email, name, places, needs, session
    ("ada@door.example", "Ada Lovelace", 1, None, "door-talk"),
    ("bea@door.example", "Béatrice Ébène", 3, ["wheelchair", "seat"], "door-talk"),
    ("cleo@door.example", "Cléo Attend", 4, None, "door-talk"),
    ("dora@door.example", "Dora Partie", 1, None, "door-talk"),
    ("eve@door.example", "Ève Ailleurs", 1, None, "door-visit"),
]


class Doors:
    """A venue of a demo with two rooms, where a talk and a visit are about to start."""

    def __init__(self, demo, folder):
        self.demo, self.cluster, self.tickets = demo, Cluster(demo.data), Tickets(demo)
        self.token = demo.token("doors", "check-ins:write", "capacity:read", "sign-ups:write")
        date = requests.get(f"{demo.url}/api/v1/sessions", verify=False).json()["data"][0]["starts_at"][:10]
        import_rows(demo, folder, "venues", [HALL])
        import_rows(demo, folder, "sessions", [
            session(date, slug="door-talk", venue="door-hall", room="Grande salle", capacity="6",
                    title_fr="Parler du temps", title_en="Talking of time"),
            session(date, slug="door-visit", venue="door-hall", room="Petite salle", capacity="6",
                    title_fr="Visiter l'atelier", title_en="Visiting the workshop")])
        self.references = {}
        for email, name, places, needs, slug in PEOPLE:
            self.sign_up(email, name, places, needs, slug)
        gone = self.references["dora@door.example"]
        answer = self.call("DELETE", f"/sign-ups/{gone}")
        assert answer.status_code == 204, answer.text
        self.start(minutes=2)

    def call(self, method, path, body=None):
        return requests.request(
            method, f"{self.demo.url}/api/v1{path}", json=body, verify=False,
            headers={"authorization": f"Bearer {self.token}"})

    def sign_up(self, email, name, places=1, needs=None, slug="door-talk"):
        body = {"session": slug, "name": name, "email": email, "places": places, "request_key": uuid.uuid4().hex}
        answer = self.call("POST", "/sign-ups", body | ({"needs": needs} if needs else {}))
        assert answer.status_code == 201, answer.text
        self.references[email] = answer.json()["reference"]
        return answer.json()

    def start(self, minutes):
        """Moves both sessions to so many minutes from now, and the doors that are open to that day: it may be midnight."""
        self.cluster.psql("socialday", f"""
            update app.session set starts_at = now() + interval '{minutes} minutes',
                ends_at = now() + interval '{minutes + 90} minutes'
            where slug in ('door-talk', 'door-visit');
            update app.door_link set day = ((now() + interval '{minutes} minutes') at time zone 'Europe/Paris')::date
            where ended_at is null""")

    @property
    def day(self):
        return self.cluster.psql(
            "socialday",
            "select (starts_at at time zone 'Europe/Paris')::date from app.session where slug = 'door-talk'")

    def code(self, email, slug="door-talk"):
        """The address in the code on somebody's ticket."""
        return f"{self.demo.url}/fr/tickets/{self.tickets.ticket(email, slug, DOOR)}"

    def check_in(self, ticket, slug="door-talk", direction="in", **members):
        """One check-in by the API: its status and JSON."""
        body = {"session": slug, "direction": direction, "request_key": uuid.uuid4().hex} | members
        answer = self.call("POST", "/check-ins", body | ({"ticket": ticket} if ticket else {}))
        return answer.status_code, answer.json()

    def counts(self, slug="door-talk"):
        """What the API says of the venue's session."""
        answer = self.call("GET", "/venues/door-hall/capacity")
        assert answer.status_code == 200, answer.text
        return next(row for row in answer.json()["data"] if row["session"] == slug)

    def clear(self):
        """Nobody has come yet."""
        self.cluster.psql("socialday", """
            truncate app.check_in, app.presence;
            update app.room set capacity = 6 where name = 'Grande salle';
            update app.door_tally set arrived = 0, inside = 0, walk_ins = 0, walk_ins_inside = 0, flagged = 0""")
