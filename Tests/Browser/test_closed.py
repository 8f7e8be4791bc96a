"""An edition whose sign-ups are not open yet, and one whose sign-ups are closed."""

import datetime

import pytest
import requests
from axe import Axe

from harness.program import Demo
from harness.programme import DAY, VENUE, import_rows, session

NOW = datetime.datetime.now(datetime.timezone.utc)
YESTERDAY, TOMORROW = (NOW + datetime.timedelta(days=days) for days in (-1, 1))


@pytest.fixture(scope="module", params=["closed", "not-yet-open"])
def edition(request, folder):
    """An edition with one session that takes no sign-ups."""
    demo = Demo(folder / f"data-{request.param}", "--empty")
    demo.start()
    times = {"closed": ["--closes", YESTERDAY.isoformat(timespec="seconds")],
             "not-yet-open": ["--opens", TOMORROW.isoformat(timespec="seconds")]}[request.param]
    result = demo.command("edition", "create", "--date", DAY, *times)
    assert result.returncode == 0, result.stderr
    import_rows(demo, folder, "venues", [VENUE])
    import_rows(demo, folder, "sessions", [session(DAY)])
    yield demo
    assert demo.stop() == 0


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_session_page_says_so_and_has_no_form(edition, page, language):
    page.goto(f"{edition.url}/{language}/sessions/test-session")
    assert page.locator("[name=email]").count() == 0
    assert Axe().run(page).violations_count == 0


def test_the_api_says_so(edition):
    token = edition.token("closed", "sign-ups:write", "attendees:read")
    request = {"session": "test-session", "name": "Ada", "email": "ada@example.org", "request_key": "closed-key"}
    headers = {"authorization": f"Bearer {token}"}
    answer = requests.post(f"{edition.url}/api/v1/sign-ups", json=request, headers=headers, verify=False)
    assert answer.status_code == 409 and answer.json()["outcome"] == "closed"
    attendees = requests.get(f"{edition.url}/api/v1/sessions/test-session/attendees", headers=headers, verify=False)
    assert attendees.json()["data"] == []
