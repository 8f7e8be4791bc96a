"""Attendee lists: an organiser chooses and downloads one, a program asks for one by its media type."""

import csv
import io
import json
import os
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
import requests
from axe import Axe

from harness.client import slow_reader
from harness.cluster import Cluster
from harness.crowd import sign_up_many
from harness.staff import form_token, staff_page, staff_session
from harness.waiting import until

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOTS = os.environ.get("SCREENSHOTS")


@pytest.fixture(scope="module")
def crowded(demo):
    sign_up_many(Cluster(demo.data), 400)
    return demo


@pytest.fixture(scope="module")
def immense(crowded):
    """A list of 100,000, which takes a while to write, and more than the way to its reader holds."""
    cluster = Cluster(crowded.data)
    cluster.psql("socialday", "delete from app.sign_up; delete from app.attendee")
    sign_up_many(cluster, 100_000)
    return crowded


def first_session(demo):
    return requests.get(f"{demo.url}/api/v1/sessions", verify=False).json()["data"][0]["slug"]


def fetch(demo, token, slug, accept, **options):
    return requests.get(
        f"{demo.url}/api/v1/sessions/{slug}/attendees", verify=False,
        headers={"authorization": f"Bearer {token}", "accept": accept}, **options)


def test_a_program_gets_json_csv_or_a_workbook_as_it_accepts(crowded):
    token = crowded.token("lists", "attendees:read")
    slug = first_session(crowded)
    people = fetch(crowded, token, slug, "*/*").json()["data"]
    assert len(people) > 1 and fetch(crowded, token, slug, "application/json, text/csv;q=0.5").json()["data"] == people

    answer = fetch(crowded, token, slug, "text/csv")
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["cache-control"] == "no-store" and f"{slug}.csv" in answer.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.content.decode(), newline="")))
    assert [row["reference"] for row in rows] == [person["reference"] for person in people]
    assert [row["signed_up_at"] for row in rows] == [person["signed_up_at"] for person in people]

    answer = fetch(crowded, token, slug, XLSX, params={"lang": "en"})
    assert answer.headers["content-type"] == XLSX
    book = zipfile.ZipFile(io.BytesIO(answer.content))
    assert book.testzip() is None
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<row ") == len(people) + 1 and ">Status<" in sheet and "<f>" not in sheet

    other = crowded.token("other", "capacity:read")
    assert fetch(crowded, other, slug, "text/csv").status_code == 403
    assert fetch(crowded, token, "nowhere", "text/csv").status_code == 404
    actors = Cluster(crowded.data).psql(
        "socialday", f"select distinct actor from app.record where action = 'export.begun' and object = 'session:{slug}'")
    assert re.fullmatch(r"token:[0-9a-f-]{36}", actors)


def test_a_program_gets_a_selection_a_venue_or_the_edition_with_the_columns_it_names(crowded):
    token = crowded.token("several", "attendees:read")
    sessions = requests.get(f"{crowded.url}/api/v1/sessions", verify=False).json()["data"]

    def get(accept="*/*", **params):
        return requests.get(f"{crowded.url}/api/v1/attendees", verify=False, params=params,
                            headers={"authorization": f"Bearer {token}", "accept": accept})

    def people(slugs):
        return [person["reference"] for slug in slugs for person in fetch(crowded, token, slug, "*/*").json()["data"]]

    answer = get()
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("application/jsonl")
    assert len(answer.text.splitlines()) == 400
    chosen = [session["slug"] for session in sessions[:2]]
    rows = [json.loads(line) for line in get(session=chosen).text.splitlines()]
    assert sorted(row["reference"] for row in rows) == sorted(people(chosen)) and "email" in rows[0]
    venue = sessions[0]["venue"]["slug"]
    here = [session["slug"] for session in sessions if session["venue"]["slug"] == venue]
    answer = get("text/csv", venue=venue, columns="places,reference", dialect="excel")
    table = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert table[0] == ["Places", "Référence"] and sorted(row[1] for row in table[1:]) == sorted(people(here))
    assert f'filename="{venue}.csv"' in answer.headers["content-disposition"]
    assert zipfile.ZipFile(io.BytesIO(get(XLSX).content)).testzip() is None
    assert get("text/html", session=chosen).text.count("<section>") == 2
    for status, params in ((400, {"columns": "name,shoe_size"}), (400, {"dialect": "x"}), (400, {"lang": "x"}),
                           (404, {"venue": "nowhere"}), (404, {"session": ["nowhere"]}),
                           (400, {"venue": venue, "session": chosen})):
        assert get(**params).status_code == status, params


def ask(demo, browser, **fields):
    url = f"{demo.url}/staff/exports"
    return browser.post(url, data={
        "form_token": form_token(browser, url), "kind": "csv", "column": ["name", "places"]} | fields)


def test_an_organiser_downloads_once_what_was_asked_for_and_it_is_recorded(crowded):
    session = staff_session(crowded, "organiser")
    page = ask(crowded, session)
    assert page.status_code == 200 and re.search(r"/staff/exports/\d+$", page.url), page.url
    file = re.search(r'href="(/staff/exports/\d+/file)"', page.text)[1]
    answer = session.get(crowded.url + file)
    rows = list(csv.reader(io.StringIO(answer.content.decode(), newline="")))
    assert rows[0] == ["name", "places"] and len(rows) == 401
    assert 'filename="edition.csv"' in answer.headers["content-disposition"]
    again = session.get(crowded.url + file)
    assert again.url == page.url and "Télécharger" not in again.text and "complète" in again.text
    record = Cluster(crowded.data).psql(
        "socialday", "select actor, details ->> 'columns' from app.record where action = 'export.begun' order by id desc limit 1")
    assert re.fullmatch(r"account:[0-9a-f-]{36}\tname,places", record)

    administrator = staff_session(crowded, "administrator")
    assert administrator.get(page.url).status_code == 404, "it is not theirs"
    assert staff_session(crowded, "venue_manager").get(f"{crowded.url}/staff/exports").status_code == 403


@pytest.mark.parametrize("fields, field", [
    ({"column": []}, "column-name"), ({"venue": "nowhere"}, "venue"), ({"session": "nowhere"}, "session"),
    ({"venue": "mairie-11e", "session": "nowhere"}, "venue"), ({"save_as": "x" * 61}, "save_as")])
def test_what_is_missing_is_said_beside_a_way_to_it_and_what_was_chosen_stays(crowded, fields, field):
    answer = ask(crowded, staff_session(crowded, "organiser"), **fields)
    assert answer.status_code == 422 and f'href="#{field}"' in answer.text and f'id="{field}"' in answer.text
    assert re.search(r'value="csv" checked', answer.text)


def test_a_choice_of_columns_is_kept_under_its_name_and_forgotten(crowded):
    session = staff_session(crowded, "organiser")
    ask(crowded, session, save_as="Émargement <b>")
    page = session.get(f"{crowded.url}/staff/exports")
    assert "Émargement &lt;b&gt;" in page.text
    chosen = session.get(crowded.url + re.search(r'href="(/staff/exports\?choice=\d+)"', page.text)[1]).text
    assert re.findall(r'name="column" value="(\w+)" checked', chosen) == ["name", "places"]
    result = crowded.command("export", "--columns", "Émargement <b>", "--out", crowded.data / "chosen")
    assert result.returncode == 0 and (crowded.data / "chosen/_edition.csv").read_text().startswith("name,places")
    forget = re.search(r'action="(/staff/exports/choices/\d+/forget)"', page.text)[1]
    assert "Émargement" not in session.post(
        crowded.url + forget, data={"form_token": form_token(session, page.url)}).text


def test_sign_in_sheets_are_printed_for_one_session_or_for_several(crowded):
    session = staff_session(crowded, "organiser")
    slug = first_session(crowded)
    page = ask(crowded, session, kind="sheet", session=slug)
    assert page.url == f"{crowded.url}/staff/sessions/{slug}/sheet" and "Feuille d’accueil" in page.text
    page = ask(crowded, session, kind="sheet")
    answer = session.get(crowded.url + re.search(r'href="(/staff/exports/\d+/file)"', page.text)[1])
    assert 'filename="edition.html"' in answer.headers["content-disposition"]
    assert answer.headers["content-type"].startswith("text/html")
    sessions = requests.get(f"{crowded.url}/api/v1/sessions", verify=False).json()["data"]
    assert answer.text.count("<section>") == len(sessions) and answer.text.count('class="name"') == 400
    assert "@example.org" not in answer.text

    token = crowded.token("sheets", "attendees:read")
    sheet = fetch(crowded, token, slug, "text/html", params={"lang": "en"})
    assert sheet.headers["content-type"] == "text/html; charset=utf-8" and "attachment" in sheet.headers["content-disposition"]
    assert "Sign-in sheet" in sheet.text
    if SHOTS:
        (Path(SHOTS) / "sheets.html").write_text(answer.text)


def test_pages_of_exports_are_accessible_and_work_in_a_browser(crowded, page):
    staff_page(page, crowded, "organiser")
    for width, scheme in ((390, "light"), (1280, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{crowded.url}/staff/exports")
        check(page, f"exports-{width}")
        page.locator("#venue").select_option(index=1)
        page.locator("#session").select_option(index=[0, 1])
        page.get_by_role("button", name="Préparer la liste").click()
        page.wait_for_selector("#notice")
        check(page, f"exports-wrong-{width}")
        page.locator("#venue").select_option(index=0)
        page.get_by_role("button", name="Préparer la liste").click()
        page.wait_for_selector("#export")
        check(page, f"export-ready-{width}")
        with page.expect_download() as download:
            page.get_by_role("link", name="Télécharger").click()
        assert zipfile.ZipFile(download.value.path()).testzip() is None
        page.wait_for_selector("text=La liste est complète")
        check(page, f"export-done-{width}")


def check(page, name):
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} scrolls sideways"


def test_a_long_export_steps_back_while_people_sign_up_and_its_page_shows_how_far_it_is(immense, page):
    cluster = Cluster(immense.data)
    staff_page(page, immense, "organiser")
    page.goto(f"{immense.url}/staff/exports")
    page.locator("#kind-xlsx").check()
    page.get_by_role("button", name="Préparer la liste").click()
    page.wait_for_selector("text=100 000 inscriptions")
    # As many as if a thousand people a second signed up, without the work of it.
    demand = subprocess.Popen(
        [cluster.program("psql"), *cluster.options, "-X", "-q", "-d", "socialday", "-c",
         "select nextval('app.sign_up_id_seq'), pg_sleep(0.001) from generate_series(1, 100000)"], stdout=subprocess.DEVNULL)
    try:
        before = demanded(cluster)
        until(lambda: demanded(cluster) > before)
        with page.expect_download() as download:
            page.get_by_role("link", name="Télécharger").click()
            page.wait_for_selector("progress.way")
            assert "La liste est en route" in page.inner_text("h1")
            seen = int(page.get_attribute("progress.way", "value"))
            assert 0 < seen < 100_000 == int(page.get_attribute("progress.way", "max"))
            assert "lignes écrites sur 100 000" in page.inner_text("[role=status]").replace("\u202f", " ")
            check(page, "export-under-way")
    finally:
        demand.kill()
        demand.wait()
    rows = zipfile.ZipFile(download.value.path()).read("xl/worksheets/sheet1.xml").count(b"<row ")
    assert rows == 100_001, "with the headings"
    page.wait_for_selector("text=La liste est complète")


def test_an_export_whose_database_went_away_is_said_to_have_failed(immense):
    cluster = Cluster(immense.data)
    session = staff_session(immense, "organiser")
    page = ask(immense, session, column=["session", "name", "email", "signed_up_at", "reference"]).url
    cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in session.cookies)
    # Its reader takes nothing of it: it stands.
    file = slow_reader(immense.port, f"""GET {page.removeprefix(immense.url)}/file HTTP/1.1
Host: localhost:{immense.port}
Cookie: {cookies}

""")
    until(lambda: "La liste est en route" in session.get(page).text)
    cluster.psql("socialday", "select pg_terminate_backend(pid) from pg_stat_activity where query like '%exported%'"
                 " and pid <> pg_backend_pid()")
    until(lambda: "interrupted" in session.get(page).text)
    file.close()
    assert "interrupted" in session.get(f"{immense.url}/staff/exports").text


def demanded(cluster):
    return int(cluster.psql("socialday", "select api.demand()"))
