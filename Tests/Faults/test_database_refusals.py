"""A database that refuses the service, was never migrated or is another program's: it is said with what to do, and
nobody is told that the service is ready."""

import contextlib
import datetime
import os
import socket
import threading

import pytest
import requests
from certificates import make_certificate

from harness.cluster import Cluster
from harness.program import Demo, Service, free_port, run
from harness.programme import VENUE, csv_text, session
from harness.waiting import until

MIGRATE = "run 'socialday migrate'"


class Refuser:
    """Answers every connection as a PostgreSQL server that refuses it (manual, section 55.7); keeps what it asked."""

    def __init__(self, message):
        fields = b"SFATAL\0VFATAL\0C28000\0M" + message.encode() + b"\0\0"
        self.answer = b"E" + (len(fields) + 4).to_bytes(4, "big") + fields
        self.asked = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        port = self.listener.getsockname()[1]
        self.url = f"host=127.0.0.1 port={port} dbname=x user=x sslmode=disable gssencmode=disable"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                with contextlib.suppress(OSError), client:
                    self.asked.append(client.recv(8192).decode(errors="replace").split("\0"))
                    client.sendall(self.answer)


@pytest.fixture
def refuser(request):
    refuser = Refuser(getattr(request, "param", "the database system is starting up"))
    yield refuser
    refuser.listener.close()


@pytest.fixture(scope="module")
def settings(folder):
    """All that `serve` has to be told, but for the database."""
    certificate, key = make_certificate(folder, "service")
    secret = folder / "secret"
    secret.write_bytes(os.urandom(32))
    return {
        "SOCIALDAY_PUBLIC_URL": "https://localhost/", "SOCIALDAY_TLS_CERT": str(certificate),
        "SOCIALDAY_TLS_KEY": str(key), "SOCIALDAY_SECRET_FILE": str(secret)}


@contextlib.contextmanager
def serving(settings, url):
    """`serve` once it listens, whether it is ready or not."""
    port = free_port()
    service = Service("serve", port=port, settings=settings | {
        "SOCIALDAY_DATABASE_URL": url, "SOCIALDAY_LISTEN": f"127.0.0.1:{port}",
        "SOCIALDAY_PUBLIC_URL": f"https://localhost:{port}"})
    service.is_ready = lambda: any("Ready: " in line for line in service.lines)
    service.start()
    try:
        yield service
    finally:
        assert service.stop() == 0


def readiness(service):
    return requests.get(f"{service.url}/health/ready", verify=False)


def words(result):
    return result.stdout + result.stderr


@pytest.mark.parametrize("refuser, cure", [
    ('password authentication failed for user "x"', "SOCIALDAY_DATABASE_URL"),
    ('database "x" does not exist', "createdb"), ('role "socialday_web" does not exist', MIGRATE),
    ('permission denied to set role "socialday_web"', "grant socialday_web"),
], indirect=["refuser"])
def test_a_refusal_that_lasts_ends_the_service_with_what_to_do(settings, refuser, cure):
    result = run("serve", settings=settings | {"SOCIALDAY_DATABASE_URL": refuser.url})
    assert result.returncode > 0 and cure in words(result), words(result)
    assert "Ready" not in result.stdout


@pytest.mark.parametrize("refuser", [
    "the database system is starting up", "the database system is in recovery mode", "sorry, too many clients already",
], indirect=True)
def test_a_refusal_that_passes_is_waited_for(settings, refuser):
    with serving(settings, refuser.url) as service:
        assert readiness(service).status_code == 503


@pytest.mark.parametrize("given, sent", [
    ("", "on"), ("options='-c synchronous_commit=off'", "on"),
    ("options='-c synchronous_commit=remote_apply'", "remote_apply")])
def test_what_is_confirmed_is_committed_for_good(settings, refuser, given, sent):
    with serving(settings, f"{refuser.url} {given}") as service:
        until(lambda: refuser.asked)
        options = refuser.asked[-1][refuser.asked[-1].index("options") + 1]
        assert options.rpartition("synchronous_commit=")[2].split()[0] == sent, options


@pytest.fixture(scope="module")
def cluster(folder):
    demo = Demo(folder / "data", "--empty")
    demo.start()
    yield Cluster(demo.data)
    assert demo.stop() == 0


@pytest.mark.parametrize(
    "arguments", [["check"], ["edition", "list"], ["export"], ["token", "list"], ["serve"]], ids=" ".join)
@pytest.mark.parametrize("has_roles", [True, False])
def test_an_unmigrated_database_is_told_as_that(settings, cluster, arguments, has_roles):
    """The roles are the whole server's, and may be there for the sake of another database."""
    cluster.psql("postgres", "drop database if exists bare")
    cluster.psql("postgres", "create database bare")
    rename = "alter role {0}web rename to {1}web; alter role {0}admin rename to {1}admin"
    if not has_roles:
        cluster.psql("postgres", rename.format("socialday_", "hidden_"))
    try:
        url = {"SOCIALDAY_DATABASE_URL": cluster.connection_string("bare")}
        result = run(*arguments, settings=settings | url)
    finally:
        if not has_roles:
            cluster.psql("postgres", rename.format("hidden_", "socialday_"))
    assert result.returncode > 0 and MIGRATE in words(result), words(result)


def test_a_database_that_cannot_hold_every_name_is_not_migrated(cluster):
    """As `createdb` makes it on a machine without a locale."""
    cluster.psql("postgres", "create database narrow encoding 'SQL_ASCII' locale 'C' template template0")
    result = run("migrate", settings={"SOCIALDAY_DATABASE_URL": cluster.connection_string("narrow")})
    assert result.returncode > 0 and "SQL_ASCII" in result.stderr and "--encoding=UTF8" in result.stderr, words(result)
    assert cluster.psql("narrow", "select count(*) from pg_namespace where nspname = 'app'") == "0"


def test_a_database_that_takes_no_writes_for_a_while_has_people_try_again(settings, cluster, tmp_path):
    """As while a standby takes over, or where a provider's disk is full."""
    url = {"SOCIALDAY_DATABASE_URL": cluster.connection_string("socialday")}
    day = datetime.date.today() + datetime.timedelta(days=40)
    for kind, rows in (("venues", [VENUE]), ("sessions", [session(day)])):
        (tmp_path / kind).write_text(csv_text(rows))
        assert run("import", kind, tmp_path / kind, settings=url).returncode == 0
    token = run("token", "create", "--name", "patient", "--scope", "sign-ups:write", settings=url).stdout.split()[-1]
    request = {"session": "test-session", "name": "Zoé", "email": "zoe@example.org", "request_key": "patient-1"}
    with serving(settings, f"{cluster.connection_string('socialday')} options='-c default_transaction_read_only=on'") as service:
        until(lambda: readiness(service).status_code == 503)
        assert "takes no writes" in service.output
        answer = requests.post(
            f"{service.url}/api/v1/sign-ups", json=request, verify=False, headers={"authorization": f"Bearer {token}"})
        assert answer.status_code == 503 and answer.headers["retry-after"], answer.text


def test_a_service_is_ready_only_while_the_schema_is_its_own(settings, cluster):
    latest = "update app.schema_change set name = '{}' where name = '{}'"
    own, other = cluster.psql("socialday", "select migration from api.health"), "migrations/9999-later"
    with serving(settings, cluster.connection_string("socialday")) as service:
        until(lambda: readiness(service).status_code == 200)
        cluster.psql("socialday", latest.format(other, own))
        try:
            until(lambda: readiness(service).status_code == 503)
            assert other in service.wait_for_line(MIGRATE)
        finally:
            cluster.psql("socialday", latest.format(own, other))
        until(lambda: readiness(service).status_code == 200)
