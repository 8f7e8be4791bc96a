"""Places that have another name, two organisers at one of them, and ways back from what was done."""

import pytest
from desk import day, draft, hall, look, organiser, psql, read, sign_up  # noqa: F401
from forms import DESKTOP, PHONE

from harness.programme import import_rows, session
from harness.waiting import until


@pytest.fixture(scope="module")
def people(demo, day, hall, folder, api, sign_up):
    """Two sessions in our venue, with people in them."""
    import_rows(demo, folder, "sessions", [
        session(day, slug="bois", venue="halle", room="Salle A", title_fr="Réparer une chaise", title_en="Mending a chair",
                capacity="10"),
        session(day, slug="fer", venue="halle", room="Salle B", title_fr="Souder", title_en="Welding", capacity="8",
                starts_at="13:00", ends_at="14:00")])
    until(lambda: {"bois", "fer"} <= {row["slug"] for row in api("/sessions")})
    sign_up("bois", "zoe", "abel", "bea")
    sign_up("bois", "tom", language="en")
    sign_up("fer", "zoe")


def written(psql):
    return psql(
        "select count(*) filter (where gathered_into is null) || ' of ' || count(*) from app.outbox"
        " where (details ->> 'renamed')::boolean")


def save(page):
    page.click("form:has(#name) button[type=submit]")


def test_a_venue_has_another_name(demo, people, organiser, psql, picture):
    page = organiser()
    page.goto(f"{demo.url}/staff/venues/halle")
    assert "chacun en est averti" in read(page, ".notice.info")
    page.fill("#name", "Halle des réparations")
    page.fill("#address", "2 rue Neuve")
    save(page)
    text = read(page, "main")
    assert "4 personnes inscrites à 2 séances en sont averties, d’un message chacune." in text
    assert "4 messages partent." in text and "Nouveau nom ou nouvelle adresse" in text
    assert "Halle des essais" in text and "2 rue Neuve" in text and "@example.org" not in page.content()
    picture(page, "changes-effect")
    assert written(psql) == "0 of 0", "only shown"
    page.click("button[value=back]")
    assert page.input_value("#name") == "Halle des réparations", "nothing typed is lost"
    save(page)
    page.click("text=Oui, enregistrer et envoyer")
    page.wait_for_url("**/staff/venues/halle?done=saved&change=*")
    assert written(psql) == "4 of 5", "one mail each"
    picture(page, "changes-venue-done")

    # That is undone, and they hear of it again.
    page.click(".done a")
    text = read(page, "main")
    assert "4 messages partent." in text and "Lieu : Halle des réparations" in text
    picture(page, "changes-undo")
    page.click("button[value=yes]")
    page.wait_for_url("**/staff/changes?undone=4")
    assert read(page, ".done") == "C’est de nouveau comme avant. 4 messages partent."
    assert read(page, "tbody tr >> nth=0").startswith("Retour en arrière") and "Annulé depuis" in read(page, "tbody tr >> nth=1")
    picture(page, "changes-list")
    assert psql("select name from app.venue where slug = 'halle'") == "Halle des essais"

    # A room's name is part of the place.
    page.goto(f"{demo.url}/staff/venues/halle")
    room = page.locator(".room-form").nth(1)
    room.locator("[name=name]").fill("Salle Bleue")
    room.locator("button").click()
    assert "1 personne inscrite à 1 séance en est avertie." in read(page, "main")
    page.click("text=Oui, enregistrer et envoyer")
    page.wait_for_url("**/staff/venues/halle?done=saved&change=*")
    page.click(".done a")
    page.click("button[value=yes]")
    page.wait_for_url("**/staff/changes?undone=1")
    assert [line for line in page.complaints if "status of 4" not in line] == []


def test_two_organisers_at_one_venue_room_host_and_notice(demo, people, organiser, picture):
    first, second = organiser(), organiser()

    def open_both(path):
        for page in (first, second):
            page.goto(f"{demo.url}/staff/{path}")

    open_both("venues/halle")
    first.fill("#access_notes", "Sonnez à gauche.")
    first.select_option("#hearing_loop", "yes")
    save(first)
    second.fill("#access_notes", "Sonnez à droite.")
    second.fill("#arrondissement", "11")
    save(second)
    text = read(second, "#notice")
    assert "organisation@demonstration.example" in text and "Sonnez à gauche." in text and "Boucle magnétique" in text
    assert second.input_value("#access_notes") == "Sonnez à droite.", "nothing typed is lost"
    assert second.input_value("#arrondissement") == "11"
    assert second.input_value("#hearing_loop") == "yes", "what they had not touched is taken over"
    assert read(second, "#access_notes-theirs").endswith("Sonnez à gauche.") and second.locator(".theirs").count() == 1
    look(second, "two-at-a-venue", picture)
    save(second)
    second.wait_for_url("**/staff/venues/halle?done=saved*")

    open_both("venues/halle")
    for page, capacity in ((first, "70"), (second, "80")):
        room = page.locator(".room-form").nth(2)
        room.locator("[name=capacity]").fill(capacity)
        room.locator("button").click()
    assert "60 → 70" in read(second, "#notice") and second.locator(".room-form .theirs").count() == 1
    assert second.locator(".room-form").nth(2).locator("[name=capacity]").input_value() == "80"
    look(second, "two-at-a-room", picture)

    first.goto(f"{demo.url}/staff/hosts")
    first.fill("#name", "Les Soudeuses")
    first.select_option("#legal_form", "cooperative")
    save(first)
    first.goto(f"{demo.url}/staff/hosts?q=soudeuses")
    second.goto(demo.url + first.locator("tbody th a").get_attribute("href"))
    first.click("tbody th a")
    first.fill("#contact_email", "bonjour@soudeuses.example")
    save(first)
    first.wait_for_url("**/staff/hosts?done=saved*")
    second.fill("#contact_email", "bonjour")
    save(second)
    assert "adresse complète" in read(second, "#contact_email-error")
    second.fill("#contact_email", "contact@soudeuses.example")
    save(second)
    assert read(second, "#contact_email-theirs").endswith("bonjour@soudeuses.example")
    assert second.input_value("#contact_email") == "contact@soudeuses.example"
    look(second, "two-at-a-host", picture)

    open_both("notices")
    for page, text in ((first, "Il pleut."), (second, "Il neige.")):
        page.fill("#text_fr", text)
        page.fill("#text_en", "Weather.")
        page.click("main form.panel button:has-text('Mettre en place')")
    assert read(second, "#text_fr-theirs").endswith("Il pleut.") and second.input_value("#text_fr") == "Il neige."
    look(second, "two-at-a-notice", picture)
    second.click("main form.panel button:has-text('Mettre en place')")
    second.wait_for_url("**/staff/notices?done=set*")
    first.click("button.danger")
    assert "Elle a changé depuis que vous l’avez vue" in read(first, "#notice")
    first.click("button.danger")
    first.wait_for_url("**/staff/notices?done=cleared*")
    first.click(".done a")
    assert "Remis en place" in read(first, "main")
    first.click("button[value=yes]")
    first.wait_for_url("**/staff/changes?undone=0")
    first.goto(f"{demo.url}/staff/notices")
    assert "Il neige." in read(first, ".notice-row")


def test_a_file_and_a_publication_are_undone(demo, day, people, organiser, sign_up, psql, picture):
    rows = [session(day, slug=f"file-{number}", venue="halle", room="Salle C", title_fr=f"Séance {number}",
                    title_en=f"Session {number}", starts_at=f"{9 + number}:00", ends_at=f"{9 + number}:30")
            for number in range(1, 4)]
    page = draft(demo, organiser, rows)
    page.goto(f"{demo.url}/staff/sessions?status=draft&q=halle")
    for box in page.locator("input[name=session]").all():
        box.check()
    page.click("text=Publier les séances choisies")
    assert "Publier ces 3 séances ?" in read(page, "h1")
    look(page, "publish-many", picture)
    page.click("button[value=yes]")
    assert read(page, ".done p >> nth=0") == "3 séances publiées."
    page.click(".done a")
    assert "Personne n’en est touché" in read(page, "main")
    page.click("button[value=yes]")
    page.wait_for_url("**/staff/changes?undone=0")
    assert psql("select count(*) from app.session where slug like 'file-%' and published_at is null") == "3"
    # What came after the file has to be undone first: it says what.
    imported = page.locator("tbody tr", has_text="Séances importées").first.locator("a")
    imported.click()
    text = read(page, "main")
    assert "cela a changé depuis" in text and "Séance : Séance 1" in text and "organisation@demonstration.example" in text
    look(page, "undo-changed-since", picture)

    page = draft(demo, organiser, [rows[2] | {"slug": "late", "room": "Salle D"}])
    page.click(".done a")
    assert "Séance : Séance 3" in read(page, "section:has(#gone)")
    look(page, "undo-file", picture)
    page.click("button[value=yes]")
    page.wait_for_url("**/staff/changes?undone=0")
    assert psql("select count(*) from app.session where slug = 'late'") == "0"


LOOKS = {"phone": ["changes", "hosts", "sessions"], "desktop": ["changes"]}


@pytest.mark.parametrize("size, scheme", [("phone", "light"), ("desktop", "dark")])
def test_axe_finds_nothing(demo, people, organiser, picture, size, scheme):
    page = organiser(viewport={"phone": PHONE, "desktop": DESKTOP}[size], color_scheme=scheme)
    for path in LOOKS[size]:
        page.goto(f"{demo.url}/staff/{path}")
        look(page, f"{size}-{path}", picture)
    page.goto(f"{demo.url}/staff/venues/halle")
    page.fill("#name", f"Halle {scheme}")
    save(page)
    look(page, f"{size}-rename-effect", picture)
    page.click("button[value=yes]")
    look(page, f"{size}-rename-done", picture)
    page.click(".done a")
    look(page, f"{size}-undo", picture)
    page.click("button[value=yes]")
    page.wait_for_url("**/staff/changes?undone=4")
    look(page, f"{size}-changes-undone", picture)
