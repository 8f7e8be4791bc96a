"""The states that the staff's pages can be in, by their names, and how a browser gets there.

Each is a function of the page, the address of the staff's pages, and what the fixture `things` holds; with it, whose
browser it is."""

from forms import send

from harness.programme import csv_text

STATES = {}


def state(role="administrator"):
    """A function that brings a browser of the role into a state, or one of nobody's."""

    def add(function):
        STATES[function.__name__.replace("_", "-")] = (role, function)
        return function

    return add


@state()
def found(page, site, things):
    page.goto(f"{site}/people")
    page.fill("#q", "axe")
    page.click(".look button")


@state()
def found_nobody(page, site, things):
    page.goto(f"{site}/people")
    page.fill("#q", "zzzz")
    page.click(".look button")


@state()
def account_wrong(page, site, things):
    page.goto(f"{site}/accounts/new")
    send(page)
    page.wait_for_selector("#notice")


@state()
def sign_up_wrong(page, site, things):
    page.goto(f"{site}/sign-ups/new")
    page.evaluate("document.querySelector('main form').noValidate = true")
    page.fill("#email", "nobody")
    send(page)
    page.wait_for_selector("#email-error")


@state()
def sign_up_alike(page, site, things):
    page.goto(f"{site}/sign-ups/new?session=late")
    page.fill("#name", "Axel Axe")
    send(page)
    page.wait_for_selector(".alike")


@state()
def move_up_wrong(page, site, things):
    page.goto(f"{site}/people/{things['waiter']}/sign-ups/{things['waiting']}/move-up")
    page.evaluate("document.querySelector('main form').noValidate = true")
    send(page)
    page.wait_for_selector("#choice-error")


@state()
def message_wrong(page, site, things):
    page.goto(f"{site}/messages/new?session=roomy")
    page.fill("#text_fr", "Bonjour {nom}")
    page.click("button[value=preview]")
    page.wait_for_selector("#text-error-fr")


@state()
def message_seen_first(page, site, things):
    page.goto(f"{site}/messages/new?session=roomy")
    for language in ("fr", "en"):
        page.fill(f"#subject_{language}", "Social Day")
        page.fill(f"#text_{language}", "Un mot.\n\nhttps://example.org/")
    page.click("button[value=preview]")
    page.wait_for_selector(".mail")


@state()
def export_wrong(page, site, things):
    page.goto(f"{site}/exports")
    page.evaluate("document.querySelectorAll('[name=column]').forEach(box => box.checked = false)")
    send(page)
    page.wait_for_selector(".notice")


@state()
def session_wrong(page, site, things):
    page.goto(f"{site}/sessions/new")
    send(page)
    page.wait_for_selector("#notice")


@state()
def session_effect(page, site, things):
    page.goto(f"{site}/sessions/roomy")
    page.fill("#starts_at", page.input_value("#starts_at").replace("T10", "T09"))
    send(page)
    page.wait_for_selector("#effect, #changes")


@state()
def import_wrong(page, site, things):
    page.goto(f"{site}/import")
    page.fill("#text", csv_text([things["row"] | {"capacity": "?"}]))
    send(page)
    page.wait_for_selector("#notice")


@state()
def import_seen_first(page, site, things):
    page.goto(f"{site}/import")
    page.fill("#text", csv_text([things["row"] | {"slug": "imported", "room": "New room"}]))
    send(page)
    page.wait_for_selector("#effect")


@state()
def notice_wrong(page, site, things):
    page.goto(f"{site}/notices")
    page.fill("#text_fr", "Il pleut.")
    page.click("main form.panel .next button")
    page.wait_for_selector("#text_en-error")


@state()
def confirm_wrong(page, site, things):
    page.goto(f"{site}/confirm?to=%2Fstaff%2Frecord")
    page.fill("[name=proof]", "000000")
    send(page)
    page.wait_for_selector("#proof-error")


@state()
def held_for_a_proof(page, site, things):
    page.goto(f"{site}/accounts/new")
    page.fill("#email", "axe@example.org")
    things["psql"]("update app.login set proved_at = proved_at - interval '11 minutes'")
    send(page)
    page.wait_for_selector("[name=held]", state="attached")
    things["psql"]("update app.login set proved_at = now()")


@state("venue_manager")
def manager_home(page, site, things):
    page.goto(site)


@state("venue_manager")
def manager_board(page, site, things):
    page.goto(f"{site}/board")


@state("venue_manager")
def not_theirs(page, site, things):
    page.goto(f"{site}/accounts")


@state("venue_manager")
def factor_first(page, site, things):
    things["psql"]("update app.account set factor_set_at = null where role = 'venue_manager'")
    page.goto(f"{site}/door")
    things["psql"]("update app.account set factor_set_at = now() where role = 'venue_manager'")
    page.wait_for_selector("[name=code]")


@state("steward")
def at_the_door(page, site, things):
    page.goto(f"{site}/door")


@state(None)
def login(page, site, things):
    page.goto(f"{site}/login?lang={things['language']}")


@state(None)
def login_wrong(page, site, things):
    page.goto(f"{site}/login?lang={things['language']}")
    page.fill("[name=email]", "axe@example.org")
    page.fill("[name=password]", "short")
    send(page)
    page.wait_for_selector(".notice")


@state(None)
def forgotten(page, site, things):
    page.goto(f"{site}/forgotten")


@state(None)
def forgotten_sent(page, site, things):
    page.goto(f"{site}/forgotten?sent=yes")


@state(None)
def link_over(page, site, things):
    page.goto(f"{site}/links/x")


@state(None)
def door_over(page, site, things):
    page.goto(f"{site}/door/x")
