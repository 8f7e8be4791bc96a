"""An organiser's afternoon: a programme is imported, published, changed and called off; nobody is surprised."""

import pytest
import requests
from desk import day, draft, hall, look, organiser, psql, read, sign_up  # noqa: F401
from forms import DESKTOP, PHONE

from harness.programme import csv_text, session
from harness.staff import form_token, staff_session
from harness.waiting import until


def rows_of(day, **changes):
    return [
        session(day, slug="bois", venue="halle", room="Salle A", title_fr="Réparer une chaise", title_en="Mending a chair",
                capacity="10", **changes),
        session(day, slug="fer", venue="halle", room="Salle B", title_fr="Souder", title_en="Welding", capacity="8",
                starts_at="13:00", ends_at="14:00")]


def test_an_afternoon(demo, folder, day, hall, organiser, sign_up, api, psql, picture):
    # A programme comes as a file, first a wrong one.
    page = organiser()
    page.goto(f"{demo.url}/staff/sessions")
    picture(page, "desk-sessions")
    page.click("text=Importer un fichier")
    wrong = folder / "wrong.csv"
    wrong.write_text(csv_text([row | {"capacity": "beaucoup"} for row in rows_of(day)]))
    page.set_input_files("#file", wrong)
    page.click("text=Voir ce qu’il change")
    assert read(page, "#notice").startswith("Ce fichier n’est pas encore bon")
    assert "« beaucoup » n’est pas un nombre entier" in read(page, "main table")
    picture(page, "desk-import-wrong")
    good = folder / "good.csv"
    good.write_text(csv_text(rows_of(day)))
    page.set_input_files("#file", good)
    page.click("text=Voir ce qu’il change")
    assert "2 séances de plus" in read(page, "main")
    assert page.locator(".many li").all_inner_texts() == ["Réparer une chaise\nbois", "Souder\nfer"], "titles, and slugs below"
    picture(page, "desk-import-preview")
    page.click("text=Oui, importer")
    assert "2 de plus" in read(page, ".done")
    assert all(row["slug"] not in ("bois", "fer") for row in api("/sessions")), "drafts are nobody's business"

    # Both are published together from the list.
    page.click("text=Relire et publier les brouillons")
    page.click("text=Publier les séances choisies")
    assert read(page, "#notice").strip() == "Choisissez au moins une séance à publier"
    for box in page.locator("input[name=session]").all():
        box.check()
    picture(page, "desk-drafts")
    page.click("text=Publier les séances choisies")
    page.click("button[value=yes]")
    assert "2 séances publiées." in read(page, ".done")
    until(lambda: {"bois", "fer"} <= {row["slug"] for row in api("/sessions")})

    # It fills, and then has to be smaller: those who lose their places are shown before.
    sign_up("bois", *(f"gens{number}" for number in range(8)))
    sign_up("bois", "two", places=2, language="en")
    sign_up("fer", "gens0", "gens1")
    page.goto(f"{demo.url}/staff/sessions/bois")
    picture(page, "desk-session")
    page.fill("#capacity", "7")
    page.fill("#title_fr", "Réparer une chaise, ou deux")
    page.click("text=Voir l’effet")
    text = read(page, "main")
    assert "10 → 7 places : 10 sont prises." in text and "Garder 10 places" in text
    assert "Passer les 2 dernières inscriptions" in text and "L’organisateur a dû réduire" in text
    assert "@example.org" not in page.content() and "/tickets/" not in page.content()
    picture(page, "desk-effect-capacity")
    assert letters(psql, "moved_to_waiting") == 0, "only shown"
    page.check("input[value=move]")
    page.click("text=Oui, enregistrer et envoyer")
    assert "2 inscriptions, les dernières, passent en liste d’attente" in read(page, ".done")
    picture(page, "desk-session-done")
    assert letters(psql, "moved_to_waiting") == 2

    # That is undone, with its own effect.
    page.click("text=Revenir en arrière")
    assert "2 inscriptions en attente obtiennent leurs places." in read(page, "main")
    picture(page, "desk-undo")
    page.click("button[value=yes]")
    page.wait_for_url("**/staff/sessions/bois?done=saved*")
    assert page.input_value("#capacity") == "10" and page.input_value("#title_fr") == "Réparer une chaise"

    # It moves to another time and room: two people clash.
    page.fill("#starts_at", f"{day}T13:30")
    page.fill("#ends_at", f"{day}T14:30")
    page.select_option("#room", label="Salle C (60)")
    page.click("text=Voir l’effet")
    text = read(page, "main")
    assert "2 personnes ont désormais une autre séance à la même heure" in text
    assert "9 messages partent." in text and "Séance déplacée" in text
    picture(page, "desk-effect-move")
    page.click("text=Oui, enregistrer et envoyer")
    page.wait_for_url("**/staff/sessions/bois?done=saved*")
    assert letters(psql, "session_changed") == 9

    # Everything that is wrong is said at once, and what was typed stays.
    page.fill("#capacity", "99")
    page.fill("#ends_at", f"{day}T12:30")
    page.fill("#title_en", "")
    page.click("text=Voir l’effet")
    assert page.evaluate("document.activeElement.id") == "notice"
    assert page.locator("#notice li").count() == 2
    page.fill("#ends_at", f"{day}T14:30")
    page.fill("#title_en", "Mending a chair")
    page.click("text=Voir l’effet")
    assert "plus que la salle ne permet (60 places)" in read(page, "#capacity-error")
    assert page.input_value("#capacity") == "99"
    picture(page, "desk-session-wrong")

    # It is called off, and takes place after all.
    page.goto(f"{demo.url}/staff/sessions/bois")
    page.click("text=Annuler la séance")
    assert "9 messages partent." in read(page, "main")
    picture(page, "desk-effect-cancel")
    page.click("button[value=yes]")
    page.wait_for_url("**/staff/sessions/bois?done=saved*")
    assert letters(psql, "session_cancelled") == 9
    page.click("text=Elle a lieu après tout")
    picture(page, "desk-effect-restore")
    page.click("button[value=yes]")
    page.wait_for_url("**/staff/sessions/bois?done=saved*")
    assert psql("select cancelled_at is null from app.session where slug = 'bois'") == "t"

    # The record says what was done, and to what.
    actions = psql("select string_agg(distinct action, ',' order by action) from app.record where actor like 'account:%'")
    for action in ("programme.imported", "session.published", "session.changed", "session.cancelled", "session.restored"):
        assert action in actions
    assert [line for line in page.complaints if "status of 4" not in line] == []


def letters(psql, kind):
    return int(psql(
        f"select count(*) from app.outbox o join app.session s on s.id = o.session_id where o.kind = '{kind}' and s.slug = 'bois'"))


def test_two_organisers_at_one_session(demo, folder, day, hall, organiser, picture):
    draft(demo, organiser, [session(day, slug="both", venue="halle", room="Salle D", capacity="5")])
    first, second = organiser(), organiser()
    for page in (first, second):
        page.goto(f"{demo.url}/staff/sessions/both")
    first.fill("#title_fr", "Le titre du premier")
    first.fill("#audience", "Les voisins")
    first.click("text=Voir l’effet")
    first.wait_for_url("**?done=saved*")
    second.fill("#title_fr", "Le titre du second")
    second.fill("#summary_en", "Typed by the second.")
    second.click("text=Voir l’effet")
    text = read(second, "#notice")
    assert "organisation@demonstration.example" in text and "Le titre du premier" in text and "Les voisins" in text
    assert second.input_value("#title_fr") == "Le titre du second", "nothing typed is lost"
    assert second.input_value("#summary_en") == "Typed by the second."
    assert second.input_value("#audience") == "Les voisins", "what they had not touched is taken over"
    assert "Le titre du premier" in read(second, "#title_fr-theirs")
    assert second.locator(".theirs").count() == 1
    picture(second, "desk-two-organisers")
    second.click("text=Voir l’effet")
    second.wait_for_url("**?done=saved*")
    assert second.input_value("#title_fr") == "Le titre du second" and second.input_value("#audience") == "Les voisins"


def test_venues_rooms_hosts_and_notices(demo, hall, organiser, picture):
    page = organiser()
    page.goto(f"{demo.url}/staff/venues?q=halle")
    picture(page, "desk-venues")
    page.click("text=Halle des essais")
    page.fill("#access_notes", "Sonnez à gauche.")
    page.click("main form.panel button")
    assert read(page, ".done p >> nth=0") == "C’est enregistré." and page.input_value("#access_notes") == "Sonnez à gauche."
    rooms = page.locator(".room-form")
    rooms.last.locator("[name=name]").fill("Grenier")
    rooms.last.locator("[name=capacity]").fill("beaucoup")
    rooms.last.locator("button").click()
    assert "nombre entier" in read(page, "#capacity-new-error")
    page.fill("#capacity-new", "12")
    picture(page, "desk-venue")
    before = rooms.count()
    rooms.last.locator("button").click()
    assert rooms.count() == before + 1
    assert "Grenier" in [field.input_value() for field in page.locator(".room-form [name=name]").all()]

    page.goto(f"{demo.url}/staff/hosts")
    page.fill("#name", "Les Soudeuses")
    page.select_option("#legal_form", "cooperative")
    picture(page, "desk-hosts")
    page.click("main form.panel button")
    page.fill("#name", "Les Soudeuses")
    page.select_option("#legal_form", "association")
    page.click("main form.panel button")
    assert read(page, "#name-error") == "Ce nom est déjà pris."

    page.goto(f"{demo.url}/staff/notices")
    page.fill("#text_fr", "Il pleut : prenez un parapluie.")
    page.click("main form.panel button:has-text('Mettre en place')")
    assert read(page, "#text_en-error") == "Remplissez ce champ."
    page.fill("#text_en", "It rains: bring an umbrella.")
    page.click("main form.panel button:has-text('Mettre en place')")
    assert read(page, ".done p >> nth=0") == "L’annonce est en place."
    picture(page, "desk-notices")
    until(lambda: "bring an umbrella" in requests.get(f"{demo.url}/en/programme", verify=False).text)
    page.click("button.danger")
    assert read(page, ".done p >> nth=0") == "L’annonce est retirée."


def test_a_new_session_and_lists_by_address(demo, day, hall, organiser, picture):
    page = organiser()
    page.goto(f"{demo.url}/staff/sessions/new")
    picture(page, "desk-new")
    page.click("text=Créer et publier")
    assert page.locator("#notice li").count() > 8
    picture(page, "desk-new-wrong")
    for name, value in {"title_fr": "Une séance toute neuve !", "title_en": "Brand new", "summary_fr": "Voilà.",
                        "summary_en": "There.", "starts_at": f"{day}T20:00", "ends_at": f"{day}T21:00",
                        "capacity": "6"}.items():
        page.fill(f"#{name}", value)
    for name, value in {"format": "talk", "theme": "care"}.items():
        page.select_option(f"#{name}", value)
    page.select_option("#host", index=1)
    page.select_option("#room", label="Salle B (8)")
    page.click("text=Créer et publier")
    page.wait_for_url("**/staff/sessions/une-seance-toute-neuve?done=created*")

    page.goto(f"{demo.url}/staff/sessions?sort=title&order=desc")
    page.fill("#q", "neuve seance")
    page.click("text=Afficher")
    assert page.locator("tbody tr").count() == 1 and page.input_value("#q") == "neuve seance"
    page.click("text=Tout afficher")
    page.goto(f"{demo.url}/staff/sessions?sort=title&order=desc")
    titles = page.locator("tbody th a").all_inner_texts()
    assert len(titles) == 50 and page.locator("th[aria-sort=descending]").count() == 1
    page.click("a[rel=next]")
    assert "page=2" in page.url and "sort=title" in page.url and "order=desc" in page.url
    page.click("th:has-text('Places prises') a")
    assert "sort=taken" in page.url and "page=" not in page.url


def test_what_is_no_file_or_too_large(demo, organiser, folder):
    session = staff_session(demo, "organiser")
    token = form_token(session, f"{demo.url}/staff/import")
    url = f"{demo.url}/staff/import"

    def send(content, **fields):
        return session.post(url, data={"form_token": token, "kind": "sessions"} | fields, files={"file": content})

    latin = send(("x.csv", "slug,titre\nécole".encode("latin-1")))
    assert latin.status_code == 422 and "UTF-8" in latin.text
    assert send(("x.csv", b"")).status_code == 422
    assert "1 Mio" in send(("x.csv", b"x" * (1024 * 1024 + 1))).text
    assert send(("x.csv", b"x" * (2 * 1024 * 1024))).status_code == 413
    assert session.post(url, data={"form_token": "x"}, files={"file": b"x"}).status_code == 403
    assert session.post(url, data=b"--x\r\n", headers={"content-type": "multipart/form-data; boundary=y"}).status_code == 400


LOOKS = {
    "phone": ["sessions", "sessions/new", "venues/halle", "notices", "sessions/{}", "sessions/{}/cancel"],
    "desktop": ["sessions?q=zzz", "venues", "venues/new", "hosts", "import", "sessions/{}", "sessions/{}/withdraw"]}


@pytest.mark.parametrize("size, scheme", [("phone", "light"), ("desktop", "dark")])
def test_axe_finds_nothing(demo, day, folder, hall, organiser, api, sign_up, picture, size, scheme):
    slug = f"axe-{scheme}"
    page = draft(demo, organiser, [
        session(day, slug=slug, venue="halle", room=f"Salle {scheme}", capacity="5", starts_at="16:00", ends_at="17:00")])
    page.goto(f"{demo.url}/staff/sessions/{slug}/publish")
    page.click("button[value=yes]")
    until(lambda: slug in {row["slug"] for row in api("/sessions")})
    sign_up(slug, f"a{scheme}", f"b{scheme}", f"c{scheme}")
    page = organiser(viewport={"phone": PHONE, "desktop": DESKTOP}[size], color_scheme=scheme)
    for path in LOOKS[size]:
        page.goto(f"{demo.url}/staff/{path.format(slug)}")
        look(page, f"{size}-{path}", picture)
    page.goto(f"{demo.url}/staff/sessions/{slug}")
    page.fill("#capacity", "2")
    page.click("text=Voir l’effet")
    look(page, f"{size}-effect", picture)
    page.click("button[value=back]")
    page.fill("#capacity", "")
    page.click("text=Voir l’effet")
    look(page, f"{size}-session-wrong", picture)
