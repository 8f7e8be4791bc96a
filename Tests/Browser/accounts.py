"""Accounts of our own, attempts to log in, and the mails that go to the staff."""

import re

from harness.mails import Mail
from harness.staff import client, hidden
from harness.waiting import until

PASSWORD_OF_OURS = "quatre girafes au café"


def attempt(demo, email, password, session=None, **changes):
    """Posts the login form with these changes; a field that is None is left out."""
    session = session or client(demo)
    fields = hidden(session.get(f"{demo.url}/staff/login").text) | {"email": email, "password": password}
    headers = changes.pop("headers", {})
    fields = {name: value for name, value in (fields | changes).items() if value is not None}
    return session.post(f"{demo.url}/staff/login", data=fields, headers=headers, allow_redirects=False)


def add(demo, email, role, *options):
    result = demo.command("user", "add", "--email", email, "--role", role, *options, "--password-stdin",
                          input=f"{PASSWORD_OF_OURS}\n")
    assert result.returncode == 0, result.stderr
    return email


def visible(html):
    """A page without what is new on each: tokens and what was typed."""
    return re.sub(r'(value|data-form-token)="[^"]*"', "", html)


def staff_mails(demo, kind):
    return [Mail(file.read_bytes()) for file in sorted((demo.data / "mail").glob(f"staff*-{kind}.eml"))]


def wait_for_mail(demo, kind, count):
    until(lambda: len(staff_mails(demo, kind)) >= count)
    [*_, mail] = found = staff_mails(demo, kind)
    assert len(found) == count
    return mail
