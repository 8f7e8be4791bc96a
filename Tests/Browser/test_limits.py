"""With the limits on: a browser that sends too many forms is asked to wait, politely; others are served. Nobody fills the
memory."""

import contextlib
import re
import socket
from pathlib import Path

import pytest
import requests
from forms import RawForm, hidden

from harness.program import TRUST_ANYONE, Demo
from harness.programme import DAY, VENUE, import_rows, session


@pytest.fixture(scope="module")
def limited(folder):
    demo = Demo(folder / "data-limited", "--empty", settings={"SOCIALDAY_RATE_LIMIT": None})
    demo.start()
    import_rows(demo, folder, "venues", [VENUE])
    import_rows(demo, folder, "sessions", [session(DAY, capacity="100")])
    yield demo
    assert demo.stop() == 0


def until_refused(send):
    """How many wrong forms were answered before one was refused, and that one's answer. A third more may go through, since
    the minute goes on meanwhile."""
    for taken in range(60):
        answer = send()
        if answer.status_code == 429:
            return taken, answer
        assert answer.status_code == 422
    raise AssertionError("sixty went through")


def test_twenty_forms_a_minute_for_a_browser(limited):
    form = RawForm(limited.url, "test-session")
    taken, refused = until_refused(lambda: form.send(email="limit@example.org", name=""))
    assert taken >= 20
    assert int(refused.headers["retry-after"]) >= 1
    assert "<h1" in refused.text
    assert RawForm(limited.url, "test-session").send(email="other@example.org").status_code in (200, 201)


def test_the_forms_that_have_a_letter_written_are_limited_too_and_keep_what_was_typed(limited):
    client = requests.Session()
    client.verify = client.trust_env = False
    page = f"{limited.url}/en/lost-ticket"
    fields = hidden(client.get(page).text) | {"email": "no address"}
    taken, refused = until_refused(lambda: client.post(page, data=fields, headers={"origin": limited.url}))
    assert taken >= 20 and int(refused.headers["retry-after"]) >= 1
    assert 'value="no address"' in refused.text


def test_a_correction_that_comes_too_often_keeps_the_address_too(limited):
    """Whether of one sign-up or of a day's: it comes back with the reason above it."""
    form = RawForm(limited.url, "test-session")
    one = form.send(email="typo@exmaple.org")
    client, headers = form.client, {"origin": limited.url}
    day = f"{limited.url}/en/my-day"
    several = client.post(day, headers=headers, data=hidden(client.get(f"{day}?sessions=test-session").text) | {
        "session": "test-session", "name": "Ada", "email": "another@exmaple.org", "places": "1"})
    for page in (one.text, several.text):
        action = re.search(r'action="([^"]+/email)"', page).group(1)
        fields = {name: value for name, value in hidden(page).items() if name in ("form_token", "reference")}
        fields["email"] = "right@example.org <script>"
        _, answer = until_refused(lambda: client.post(limited.url + action, data=fields, headers=headers))
        assert int(answer.headers["retry-after"]) >= 1
        assert 'value="right@example.org &lt;script&gt;"' in answer.text
        assert 'id="notice"' in answer.text and re.search(r"again in \d+\s", answer.text)


def test_what_comes_behind_a_request_for_another_protocol_is_not_kept(limited):
    def mebibytes():
        status = Path(f"/proc/{limited.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) / 1024

    before = mebibytes()
    with TRUST_ANYONE.wrap_socket(socket.create_connection(("localhost", limited.port)), server_hostname="localhost") as client:
        client.sendall(f"GET /fr HTTP/1.1\r\nHost: localhost:{limited.port}\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n".encode())
        # Whoever is cut off may say so.
        with contextlib.suppress(OSError):
            for _ in range(200):
                client.sendall(bytes(1 << 20))
        assert mebibytes() - before < 100
