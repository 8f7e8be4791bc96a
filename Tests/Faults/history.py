"""What the clients were told, and the comparison with what the database holds once everything has recovered."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field


@dataclass
class Attempt:
    """One sign-up request, with one request key, and every answer it got. Without a definite answer its outcome is
    unknown, and it is asked again with the same key."""

    key: str
    session: str
    email: str
    places: int
    answers: list = field(default_factory=list)  # (status, JSON) of each answer that decides
    unknown: int = 0  # times that no answer came, or one that decides nothing (5xx)
    started: float = 0.0
    ended: float = 0.0

    @property
    def body(self):
        return {
            "session": self.session, "name": f"Test {self.email}", "email": self.email, "places": self.places,
            "request_key": self.key}

    @property
    def acknowledged(self):
        return bool(self.answers) and self.answers[0][0] in (200, 201)

    @property
    def made_it(self):
        return bool(self.answers) and self.answers[0][0] == 201


def check(attempts, rows, capacities):
    """Everything that is wrong, as sentences.

    `rows` are the attendees that the API lists, each with its session's slug as `session`; `capacities` are the
    sessions' capacities. The clients never cancel: what was confirmed stays confirmed."""
    problems = []
    by_reference = {row["reference"]: row for row in rows}
    live = defaultdict(list)
    for row in rows:
        live[row["session"], row["email"].lower()].append(row)

    for attempt in attempts:
        who = f"{attempt.email} in {attempt.session} (key {attempt.key})"
        if not attempt.answers:
            problems.append(f"undecided: {who} never got an answer")
            continue
        if any(answer != attempt.answers[0] for answer in attempt.answers):
            problems.append(f"answers differ: {who} was told {attempt.answers}")
        status, answer = attempt.answers[0]
        if status not in (200, 201, 409):
            problems.append(f"strange answer: {who} was told {status} {answer}")
        held = live[attempt.session, attempt.email.lower()]
        if attempt.acknowledged:
            row = by_reference.get(answer.get("reference"))
            if row is None or row not in held:
                problems.append(f"lost: {who} was told {answer}")
            elif status == 201 and (row["status"], row["places"]) != (answer["outcome"], attempt.places):
                problems.append(f"changed: {who} was told {answer}, and the database has {row}")

    attempted = {(attempt.session, attempt.email.lower()) for attempt in attempts}
    refused = {(a.session, a.email.lower()): a.answers[0] for a in attempts if a.answers and not a.acknowledged}
    accepted = {(a.session, a.email.lower()) for a in attempts if a.acknowledged}
    confirmed = Counter()
    for (session, email), held in live.items():
        if len(held) > 1:
            problems.append(f"doubled: {email} holds {len(held)} sign-ups in {session}")
        if held and (session, email) not in attempted:
            problems.append(f"invented: nobody asked for {email} in {session}")
        if held and (session, email) in refused and (session, email) not in accepted:
            problems.append(f"refused, yet there: {email} in {session} was told {refused[session, email]}")
        confirmed[session] += sum(row["places"] for row in held if row["status"] == "confirmed")
    for session, places in confirmed.items():
        if places > capacities[session]:
            problems.append(f"oversold: {places} places confirmed in {session}, which has {capacities[session]}")
    return problems


def outage(attempts, began, ended):
    """The longest time between two acknowledgements from `began` to `ended`."""
    moments = sorted(a.ended for a in attempts if a.made_it and began <= a.ended <= ended)
    return max(after - before for before, after in zip([began, *moments], [*moments, ended]))
