"""Sign-ups and pages against references measured in the same minutes: `deploy/bench` runs this."""

import argparse
import datetime
import os
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median

import searchable
from boards import Boards
from exports import Exports
from measure import HERE, Failed, peak_memory, pgbench, wrk
from nginx import Nginx
from report import lines, table

from harness.cluster import Cluster
from harness.program import Demo
from harness.programme import VENUE, import_rows, session
from harness.tickets import DOOR, Tickets

SESSIONS, CONNECTIONS, MEMORY, SCREENS, TICKETS = 200, 256, 150, 200, 40_000


def main():
    parser = argparse.ArgumentParser(prog="deploy/bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="rounds of all measurements (default 5)")
    parser.add_argument("--seconds", type=int, default=6, help="seconds of each measurement (default 6)")
    options = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="socialday-bench-")))
        os.chmod(folder, 0o755)
        bench = Bench(folder, stack)
        print("    warming up", flush=True)
        bench.round(0, 2)
        rounds = []
        for number in range(1, options.rounds + 1):
            rounds.append(bench.round(number, options.seconds))
            line = ", ".join(f"{name} {seen.per_second:,.0f}" for name, seen in rounds[-1].items())
            print(f"    round {number} of {options.rounds}: {line}", flush=True)
        print(f"\nlongest wait of one of 200 boards for news at {median(bench.calm):,.0f} sign-ups a second:"
              f" {max(bench.gaps):.2f} s (wanted: below 1)")
        print("\n" + table(rounds, peak_memory(bench.demo.process.pid), MEMORY))
        print("    attendee lists", flush=True)
        print("\n" + lines(Exports(folder, stack).measure(options.seconds)))


class Bench:
    """A demo with 200 roomy sessions, pgbench's own tables beside it, nginx with the programme page, and
    another demo with 5,000 sessions to search in."""

    def __init__(self, folder, stack):
        self.demo = Demo(folder / "data", "--empty")
        stack.callback(self.demo.stop)
        self.demo.start()
        day = datetime.date.today() + datetime.timedelta(days=40)
        import_rows(self.demo, folder, "venues", [VENUE])
        import_rows(self.demo, folder, "sessions", [
            session(day, slug=f"bench-{number:03}", room=f"Room {number}", capacity="100000")
            for number in range(1, SESSIONS + 1)])
        self.token = self.demo.token("bench", "sign-ups:write", "check-ins:write")
        self.cluster = Cluster(self.demo.data)
        self.cluster.psql("postgres", "create database pgbench")
        self.cluster.run("pgbench", "-i", "-q", "-s", "20", "pgbench")
        self.first = int(self.cluster.psql(
            "socialday", "select min(session_id) from api.programme where slug like 'bench-%'"))
        self.folder, self.tickets = folder, Tickets(self.demo)
        self.boards, self.gaps, self.calm = Boards(self.demo), [], []
        data = self.demo.data
        self.page = f"{self.demo.url}/fr/programme"
        self.nginx = Nginx(folder / "nginx", self.page, data / "certificate.pem", data / "key.pem")
        stack.callback(self.nginx.close)
        # Apart, so that the other measurements stay what they were.
        self.large = Demo(folder / "large", "--empty")
        stack.callback(self.large.stop)
        self.large.start()
        searchable.fill(self.large, folder, day)

    def round(self, number, seconds):
        """Everything once, what is compared side by side. Each round has another session as its only one: a room holds
        100,000 people at most."""
        name, only = f"r{number:03}", 1 + number
        def update(clients):
            return pgbench(self.cluster, "pgbench", ["-b", "simple-update"], clients, seconds)

        def call(first, sessions):
            options = [
                "-f", HERE / "sign-up.sql", "-D", f"first={self.first + first - 1}", "-D", f"sessions={sessions}"]
            return pgbench(self.cluster, "socialday", options, 16, seconds)

        return {
            "simple-update, 16 clients": update(16),
            "sign-ups, 200 sessions": self.sign_ups(f"{name}-a", 1, SESSIONS, CONNECTIONS, seconds),
            "sign-ups, 200 boards open": self.sign_ups_on_boards(f"{name}-d", seconds),
            "check-ins, 200 sessions": self.check_ins(name, seconds),
            "sign-ups, one session": self.sign_ups(f"{name}-b", only, 1, CONNECTIONS, seconds),
            "api.sign_up, one session": call(only, 1),
            "api.sign_up, 200 sessions": call(1, SESSIONS),
            "sign-ups, one connection": self.sign_ups(f"{name}-c", 1, SESSIONS, 1, seconds),
            "simple-update, one client": update(1),
            "programme page": wrk(self.page, "page.lua", [], CONNECTIONS, seconds),
            "nginx, the same bytes": wrk(self.nginx.url, "page.lua", [], CONNECTIONS, seconds),
            "search, 5,000 sessions": wrk(
                self.large.url, "search.lua", [number, searchable.WORDS], CONNECTIONS, seconds),
        }

    def sign_ups(self, name, first, sessions, connections, seconds):
        """Signs people up, and looks that the database has them all."""
        before = self.count()
        seen = wrk(self.demo.url, "sign-ups.lua", [self.token, name, first, sessions], connections, seconds)
        made = self.count() - before
        # What was under way when wrk hung up may have been made without being counted.
        if not seen.count <= made <= seen.count + connections:
            raise Failed(f"wrk counted {seen.count} sign-ups, and the database has {made}")
        return seen

    def sign_ups_on_boards(self, name, seconds):
        """At full rate; then, to see how soon a screen has the news, with four connections: more than 2,000 a second."""
        with self.boards.open(SCREENS, seconds * 2) as gaps:
            seen = self.sign_ups(name, 1, SESSIONS, CONNECTIONS, seconds)
            gaps.clear()
            calm = self.sign_ups(f"{name}-calm", 1, SESSIONS, 4, seconds)
            self.gaps += gaps[1:]
            self.calm.append(calm.per_second)
        return seen

    def check_ins(self, name, seconds):
        """Shows tickets at doors, each once, and looks that as many people are inside."""
        rows = self.tickets.rows(f"""
            select u.id, u.secret_version, s.slug from app.sign_up u join app.session s on s.id = u.session_id
            where u.status = 'confirmed' and not exists (select from app.presence p where p.sign_up_id = u.id)
            limit {TICKETS}""")
        file = self.folder / "tickets.txt"
        file.write_text("".join(
            f"{slug} {self.tickets.token(int(number), int(version), DOOR)}\n" for number, version, slug in rows))
        inside = "select sum(inside) from app.door_tally"
        before = int(self.cluster.psql("socialday", inside))
        seen = wrk(self.demo.url, "tickets.lua", [self.token, name, file], CONNECTIONS, seconds)
        made = int(self.cluster.psql("socialday", inside)) - before
        if not min(seen.count, len(rows)) <= made <= seen.count + CONNECTIONS:
            raise Failed(f"wrk counted {seen.count} check-ins, and the doors {made}")
        return seen

    def count(self):
        """How many sign-ups there are, once what the last load left under way is made."""
        def made():
            return int(self.cluster.psql("socialday", "select sum(confirmed + waiting) from api.tallies"))

        count = made()
        while (now := made()) != count:
            count = now
        return count


if __name__ == "__main__":
    main()
