"""How a person fills in and sends the form, and how a program pretends to be one."""

import re
from html import unescape

import requests

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}


def sign_up(page, url, email, name="Ada Lovelace", places=None):
    """Fills in a session's form and sends it."""
    page.goto(url)
    page.fill("[name=name]", name)
    page.fill("[name=email]", email)
    if places:
        page.select_option("[name=places]", str(places))
    send(page)


def send(page):
    page.click("main form button[type=submit]")


def outcome(page):
    """The kind of outcome that the page shows: good, waiting, mail or refused."""
    return page.get_attribute("article.ticket", "class").split()[1]


class RawForm:
    """A form got and sent without a browser: everything about it can be wrong."""

    def __init__(self, url, slug, language="en"):
        self.url, self.page = url, f"{url}/{language}/sessions/{slug}"
        self.client = requests.Session()
        self.client.verify = self.client.trust_env = False
        answer = self.client.get(self.page)
        self.fields = {"name": "Ada Lovelace", "email": "ada@example.org", "places": "1"} | hidden(answer.text)

    def send(self, headers=None, fields=None, **changes):
        """Posts the form with these changes; a field that is None is left out."""
        fields = (self.fields if fields is None else fields) | changes
        return self.client.post(
            f"{self.page}/sign-ups", data={name: value for name, value in fields.items() if value is not None},
            headers={"origin": self.url} | (headers or {}), allow_redirects=True)


def hidden(html):
    """The names and values of the hidden fields."""
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html)
    return {name: unescape(value) for name, value in fields}
