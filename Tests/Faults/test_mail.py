"""Mail over SMTP, with a server that refuses, hangs, drops and puts off: each mail arrives once or is reported."""

import contextlib
import os
import re
import signal
import ssl
import threading
import time

import pytest
from certificates import make_certificate
from mailing import count, health, let_time_pass, other_instance, outside_address, rows, sign_up

from harness.client import slow_reader
from harness.cluster import Cluster
from harness.mails import Mail, mails_in
from harness.program import Demo, free_port, run
from harness.programme import DAY, VENUE, import_rows, session
from harness.smtp import MailServer
from harness.waiting import until


@pytest.fixture(scope="module")
def server():
    server = MailServer(free_port()).start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def demo(folder, server):
    demo = Demo(folder / "data", "--empty", settings={
        "SOCIALDAY_SMTP_URL": f"smtp://127.0.0.1:{server.port}", "SOCIALDAY_MAIL_FROM": "Journée <bonjour@socialday.example>"})
    demo.start()
    import_rows(demo, folder, "venues", [VENUE])
    import_rows(demo, folder, "sessions", [session(DAY, capacity="5000"), session(DAY, slug="other", room="Room 2")])
    yield demo
    demo.stop()


@pytest.fixture(scope="module")
def token(demo):
    return demo.token("mail", "sign-ups:write")


def test_each_mail_arrives_once_or_is_reported_whatever_the_server_does(demo, server, token):
    kinds = ["fine", "refused", "later", "content", "busy", "drop", "lost"]
    addresses = sign_up(demo, token, *[f"{kind}-{number}" for number in range(4) for kind in kinds])
    until(lambda: count(demo, "attempts > 0 and (sent_at is not null or last_error is not null)") == len(addresses))
    for _ in range(2):
        let_time_pass(demo)
        until(lambda: not count(demo, "sent_at is null and given_up_at is null"))

    for address in addresses:
        kind = address.partition("-")[0]
        mails = server.received(address)
        expected = {"refused": 0, "content": 0, "lost": 2}.get(kind, 1)
        assert len(mails) == expected, address
        # One that the server took, but could not say so, is known by its Message-ID.
        assert len({mail["message-id"] for mail in mails}) == min(expected, 1)
    everything = [mail["message-id"] for _, mail in server.mails]
    assert len(set(everything)) == len(addresses) - 8
    given_up = rows(demo, "last_error, refused, attempts", "given_up_at is not null")
    assert sorted(set(map(tuple, given_up))) == [
        ("the server refused the mail: 554", "t", "1"), ("the server refused the recipient: 550", "t", "1")]


def test_what_was_refused_is_reported_and_nobody_is_named(demo, token):
    check = demo.command("check", settings=demo.settings)
    assert "8 because the recipient's server refused them" in check.stdout
    assert check.returncode == 0, check.stdout
    for text in [demo.output, check.stdout, check.stderr, *[row[0] for row in rows(demo, "coalesce(last_error, '')")]]:
        assert "@example.org" not in text and "Canari" not in text


def test_a_mail_is_readable_and_tells_nothing_on_its_outside(demo, server):
    [mail] = server.received("fine-0@example.org")
    assert mail["from"] == "Journée <bonjour@socialday.example>"
    assert mail["auto-submitted"] == "auto-generated"
    assert "Canari" not in str(mail["subject"]) and "fine" not in str(mail["subject"])
    assert mail.types == [
        "multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png", "text/calendar"]
    assert all(len(line) <= 78 for line in mail.lines)
    assert re.fullmatch(rf"https://localhost:{demo.port}/fr/tickets/Ag[\w-]+", mail.codes[0])
    assert any(re.fullmatch(rf"https://localhost:{demo.port}/fr/tickets/AQ[\w-]+", link) for link in mail.links)
    [(method, lines)] = mail.calendars
    assert method == "REQUEST" and "METHOD:REQUEST" in lines
    assert not any("/tickets/" in line for line in lines), "calendars are shared"


def test_a_server_that_is_away_changes_nothing_for_those_who_sign_up(demo, server, token):
    server.stop()
    [address] = sign_up(demo, token, "fine-away")
    until(lambda: count(demo, "last_error is not null and sent_at is null and given_up_at is null") == 1)
    until(lambda: "degraded" in health(demo))
    server.start()
    let_time_pass(demo)
    until(lambda: server.received(address))
    until(lambda: "degraded" not in health(demo))


def test_what_can_not_be_sent_in_three_days_is_given_up_and_the_doctor_says_so(demo, server, token):
    server.stop()
    sign_up(demo, token, "fine-never")
    until(lambda: count(demo, "last_error is not null and sent_at is null and given_up_at is null") == 1)
    Cluster(demo.data).psql(
        "socialday", "update app.outbox set created_at = now() - interval '73 hours', attempts = 9"
        " where sent_at is null and given_up_at is null")
    let_time_pass(demo)
    until(lambda: count(demo, "given_up_at is not null and refused is null") == 1)
    server.start()
    check = demo.command("check", settings=demo.settings)
    assert check.returncode == 1
    assert "1 mail after three days" in check.stdout


def test_two_instances_share_the_work(demo, server, token, folder):
    second = other_instance(demo, folder, "second")
    second.start()
    addresses = sign_up(demo, token, *[f"fine-shared-{number}" for number in range(80)])
    until(lambda: not count(demo, "sent_at is null and given_up_at is null"))
    assert second.stop() == 0
    mails = [server.received(address) for address in addresses]
    assert all(len(found) == 1 for found in mails)
    senders = {mail["message-id"].partition("@")[2] + link for [mail] in mails for link in mail.links[:1]}
    assert {str(second.port) in sender for sender in senders} == {True, False}, "only one of them sent"


def test_a_kill_between_the_servers_answer_and_ours_sends_it_again_under_the_same_message_id(demo, server, token):
    [address] = sign_up(demo, token, "fine-killed")
    until(lambda: server.received(address))
    until(lambda: not count(demo, "sent_at is null and given_up_at is null"))
    # As the database would be, had the kill come before the record of it.
    Cluster(demo.data).psql(
        "socialday", "update app.outbox set sent_at = null, next_attempt_at = now() + interval '2 s'"
        " where id = (select max(id) from app.outbox)")
    demo.kill()
    demo.start()
    until(lambda: len(server.received(address)) == 2)
    assert len({mail["message-id"] for mail in server.received(address)}) == 1


def test_a_letter_that_is_due_while_the_service_starts_waits_for_the_programme(demo, server, token, folder):
    [address] = sign_up(demo, token, "fine-early")
    until(lambda: not count(demo, "sent_at is null and given_up_at is null"))
    demo.kill()
    cluster = Cluster(demo.data)
    # As if its letter had just been written, at the moment at which a service starts and can't read the programme yet.
    cluster.psql("socialday", "update app.outbox set sent_at = null, next_attempt_at = now()"
                 " where id = (select max(id) from app.outbox)")
    lock = threading.Thread(target=cluster.psql, args=(
        "socialday", "begin; lock table app.notice in access exclusive mode; select pg_sleep(3); commit"))
    lock.start()
    until(lambda: cluster.psql("socialday", "select count(*) from pg_locks where relation = 'app.notice'::regclass"
                               " and granted and mode = 'AccessExclusiveLock'") == "1")
    service = other_instance(demo, folder, "early")
    service.start()
    lock.join()
    until(lambda: len(server.received(address)) == 2)
    assert service.stop() == 0
    assert rows(demo, "attempts, last_error is null", "id = (select max(id) from app.outbox)") == [["2", "t"]], "tried once"
    demo.start()


def test_a_letter_that_this_program_can_not_write_is_kept_for_one_that_can(demo, server, token):
    [address] = sign_up(demo, token, "fine-unwritten")
    until(lambda: not count(demo, "sent_at is null and given_up_at is null"))
    cluster = Cluster(demo.data)
    # As between the migration and the restart of an update: the database tells of it in a way that this program doesn't know.
    [[_, attendee]] = rows(demo, "id, attendee_id", "id = (select max(id) from app.outbox)")
    cluster.psql("socialday", f"update app.attendee set email = 'unknown' where id = {attendee}; update app.outbox"
                 " set sent_at = null, next_attempt_at = now() where id = (select max(id) from app.outbox)")
    until(lambda: count(demo, "last_error = 'the letter can''t be written'"))
    assert not count(demo, "last_error = 'the letter can''t be written' and (given_up_at is not null or refused)")
    cluster.psql("socialday", f"update app.attendee set email = '{address}' where id = {attendee}")
    let_time_pass(demo)
    until(lambda: len(server.received(address)) == 2)


def test_a_mail_that_is_under_way_when_the_time_to_end_is_over_is_noted_as_sent(demo, server, token, full):
    if not full:
        pytest.skip("--full: a visitor who reads for longer than the thirty seconds that the service waits")
    reader = slow_reader(demo.port, f"GET /api/v1/sessions HTTP/1.1\nHost: localhost:{demo.port}\n\n" * 20_000)
    began = time.monotonic()
    sign_up(demo, token, "slow-0")
    until(lambda: server.slow)
    demo.process.send_signal(signal.SIGTERM)
    while demo.process.poll() is None and time.monotonic() - began < 50:
        with contextlib.suppress(OSError):
            reader.recv(1024)
        time.sleep(0.5)
        if time.monotonic() - began > 32:
            server.go_on()
    assert demo.process.returncode == 0 and time.monotonic() - began > 30
    demo.start()
    assert len(server.received("slow-0@example.org")) == 1
    assert rows(demo, "sent_at is not null", "id = (select max(id) from app.outbox)") == [["t"]]


def test_a_server_that_hangs_holds_up_neither_other_mails_nor_the_end(demo, server, token):
    sign_up(demo, token, "hang-0")
    until(lambda: server.hanging)
    addresses = sign_up(demo, token, *[f"fine-beside-{number}" for number in range(8)])
    until(lambda: all(map(server.received, addresses)), seconds=30)  # Half of what the one that hangs is given.
    began = time.monotonic()
    assert demo.stop() == 0
    assert time.monotonic() - began < 12, "of five that it has"
    demo.start()
    # What was aborted is given back, not lost.
    until(lambda: server.hanging == 2)


def test_a_mail_server_elsewhere_gets_nothing_without_encryption_that_it_proves(demo, folder, token):
    address = outside_address()
    if address is None:
        pytest.skip("this machine has no address but its own")
    certificate, key = make_certificate(folder, "mail")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    for options, said in [({}, "SSL"), ({"tls_context": context}, "certificate")]:
        server = MailServer(free_port(), hostname=address, **options).start()
        assert demo.stop() == 0
        demo.settings["SOCIALDAY_SMTP_URL"] = f"smtp://anna:secret@{address}:{server.port}"
        demo.start()
        [recipient] = sign_up(demo, token, f"fine-outside-{said}")
        # The letter of the turn before is still there, with its own reason.
        until(lambda: count(demo, f"last_error ilike '%{said}%' and sent_at is null and given_up_at is null") > 0)
        assert server.mails == [] and server.logins == []
        server.stop()
    Cluster(demo.data).psql("socialday", "delete from app.outbox where sent_at is null and given_up_at is null")


def test_login_and_starttls(demo, folder, token):
    certificate, key = make_certificate(folder, "starttls")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = MailServer(
        free_port(), tls_context=context, require_starttls=True, auth_required=True).start()
    assert demo.stop() == 0
    demo.settings["SOCIALDAY_SMTP_URL"] = f"smtp://anna%40example.org:p%40ss%20word@127.0.0.1:{server.port}"
    demo.start()
    [address] = sign_up(demo, token, "fine-login")
    until(lambda: server.received(address))
    assert set(server.logins) == {(b"anna@example.org", b"p@ss word", True)}
    server.stop()


def test_without_a_server_a_demo_writes_files_whose_names_tell_nothing(demo, folder, token):
    assert demo.stop() == 0
    del demo.settings["SOCIALDAY_SMTP_URL"]
    demo.start()
    sign_up(demo, token, "fine-file")
    mail_folder = folder / "data/mail"
    until(lambda: mails_in(mail_folder))
    [(kind, mail)] = mails_in(mail_folder)
    assert kind == "confirmed" and mail["to"] == "fine-file@example.org"
    assert [re.fullmatch(r"\d{6}-confirmed\.eml", name) is not None for name in os.listdir(mail_folder)] == [True]
    assert mail_folder.stat().st_mode & 0o077 == 0
    assert isinstance(mail, Mail)


def test_serve_without_a_server_says_so_and_keeps_the_letters(demo, folder, token):
    service = other_instance(demo, folder, "serve")
    service.start()
    service.wait_for_line("SOCIALDAY_SMTP_URL is not set")
    assert '"mail":{"status":"degraded"}' in health(service)
    check = run("check", settings=service.settings)
    assert check.returncode == 1 and "letters are kept: SOCIALDAY_SMTP_URL is not set" in check.stdout
    assert service.stop() == 0


@pytest.mark.parametrize("name, value", [
    ("SOCIALDAY_SMTP_URL", "mail.example.org"), ("SOCIALDAY_SMTP_URL", "https://mail.example.org"),
    ("SOCIALDAY_SMTP_URL", "smtp://u:secret@mail.example.org:99999"), ("SOCIALDAY_MAIL_FROM", "nobody"),
    ("SOCIALDAY_MAIL_FROM", "A <a@example.org")])
def test_wrong_settings_are_named_without_the_password(name, value):
    result = run("check", settings={name: value})
    assert result.returncode > 0
    assert name in result.stdout + result.stderr and "secret" not in result.stdout + result.stderr
