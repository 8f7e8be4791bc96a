"""The states that pages for visitors can be in, by their names, and how a browser gets there.

Each is a function of the page, the site's address with its language, and a word that makes addresses of its own."""

from forms import send, sign_up

from harness.waiting import until

STATES = {}


def state(function):
    """A function that brings a page into a state worth looking at."""
    STATES[function.__name__.replace("_", "-")] = function
    return function


@state
def home(page, site, unique):
    page.goto(site)


@state
def programme(page, site, unique):
    page.goto(f"{site}/programme")


@state
def privacy(page, site, unique):
    page.goto(f"{site}/privacy")


@state
def accessibility(page, site, unique):
    page.goto(f"{site}/accessibility")


@state
def open_data(page, site, unique):
    page.goto(f"{site}/open-data")


@state
def embed(page, site, unique):
    page.goto(f"{site}/embed?theme=housing")


@state
def found(page, site, unique):
    page.goto(f"{site}/programme?q=atelier&theme=housing")
    page.click(".find summary")


@state
def nothing_found(page, site, unique):
    page.goto(f"{site}/programme?q=zzz&theme=housing")


@state
def timetable(page, site, unique):
    page.goto(f"{site}/programme?view=timetable")


@state
def map_of_paris(page, site, unique):
    page.goto(f"{site}/programme?arrondissement=11&view=map")


@state
def venue(page, site, unique):
    page.goto(f"{site}/venues/test-hall")


@state
def session(page, site, unique):
    page.goto(f"{site}/sessions/roomy")


@state
def session_with_waiting_list(page, site, unique):
    sign_up(page, f"{site}/sessions/tiny", f"first-{unique}@example.org")
    # What the page shows is a quarter of a second old at most.
    until(lambda: page.goto(f"{site}/sessions/tiny") and page.locator("[data-places=tiny].none").count())


@state
def form_with_errors(page, site, unique):
    page.goto(f"{site}/sessions/roomy")
    send(page)
    page.wait_for_selector("#notice")


@state
def outcome_confirmed(page, site, unique):
    sign_up(page, f"{site}/sessions/roomy", f"confirmed-{unique}@example.org")


@state
def outcome_waiting(page, site, unique):
    for number in range(2):
        sign_up(page, f"{site}/sessions/tiny", f"waiting-{number}-{unique}@example.org")


@state
def outcome_already(page, site, unique):
    for _ in range(2):
        sign_up(page, f"{site}/sessions/roomy", f"already-{unique}@example.org")


@state
def outcome_neutral(page, site, unique):
    sign_up(page, f"{site}/sessions/roomy", f"neutral-{unique}@example.org")
    page.context.clear_cookies()
    sign_up(page, f"{site}/sessions/roomy", f"neutral-{unique}@example.org")


@state
def outcome_clash(page, site, unique):
    for slug in ("roomy", "roomy-too"):
        sign_up(page, f"{site}/sessions/{slug}", f"clash-{unique}@example.org")


@state
def outcome_refused(page, site, unique):
    sign_up(page, f"{site}/sessions/tiny", f"group-{unique}@example.org", places=5)


@state
def address_corrected(page, site, unique):
    sign_up(page, f"{site}/sessions/late", f"typo-{unique}@example.org")
    page.click("details:has(form[action*='/email']) summary")
    page.fill("form[action*='/email'] [name=email]", f"right-{unique}@example.org")
    page.click("form[action*='/email'] button")


@state
def correction_with_error(page, site, unique):
    sign_up(page, f"{site}/sessions/late", f"error-{unique}@example.org")
    page.click("details:has(form[action*='/email']) summary")
    page.fill("form[action*='/email'] [name=email]", "nothing")
    page.click("form[action*='/email'] button")
    page.wait_for_selector("#email-error")


@state
def form_with_needs(page, site, unique):
    page.goto(f"{site}/sessions/roomy")
    page.click(".needs summary")
    page.check("[name=needs][value=seat]")
    send(page)
    page.wait_for_selector("#consent-error")


@state
def my_day_empty(page, site, unique):
    page.goto(f"{site}/my-day")


@state
def my_day(page, site, unique):
    page.goto(f"{site}/my-day?sessions=early,roomy,roomy-too,late")


@state
def my_day_with_errors(page, site, unique):
    my_day(page, site, unique)
    page.click("form.all button")
    page.wait_for_selector("#notice")


@state
def my_day_outcome(page, site, unique):
    my_day(page, site, unique)
    page.fill("[name=name]", "Ada")
    page.fill("[name=email]", f"day-{unique}@example.org")
    page.click("form.all button")
    page.wait_for_selector(".outcomes")


@state
def not_found(page, site, unique):
    page.goto(f"{site}/sessions/no-such-session")


@state
def not_from_our_pages(page, site, unique):
    page.goto(f"{site}/sessions/roomy")
    page.set_extra_http_headers({"origin": "null"})
    page.click("button[name=add]")
    page.wait_for_selector(".failure")


@state
def failure(page, site, unique):
    page.set_extra_http_headers({"origin": "null"})
    sign_up(page, f"{site}/sessions/roomy", f"failure-{unique}@example.org")
