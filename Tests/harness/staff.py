"""The staff of a demo: logged in as each role, for requests and for a browser."""

import hashlib
import hmac
import re
import uuid
from html import unescape

import requests

from harness.cluster import Cluster
from harness.tickets import encode

PASSWORD = "un jour solidaire à Paris"
EMAILS = {
    "administrator": "administration@demonstration.example",
    "organiser": "organisation@demonstration.example",
    "venue_manager": "mairies@demonstration.example",
}
LOGIN, DOOR = "__Host-login", "__Host-door"


def staff_session(demo, role, venue=None, day=None):
    """A `requests.Session` logged in as administrator, organiser, venue_manager (of mairie-11e and mairie-20e) or steward
    (by a door link to that venue on that day). Logins of accounts are kept for the demo's life, since each takes seconds."""
    if role == "steward":
        return steward_session(demo, venue, day)
    logins = demo.__dict__.setdefault("staff_logins", {})
    if role not in logins:
        logins[role] = log_in(demo, EMAILS[role])
    return logins[role]


def staff_page(page, demo, role, **options):
    """Logs a Playwright page's browser in as the role; returns the page."""
    session = staff_session(demo, role, **options)
    name = DOOR if role == "steward" else LOGIN
    value = next(cookie.value for cookie in session.cookies if cookie.name == name)
    page.context.add_cookies(
        [{"name": name, "value": value, "url": demo.url, "secure": True, "httpOnly": True, "sameSite": "Lax"}])
    return page


def client(demo):
    """A browser that is not logged in."""
    session = requests.Session()
    session.verify = session.trust_env = False
    session.headers["origin"] = demo.url
    return session


def log_in(demo, email, password=PASSWORD, code=None):
    """A new login by the forms. Of the demo's accounts the program tells the code."""
    session = client(demo)
    answer = session.get(f"{demo.url}/staff/login")
    answer = session.post(
        f"{demo.url}/staff/login", data=hidden(answer.text) | {"email": email, "password": password})
    assert answer.status_code == 200, answer.text
    if 'name="code"' in answer.text:
        answer = session.post(
            f"{demo.url}/staff/login/code", data=hidden(answer.text) | {"code": code or code_of(demo, email)})
        assert answer.status_code == 200, answer.text
    assert LOGIN in session.cookies.keys(), answer.text
    return session


def code_of(demo, email):
    """A one-time code of the account that was not used yet."""
    result = demo.command("user", "code", "--email", email)
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


def form_token(session, url):
    """The token that a page's forms hold; the same on every page of a login."""
    return re.search(r'data-form-token="([^"]+)"', session.get(url).text)[1]


def steward_session(demo, venue, day):
    session = client(demo)
    answer = session.get(f"{demo.url}/staff/door/{door_token(demo, venue, day)}", allow_redirects=False)
    assert answer.status_code == 303, answer.text
    return session


def door_token(demo, venue, day, room=None):
    """The token of a steward's link, made if there is none."""
    room = "null" if room is None else f"'{room}'"
    answer = Cluster(demo.data).psql("socialday", f"select id from api.open_door('command', '{venue}', {room}, '{day}')")
    link = uuid.UUID(answer.split()[-1]).bytes
    key = (demo.data / "secret").read_bytes()
    return encode(link + hmac.new(key, b"staff link\0\x02" + link, hashlib.sha256).digest()[:16])


def hidden(html):
    """The names and values of the hidden fields of a page's main form."""
    main = html[html.index("<main"):]
    return {name: unescape(value) for name, value in re.findall(
        r'<input type="hidden" name="([^"]+)" value="([^"]*)"', main)}
