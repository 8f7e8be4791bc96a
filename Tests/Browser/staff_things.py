"""What the staff's pages are about: sessions in each state, people, an export, a message."""

import re

import pytest

from harness.cluster import Cluster
from harness.programme import csv_text, import_rows, session
from harness.staff import form_token, hidden, staff_session


@pytest.fixture(scope="module")
def things(demo, folder, api, test_sessions):
    """By what the addresses of pages call them."""
    psql = lambda statement: Cluster(demo.data).psql("socialday", statement).strip()
    day = api("/sessions")[0]["starts_at"][:10]
    row = session(day, slug="off", room="Room 6", starts_at="16:00", ends_at="17:00")
    import_rows(demo, folder, "sessions", [row])
    staff = staff_session(demo, "administrator")
    url = f"{demo.url}/staff"
    token = {"form_token": form_token(staff, url)}

    def post(path, **fields):
        answer = staff.post(f"{url}/{path}", data=token | fields)
        assert answer.status_code == 200, path + ": " + " ".join(re.findall(r'class="error"[^>]*>([^<]+)', answer.text))
        return answer

    def steps(path, **fields):
        """A page that shows an effect first, and the yes to it."""
        answer = staff.get(f"{url}/{path}")
        return post(path, **hidden(answer.text) | {"step": "yes"} | fields)

    post("import", kind="sessions", text=csv_text([row | {"slug": "drafted", "room": "Room 7"}]), step="yes")
    change = psql("select max(id) from app.change")
    steps("sessions/off/cancel")
    people = {}
    for slug, name, note in (("roomy", "Axel Axe", "A note."), ("tiny", "Tina Tiny", ""), ("tiny", "Anne-Sophie de La Tour-d’Auvergne-Lauraguais", "")):
        answer = post("sign-ups/new", session=slug, name=name, email=f"{name[:4].lower()}.axe@example.org", places="1",
                      language="fr", request_key=f"axe-1234-{name[:4]}", note=note)
        people[name[:4]] = (re.search(r"/people/(\d+)", answer.url)[1], re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", answer.text)[0])
    run = post("exports", kind="csv", column="name").url.rpartition("/")[2]
    message = post("messages/new", session="roomy", to="confirmed", subject_fr="Un mot", text_fr="Bonjour.",
                   subject_en="A word", text_en="Hello.", request_key="axe-message-1", action="send").url
    return {
        "psql": psql, "row": row, "change": change, "person": people["Axel"][0], "reference": people["Axel"][1],
        "waiter": people["Anne"][0], "waiting": people["Anne"][1], "run": run,
        "message": re.search(r"/messages/(\d+)", message)[1],
        "account": psql("select id from app.account where role = 'organiser' limit 1"),
        "host": psql("select id from app.host order by id limit 1"), "day": day}
