"""The states that the pages behind a mailed link can be in; see `states`."""

from forms import RawForm, send
from states import state

from harness.tickets import DOOR, MANAGE


def a_ticket(page, site, slug, who, places=1, purpose=MANAGE):
    """Signs somebody up past the browser; the address of the ticket."""
    url, _, language = site.rpartition("/")
    email = f"{who}@example.org"
    RawForm(url, slug, language).send(email=email, places=str(places))
    return f"{site}/tickets/{page.tickets.ticket(email, slug, purpose)}"


@state
def ticket(page, site, unique):
    page.goto(a_ticket(page, site, "roomy", f"ticket-{unique}", places=3))


@state
def ticket_waiting(page, site, unique):
    for number in range(2):
        address = a_ticket(page, site, "tiny", f"ticket-waiting-{number}-{unique}")
    page.goto(address)


@state
def ticket_cancelled(page, site, unique):
    page.goto(a_ticket(page, site, "late", f"ticket-cancelled-{unique}") + "/cancel")
    send(page)


@state
def ticket_at_the_door(page, site, unique):
    page.goto(a_ticket(page, site, "roomy", f"ticket-door-{unique}", purpose=DOOR))


@state
def ticket_asks_before_cancelling(page, site, unique):
    page.goto(a_ticket(page, site, "late", f"ticket-asks-{unique}") + "/cancel")


@state
def ticket_places_changed(page, site, unique):
    page.goto(a_ticket(page, site, "late", f"ticket-places-{unique}", places=3) + "/places")
    send(page)
    page.wait_for_selector("#notice")


@state
def ticket_name_with_error(page, site, unique):
    page.goto(a_ticket(page, site, "late", f"ticket-name-{unique}") + "/name")
    page.fill("#name", "")
    send(page)
    page.wait_for_selector("#name-error")


@state
def lost_ticket_with_error(page, site, unique):
    page.goto(f"{site}/lost-ticket")
    send(page)
    page.wait_for_selector("#email-error")


@state
def letter_asked_for(page, site, unique):
    page.goto(f"{site}/lost-ticket")
    page.fill("#email", f"letter-{unique}@example.org")
    send(page)
    page.wait_for_url("**sent=yes")


@state
def link_that_ran_out(page, site, unique):
    page.goto(f"{site}/my-sign-ups/none")


@state
def ticket_unknown(page, site, unique):
    page.goto(f"{site}/tickets/none")


@state
def erasing_asks_once(page, site, unique):
    my_sign_ups(page, site, f"erase-{unique}")
    page.click("main a[href$='/erase']")


@state
def farewell(page, site, unique):
    page.goto(f"{site}/farewell")


@state
def my_sign_ups(page, site, unique):
    for slug in ("early", "late"):
        a_ticket(page, site, slug, f"my-{unique}")
    page.goto(f"{site}/my-sign-ups/{page.tickets.address_link(f'my-{unique}@example.org')}")


@state
def switch_by_ticket(page, site, unique):
    page.goto(a_ticket(page, site, "roomy", f"switch-{unique}") + "/switch/roomy-too")


@state
def switched(page, site, unique):
    switch_by_ticket(page, site, f"switched-{unique}")
    send(page)
    page.wait_for_selector("#notice, article.ticket")
