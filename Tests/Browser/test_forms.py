"""Wrong forms: each is told what is wrong, and changes nothing."""

import pytest
import requests
from forms import PHONE, RawForm, outcome, send, sign_up

from harness.cluster import Cluster
from harness.waiting import until

WRONG_FIELDS = [
    ("name", ""), ("name", "   "), ("name", "x" * 121), ("name", "Eve\x00"), ("name", "Eve\x1b[31m"), ("name", "\u202eevil"),
    ("name", "12345"), ("email", ""), ("email", "nobody"), ("email", "a@b"), ("email", "a b@example.org"),
    ("email", "a@example.org\r\nBcc: all@example.org"), ("email", "x" * 250 + "@example.org"), ("places", "0"),
    ("places", "-1"), ("places", "7"), ("places", "two"), ("places", "99999999999999999999"), ("request_key", "short"),
    ("request_key", ""), ("request_key", "x" * 65), ("request_key", "'; drop --"), ("needs", "x" * 501),
    ("needs", "a seat\x00"),
]

NAMES = ["🎉 Ada 🎉", "شهرزاد", "Robert'); DROP TABLE app.sign_up;--", "=1+1 Ada", "<script>alert(1)</script>",
         "O’Neill-Łukasz", "李小龍", "\"Ada\" & 'Bea'"]


@pytest.mark.parametrize("field, value", WRONG_FIELDS, ids=lambda value: ascii(value[:20]))
def test_a_wrong_field_is_named_and_changes_nothing(demo, test_sessions, attendees_of, field, value):
    before = attendees_of("early")
    answer = RawForm(demo.url, "early").send(**{"email": "wrong@example.org", field: value})
    assert answer.status_code == 422, answer.status_code
    assert answer.headers["cache-control"] == "no-store"
    assert 'aria-invalid="true"' in answer.text or field == "request_key"
    assert 'id="notice"' in answer.text
    assert attendees_of("early") == before


def test_everything_wrong_is_said_at_once_and_the_form_comes_back_filled_in(demo, page, test_sessions, picture):
    page.goto(f"{demo.url}/en/sessions/early")
    page.fill("[name=name]", "")
    page.fill("[name=email]", "ada.example.org")
    page.select_option("[name=places]", "3")
    page.click(".needs summary")
    page.check("[name=needs][value=seat]")
    page.fill("[name=needs_note]", "\u202ean interpreter,\n</textarea>")
    send(page)
    page.wait_for_selector("#notice")
    assert page.evaluate("document.activeElement.id") == "notice"
    hrefs = [link.get_attribute("href") for link in page.locator("#notice li a").all()]
    assert sorted(hrefs) == ["#email", "#name", "#needs-consent", "#needs-note"]
    assert page.input_value("[name=email]") == "ada.example.org"
    assert page.input_value("[name=places]") == "3"
    assert page.is_checked("[name=needs][value=seat]") and not page.is_checked("[name=needs_consent]")
    assert page.input_value("[name=needs_note]") == "\u202ean interpreter,\n</textarea>"
    for field, error in (("name", "name"), ("email", "email"), ("needs_note", "needs"), ("needs_consent", "consent")):
        described = page.get_attribute(f"[name={field}]", "aria-describedby")
        assert f"{error}-error" in described and page.inner_text(f"#{error}-error")
    picture(page, "form-with-errors")
    page.click("#notice a[href='#email']")
    assert page.evaluate("document.activeElement.id") == "email"
    page.fill("[name=name]", "Ada")
    page.fill("[name=email]", "ada-corrected@example.org")
    page.fill("[name=needs_note]", "")
    page.check("[name=needs_consent]")
    send(page)
    page.wait_for_selector("article.ticket")
    assert outcome(page) == "good"


def test_needs_are_optional_and_counted_for_the_organisers(demo, page, test_sessions, token, attendees_of, folder, picture):
    page.set_viewport_size(PHONE)
    page.goto(f"{demo.url}/fr/sessions/late")
    picture(page, "form-phone")
    page.fill("[name=name]", "Ada")
    page.fill("[name=email]", "needs@example.org")
    page.click(".needs summary")
    page.check("[name=needs][value=wheelchair]")
    page.fill("[name=needs_note]", "=près de la porte,\nsi possible")
    page.check("[name=needs_consent]")
    picture(page, "form-with-needs-phone")
    send(page)
    page.wait_for_selector("article.ticket")
    sign_up(page, f"{demo.url}/fr/sessions/late", "no-needs@example.org")
    answer = requests.get(
        f"{demo.url}/api/v1/sessions/late/needs", verify=False, headers={"authorization": f"Bearer {token}"})
    assert answer.json()["data"] == [
        {"need": "wheelchair", "sign_ups": 1, "notes": []},
        {"need": "other", "sign_ups": 1, "notes": ["=près de la porte, si possible"]}]
    assert all("needs" not in row for row in attendees_of("late")), "they are in no list of names"
    demo.command("export", "--session", "late", "--out", folder / "needs")
    assert "porte" not in next((folder / "needs").rglob("*.csv")).read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_unusual_names_are_kept_as_they_are(demo, visit, test_sessions, attendees_of, name, folder):
    page, alerts = visit(), []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    email = f"name-{NAMES.index(name)}@example.org"
    sign_up(page, f"{demo.url}/en/sessions/late", email, name=name)
    assert outcome(page) == "good"
    [row] = [row for row in attendees_of("late") if row["email"] == email]
    assert row["name"] == name
    assert alerts == [] and page.complaints == []
    out = folder / f"names-{NAMES.index(name)}"
    demo.command("export", "--session", "late", "--out", out)
    text = next(out.rglob("*.csv")).read_text(encoding="utf-8-sig")
    assert all(cell[:1] not in ("=", "+", "-", "@") for line in text.splitlines() for cell in line.split(","))


def test_unknown_session(demo, test_sessions):
    form = RawForm(demo.url, "early")
    form.page = f"{demo.url}/en/sessions/no-such-session"
    answer = form.send()
    assert answer.status_code == 404 and "<h1" in answer.text
    assert form.client.get(form.page).status_code == 404


def test_a_form_left_open_until_nobody_can_come_sends_nobody_to_the_door(demo, page, test_sessions, attendees_of):
    form = RawForm(demo.url, "roomy-too")
    psql = lambda change: Cluster(demo.data).psql("socialday", f"update app.session set {change} where slug = 'roomy-too'")
    for change, words, title in [
            ("cancelled_at = now()", "Session cancelled", "This session will not take place"),
            ("cancelled_at = null, starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour'",
             "Session over", "This session is over")]:
        psql(change)
        until(lambda: page.goto(form.page) and page.inner_text(".sign-up .places") == words)
        assert page.locator("[name=email], button[name=add]").count() == 0
        answer = form.send()
        assert answer.status_code == 409 and f"<h1>{title}</h1>" in answer.text
        assert "the door" not in answer.text and "the door" not in page.inner_text("main")
        assert attendees_of("roomy-too") == []


class TestProtection:
    """Forms that did not come from our page in this browser."""

    @pytest.fixture(autouse=True)
    def nothing_changes(self, test_sessions, attendees_of):
        before = attendees_of("early")
        yield
        assert attendees_of("early") == before

    def refused(self, answer):
        assert answer.status_code in (403, 422), answer.status_code
        assert "text/html" in answer.headers["content-type"] and "<h1" in answer.text
        assert "strict-transport-security" in answer.headers

    @pytest.mark.parametrize("form_token", [None, "", "x", "A" * 32, "é" * 10], ids=ascii)
    def test_a_missing_or_made_up_token(self, demo, form_token):
        self.refused(RawForm(demo.url, "early").send(form_token=form_token))

    def test_another_browsers_token(self, demo):
        mine, other = RawForm(demo.url, "early"), RawForm(demo.url, "early")
        self.refused(mine.send(form_token=other.fields["form_token"]))

    def test_another_sessions_token(self, demo):
        form = RawForm(demo.url, "early")
        foreign = RawForm(demo.url, "late")
        form.client.cookies = foreign.client.cookies
        self.refused(form.send(form_token=foreign.fields["form_token"]))

    def test_no_cookie(self, demo):
        form = RawForm(demo.url, "early")
        form.client.cookies.clear()
        answer = form.send()
        self.refused(answer)
        assert "allow cookies for this site" in answer.text and 'value="ada@example.org"' in answer.text

    @pytest.mark.parametrize("headers", [
        {"origin": "null"}, {"origin": "https://evil.example"}, {"origin": "http://localhost"},
        {"origin": None, "sec-fetch-site": "cross-site"}], ids=str)
    def test_a_foreign_origin(self, demo, headers):
        self.refused(RawForm(demo.url, "early").send(headers=headers))


def test_a_token_that_has_run_out_gives_the_form_back_filled_in(demo, test_sessions, page):
    """A form that lay open too long: simulated by another browser's token, which gets the same kindness."""
    page.goto(f"{demo.url}/en/sessions/early")
    page.fill("[name=name]", "Slow Reader")
    page.fill("[name=email]", "slow@example.org")
    page.evaluate("document.querySelector('[name=form_token]').value = 'A'.repeat(32)")
    send(page)
    page.wait_for_selector("#notice")
    assert page.input_value("[name=name]") == "Slow Reader"
    send(page)
    page.wait_for_selector("article.ticket")
    assert outcome(page) == "good"


class TestBodies:
    """Bodies that are no form at all."""

    @pytest.fixture
    def address(self, demo, test_sessions):
        return f"{demo.url}/en/sessions/early/sign-ups"

    @pytest.mark.parametrize("path", ["/en/sessions/early/sign-ups", "/api/v1/sign-ups"])
    def test_ten_megabytes(self, demo, token, path):
        headers = {"authorization": f"Bearer {token}", "origin": demo.url,
                   "content-type": "application/json" if "api" in path else "application/x-www-form-urlencoded"}
        try:
            answer = requests.post(demo.url + path, data=b"x" * 10_000_000, headers=headers, verify=False)
            assert answer.status_code == 413, answer.status_code
        except requests.exceptions.ConnectionError:
            pass  # The service may hang up while the rest is still being sent.
        assert requests.get(f"{demo.url}/health/live", verify=False).status_code == 200

    @pytest.mark.parametrize("kind", ["application/json", "text/plain", "multipart/form-data; boundary=x", ""])
    def test_a_wrong_content_type(self, address, demo, kind):
        answer = requests.post(address, data=b"name=Ada", headers={"content-type": kind, "origin": demo.url}, verify=False)
        assert 400 <= answer.status_code < 500
        assert "<h1" in answer.text

    @pytest.mark.parametrize("body", [b"", b"&&&=", b"name=%ff%fe&email=%zz", b"name=a&name=b", b"\x00" * 100])
    def test_nonsense(self, address, demo, body):
        headers = {"content-type": "application/x-www-form-urlencoded", "origin": demo.url}
        answer = requests.post(address, data=body, headers=headers, verify=False)
        assert 400 <= answer.status_code < 500


@pytest.mark.parametrize("body, status", [
    (b"", 400), (b"[]", 400), (b"{", 400), (b'{"session": 1}', 422), (b'"x"', 400), (b"\xff\xfe", 400)])
def test_the_api_says_what_is_wrong_with_a_body(demo, token, body, status):
    answer = requests.post(
        f"{demo.url}/api/v1/sign-ups", data=body, verify=False,
        headers={"authorization": f"Bearer {token}", "content-type": "application/json"})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"]
