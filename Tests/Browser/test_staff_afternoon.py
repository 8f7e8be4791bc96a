"""All that an organiser does in an afternoon, in one browser from the login to the record, and what people's mailboxes say of it."""

import csv
import io

import pytest
from forms import DESKTOP, PHONE, send, sign_up

from harness.mails import mails_to
from harness.programme import VENUE, csv_text, session
from harness.staff import EMAILS, PASSWORD, code_of
from harness.waiting import until

PEOPLE = {name: f"{name.lower()}@afternoon.example" for name in ("Ada", "Bea", "Chloé", "Dido", "Eve")}


@pytest.fixture
def mail_of(demo):
    """Waits for the mail of a kind to an address, and reads it."""

    return lambda address, kind: mails_to(demo, address, kind)[-1]


@pytest.fixture
def shot(picture):
    """A picture on a phone and on a desktop, which it leaves the page at."""

    def take(page, name):
        for viewport in (PHONE, DESKTOP):
            page.set_viewport_size(viewport)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} scrolls sideways"
            picture(page, f"afternoon-{name}-{viewport['width']}")

    return take


def read(page, selector="main"):
    """What is read there, with plain spaces."""
    return page.inner_text(selector).replace("\u00a0", " ").replace("\u202f", " ")


def text(mail):
    return mail.text().replace("\u00a0", " ").replace("\u202f", " ")


def test_an_afternoon_from_import_to_export(demo, folder, api, visit, mail_of, shot):
    day = api("/sessions")[0]["starts_at"][:10]
    staff = f"{demo.url}/staff"
    page = visit(locale="fr-FR")

    # In by password and code.
    page.goto(staff)
    page.fill("[name=email]", EMAILS["organiser"])
    page.fill("[name=password]", PASSWORD)
    send(page)
    page.fill("[name=code]", code_of(demo, EMAILS["organiser"]))
    send(page)
    page.wait_for_selector(".tiles")
    shot(page, "01-overview")

    # The venue and its sessions come as files, each looked at before it is taken.
    hall = VENUE | {"slug": "atelier", "name": "L’Atelier", "room": "Grande salle", "room_capacity": "6"}
    rows = [
        session(day, slug="velo", venue="atelier", room="Grande salle", title_fr="Réparer son vélo", title_en="Mending a bike",
                capacity="2", starts_at="10:00", ends_at="11:00"),
        session(day, slug="pain", venue="atelier", room="Grande salle", title_fr="Faire son pain", title_en="Baking bread",
                capacity="6", starts_at="14:00", ends_at="15:00")]
    for kind, content in (("venues", [hall]), ("sessions", rows)):
        page.click("nav.desk a:has-text('Programme')")
        page.click("text=Importer un fichier")
        page.check(f"[name=kind][value={kind}]")
        file = folder / f"afternoon-{kind}.csv"
        file.write_text(csv_text(content))
        page.set_input_files("#file", file)
        page.click("text=Voir ce qu’il change")
        shot(page, f"02-import-{kind}")
        page.click("button[value=yes]")
        page.wait_for_selector(".done")

    # Published together.
    page.goto(f"{staff}/sessions?status=draft")
    for slug in ("velo", "pain"):
        page.check(f"[name=session][value={slug}]")
    page.click("text=Publier les séances choisies")
    if page.locator("button[value=yes]").count():
        page.click("button[value=yes]")
    assert "2 séances publiées." in read(page, ".done")
    shot(page, "03-published")

    # It fills: three by the web, one by telephone; two find a place, two wait.
    public = visit()
    for name in ("Ada", "Bea", "Chloé"):
        until(lambda: public.goto(f"{demo.url}/fr/sessions/velo").status == 200)
        sign_up(public, f"{demo.url}/fr/sessions/velo", PEOPLE[name], name=name)
        public.wait_for_selector("article.ticket")
        public.context.clear_cookies()
    page.click("nav.desk a:has-text('Participants')")
    page.click("nav.desk a:has-text('Inscrire')")
    page.select_option("#session", "velo")
    page.fill("#name", "Dido Œuvrard")
    page.fill("#telephone", "06 11 22 33 44")
    page.fill("#email", PEOPLE["Dido"])
    send(page)
    page.wait_for_selector(".notice")
    shot(page, "04-by-telephone")
    for name in ("Ada", "Bea"):
        assert "Réparer son vélo" in text(mail_of(PEOPLE[name], "confirmed"))
    page.goto(f"{staff}/sessions/velo/waiting-list")
    assert [name.partition("\n")[0] for name in page.locator("tbody th").all_inner_texts()] == ["Chloé", "Dido Œuvrard"]
    shot(page, "05-waiting-list")

    # Changed: more places, so that both come in, and an hour later, which everybody is told.
    page.goto(f"{staff}/sessions/velo")
    page.fill("#capacity", "4")
    page.click("text=Voir l’effet")
    assert "2 inscriptions en attente obtiennent leurs places." in read(page)
    shot(page, "06-effect")
    page.click("button[value=yes]")
    page.wait_for_selector(".done")
    for name in ("Chloé", "Dido"):
        assert "Réparer son vélo" in text(mail_of(PEOPLE[name], "promoted"))
    page.fill("#starts_at", f"{day}T11:00")
    page.fill("#ends_at", f"{day}T12:00")
    page.click("text=Voir l’effet")
    assert "4 messages partent." in read(page)
    page.click("button[value=yes]")
    page.wait_for_selector(".done")
    assert "11 h" in text(mail_of(PEOPLE["Ada"], "session_changed"))
    shot(page, "07-changed")

    # Found again by telephone, and written to.
    page.click("nav.desk a:has-text('Participants')")
    page.fill("#q", "06.11.22.33.44")
    page.click(".look button")
    page.click("table a:has-text('Dido')")
    assert "Réparer son vélo" in read(page, ".held")
    shot(page, "08-person")
    page.goto(f"{staff}/messages/new?session=velo")
    page.fill("#subject_fr", "Apportez votre vélo")
    page.fill("#text_fr", "Bonjour,\n\nnous vous attendons à {heure}.")
    page.click("button[value=preview]")
    assert "11 h" in read(page, ".mail")
    page.click("button[value=test]")
    mail_of(EMAILS["organiser"], "message_test")
    shot(page, "09-message")
    page.click("button[value=send]")
    page.wait_for_url("**/staff/messages/*")
    assert mail_of(PEOPLE["Bea"], "message")["subject"] == "Apportez votre vélo"
    shot(page, "10-sent")

    # One is let go at the desk, and the session of the afternoon is called off.
    page.goto(f"{staff}/sessions/velo/people")
    page.click("table a:has-text('Ada')")
    page.click(".held a:has-text('Annuler')")
    send(page)
    page.wait_for_selector(".notice")
    assert "Réparer son vélo" in text(mail_of(PEOPLE["Ada"], "cancelled"))
    sign_up(public, f"{demo.url}/fr/sessions/pain", PEOPLE["Eve"], name="Eve")
    public.wait_for_selector("article.ticket")
    page.goto(f"{staff}/sessions/pain")
    page.click("text=Annuler la séance")
    shot(page, "11-calling-off")
    page.click("button[value=yes]")
    page.wait_for_selector(".done")
    assert "Faire son pain" in text(mail_of(PEOPLE["Eve"], "session_cancelled"))

    # The list of who comes.
    page.click("nav.desk a:has-text('Participants')")
    page.click("nav.desk a:has-text('Listes')")
    page.select_option("#session", "velo")
    page.check("[name=kind][value=csv]")
    send(page)
    if "/staff/confirm" in page.url or page.locator("[name=proof]").count():
        page.fill("[name=proof]", PASSWORD)
        send(page)
        send(page)
    page.wait_for_selector("#export")
    shot(page, "12-export")
    with page.expect_download() as download:
        page.get_by_role("link", name="Télécharger").click()
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text(), newline="")))
    confirmed = sorted(row["name"] for row in rows if row.get("status", "confirmed") == "confirmed")
    assert confirmed == ["Bea", "Chloé", "Dido Œuvrard"]

    # And the record tells all of it, of nobody.
    page.click("nav.desk a:has-text('Équipe'), nav.desk a:has-text('Journal')")
    told = read(page, "table.record")
    for deed in ("s’est connecté", "a importé un fichier", "a publié une séance", "a inscrit une personne",
                 "a changé une séance", "a cherché des personnes", "a écrit à des participants",
                 "a annulé une inscription", "a annulé une séance", "a demandé un export"):
        assert deed in told, deed
    assert not [name for name in (*PEOPLE, *PEOPLE.values()) if name in told]
    shot(page, "13-record")
    page.click("text=Se déconnecter")
    page.wait_for_url("**/staff/login")
    assert [line for line in page.complaints if "status of 4" not in line] == []
