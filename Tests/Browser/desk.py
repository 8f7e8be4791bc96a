"""An organiser at work in a browser, with a venue of their own and people who sign up."""

import uuid

import pytest
import requests
from axe import Axe

from harness.cluster import Cluster
from harness.programme import VENUE, csv_text, import_rows
from harness.staff import staff_page


@pytest.fixture(scope="module")
def day(api):
    return api("/sessions")[0]["starts_at"][:10]


@pytest.fixture(scope="module")
def hall(demo, folder):
    """A venue of ours with three rooms."""
    rows = [VENUE | {"slug": "halle", "name": "Halle des essais", "room": f"Salle {name}", "room_capacity": str(size)}
            for name, size in [("A", 20), ("B", 8), ("C", 60)]]
    import_rows(demo, folder, "venues", rows)


@pytest.fixture
def organiser(visit, demo):
    def open_page(**options):
        return staff_page(visit(locale="fr-FR", **options), demo, "organiser")

    return open_page


@pytest.fixture(scope="module")
def psql(demo):
    return lambda statement: Cluster(demo.data).psql("socialday", statement)


@pytest.fixture(scope="module")
def sign_up(demo, token):
    def ask(slug, *people, language="fr", places=1):
        for person in people:
            answer = requests.post(
                f"{demo.url}/api/v1/sign-ups", verify=False, headers={"authorization": f"Bearer {token}"}, json={
                    "session": slug, "name": "Zoé Canari", "email": f"{person}@example.org", "language": language,
                    "places": places, "request_key": str(uuid.uuid4())})
            assert answer.status_code == 201, answer.text

    return ask


def draft(demo, organiser, rows):
    """The rows as drafts, by the desk's own import."""
    page = organiser()
    page.goto(f"{demo.url}/staff/import")
    page.fill("#text", csv_text(rows))
    page.click("main form button[type=submit]")
    page.click("button[value=yes]")
    page.wait_for_url("**/staff/import?created=*")
    return page


def read(page, selector):
    """What is read there, with plain spaces."""
    return page.inner_text(selector).replace("\u00a0", " ").replace("\u202f", " ")


def look(page, name, picture):
    assert page.locator("nav.desk").count() == 1, f"{name} is not a page of the desk"
    results = Axe().run(page)
    found = [f"{rule['id']}: {[node['html'] for node in rule['nodes']]}" for rule in results.response["violations"]]
    assert found == [], name
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} is wider than the screen"
    picture(page, "axe-" + name.replace("/", "-").replace("?", "-"))
