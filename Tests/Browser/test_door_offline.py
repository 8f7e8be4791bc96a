"""The door's page with its scripts, with network and without."""

import contextlib
import random
import signal
from datetime import datetime, timedelta

import pytest
from at_door import DOOR, doors, fresh, said, scan, steward  # noqa: F401 (fixtures)
from playwright.sync_api import expect

from harness.waiting import until

# A fact as a device would count it by its list, as the service counts it, and both their lists afterwards.
COUNT = """async ([fact, ends]) => {
    const read = async () => (await fetch(texts.path + "/list?again")).json();
    const list = await read();
    const person = list.people.find((one) => one.reference === fact.reference);
    const no = objection(list, fact, person, ends, Date.now());
    if (!no) apply(list, fact);
    const [reply] = await post([{
        ...fact, slug: texts.slug, ticket: fact.reference, at: Date.now(), offline: false, key: crypto.randomUUID() }], 30_000);
    const sums = ({ counts, people }) => JSON.stringify([
        counts.arrived, counts.inside, counts.walkIns, counts.walkInsInside, people.map((one) => [one.inside, one.arrived])]);
    return [no ?? { in: "checked_in", out: "checked_out" }[fact.direction], reply.outcome, sums(list), sums(await read())];
}"""


def test_without_network_the_door_goes_on_and_what_it_recorded_counts_once(steward, fresh, picture):
    page = steward()
    page.wait_for_selector("#door[data-kept]", state="attached")
    page.context.set_offline(True)
    page.reload()
    page.wait_for_selector("#door[data-ready]", state="attached")
    expect(page.locator("#net")).to_contain_text("Sans réseau")
    scan(page, fresh.code("ada@door.example"))
    page.wait_for_selector("[data-kind=checked_in]")
    scan(page, fresh.code("ada@door.example"))
    page.wait_for_selector("[data-kind=already_in]")
    scan(page, fresh.references["dora@door.example"])
    page.wait_for_selector("[data-kind=cancelled]")
    scan(page, fresh.code("eve@door.example", "door-visit"))
    page.wait_for_selector("[data-kind=wrong_session]")
    assert "Visiter l'atelier" in said(page) and "Petite salle" in said(page) and "Ève" not in said(page)
    scan(page, "ABCD-EFGH")
    page.wait_for_selector("[data-kind=unknown]")
    scan(page, "béa")
    page.click(".people button:has-text('3 personnes')")
    page.wait_for_selector("[data-kind=checked_in]")
    expect(page.locator("[data-count=arrived]")).to_have_text("4")
    expect(page.locator("[data-count=remaining]")).to_have_text("2")
    page.click("#walk-in button >> nth=0")
    expect(page.locator("[data-count=remaining]")).to_have_text("1")
    expect(page.locator("#net")).to_have_attribute("data-waiting", "3")
    picture(page, "door-offline")
    assert fresh.counts()["inside"] == 0
    # Another door has seen Ada meanwhile.
    assert fresh.check_in(fresh.code("ada@door.example"))[1]["outcome"] == "checked_in"

    # The answer to what is sent first is lost, so that it is sent twice.
    sent = []

    def lose_the_first(route):
        sent.append(route.request.post_data)
        if len(sent) == 1:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route("**/staff/door/check-ins", lose_the_first)
    page.context.set_offline(False)
    until(lambda: page.evaluate("keepUp().then(() => net.dataset.waiting)") == "0")
    assert len(sent) >= 2 and sent[0] == sent[1]
    counts = fresh.counts()
    assert (counts["checked_in"], counts["inside"], counts["walk_ins"], counts["flagged"]) == (4, 5, 1, 1)


def test_the_list_on_the_device_holds_no_address_and_deletes_itself_after_the_day(steward, fresh):
    page = steward()
    page.wait_for_selector("#door[data-kept]", state="attached")
    lists = page.evaluate("store.run('lists', 'readonly', (lists) => lists.getAll())")
    assert [entry["slug"] for entry in lists] == ["door-talk"] and len(lists[0]["people"]) == 4
    assert "@" not in str(lists) and "door.example" not in str(lists)
    for email in ("ada@door.example", "bea@door.example"):
        assert fresh.code(email).split("/")[-1] not in str(lists)
    assert page.evaluate("caches.match(page).then(Boolean)")
    page.clock.install()
    page.clock.set_fixed_time(datetime.now() + timedelta(hours=14))
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#net")).to_contain_text("effacée")
    assert page.evaluate("store.run('lists', 'readonly', (lists) => lists.getAll())") == []
    assert not page.evaluate("caches.match(page).then(Boolean)")


def test_a_page_left_in_a_drawer_deletes_its_list_as_well(steward, fresh):
    page = steward()
    page.clock.install()

    def is_right():
        """On a busy machine Playwright's clock begins in 1970 and is put right only after the page has asked for its list."""
        page.reload()
        page.wait_for_selector("#door[data-kept]", state="attached")
        return page.evaluate("list !== null && behind === 0")

    until(is_right)
    scan(page, "béa")
    expect(page.locator(".people .who")).to_have_text("Béatrice Ébène")
    page.evaluate("Object.defineProperty(document, 'hidden', { get: () => true })")
    page.clock.fast_forward("14:00:00")
    expect(page.locator("#net")).to_contain_text("effacée")
    assert page.locator(".people").count() == 0
    assert page.evaluate("store.run('lists', 'readonly', (lists) => lists.getAll())") == []


def test_one_record_that_the_service_fails_at_does_not_hold_up_the_others(steward, fresh):
    page = steward()
    page.wait_for_selector("#door[data-kept]", state="attached")
    page.context.set_offline(True)
    for person in ("ada@door.example", "dora@door.example"):
        scan(page, fresh.references[person])
        page.wait_for_selector("[data-kind]")
    page.click("#walk-in button >> nth=0")
    expect(page.locator("#net")).to_have_attribute("data-waiting", "2")
    # Nobody can read one, and the service fails at another.
    page.evaluate("""async () => {
        const base = { slug: "door-talk", at: Date.now(), offline: true, walkIn: true, direction: "in" };
        await store.record({ ...base, key: "short", people: 1 });
        await store.record({ ...base, key: "the-service-fails-at-me", people: 1 });
        await store.record({ ...base, key: crypto.randomUUID(), people: 1 });
    }""")

    def fail(route):
        if "the-service-fails-at-me" in route.request.post_data:
            route.fulfill(status=500, body="")
        else:
            route.continue_()

    page.route("**/staff/door/check-ins", fail)
    page.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#net")).to_have_attribute("data-waiting", "1")
    counts = fresh.counts()
    assert (counts["checked_in"], counts["walk_ins"]) == (1, 2)
    page.unroute("**/staff/door/check-ins")
    until(lambda: "Tout est envoyé" in page.evaluate("keepUp().then(() => net.textContent)"))
    assert fresh.counts()["walk_ins"] == 3


def test_what_something_on_the_way_answers_in_place_of_the_service_drops_nothing(steward, fresh):
    page = steward()
    page.wait_for_selector("#door[data-kept]", state="attached")
    answers = []
    page.route("**/staff/door/check-ins", lambda route: route.fulfill(status=answers[-1], body=""))
    for status in (404, 408):
        answers.append(status)
        page.click("#walk-in button >> nth=0")
        expect(page.locator("#net")).to_have_attribute("data-waiting", str(len(answers)))
        assert page.evaluate("keepUp().then(() => net.dataset.waiting)") == str(len(answers))
    page.unroute("**/staff/door/check-ins")
    until(lambda: page.evaluate("keepUp().then(() => net.dataset.waiting)") == "0")
    assert fresh.counts()["walk_ins"] == 2


@contextlib.contextmanager
def hanging(fresh):
    """A service that takes what it is asked, and does not answer."""
    fresh.demo.process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        fresh.demo.process.send_signal(signal.SIGCONT)


@pytest.mark.parametrize("trouble", [hanging, lambda fresh: fresh.cluster.away()], ids=["hangs", "fails"])
def test_a_service_that_hangs_or_fails_keeps_nobody_waiting_at_the_door(steward, fresh, trouble):
    """The page opens as it was last, and after the first scan the list on the device decides at once."""
    page = steward()
    page.wait_for_selector("#door[data-kept]", state="attached")
    keys = set()

    def note(request):
        if request.url.endswith("/check-ins"):
            keys.update(fact["request_key"] for fact in request.post_data_json)

    page.on("request", note)
    with trouble(fresh):
        page.reload(wait_until="domcontentloaded")
        scan(page, fresh.references["ada@door.example"])
        page.wait_for_selector("[data-kind=checked_in]")
        expect(page.locator("#net")).to_contain_text("Sans réseau")
        scan(page, fresh.references["ada@door.example"])
        page.wait_for_selector("[data-kind=already_in]")
        expect(page.locator("#net")).to_have_attribute("data-waiting", "1")
        assert len(keys) == 1, "the second scan did not wait for the service"
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#net")).to_have_attribute("data-waiting", "0", timeout=30_000)
    assert fresh.counts()["inside"] == 1


def test_a_telephone_whose_clock_is_wrong_lets_people_in_and_tells_the_right_time(steward, fresh):
    page = steward("/staff/door")
    page.clock.install(time=datetime.now() + timedelta(days=400))
    page.goto(fresh.demo.url + DOOR)
    # While the worker that keeps the page is on its way, what is asked for may pass by the network that is off.
    page.wait_for_selector("#door[data-kept]", state="attached")
    expect(page.locator("#net")).to_contain_text("Liste à jour")
    page.context.set_offline(True)
    scan(page, fresh.references["ada@door.example"])
    page.wait_for_selector("[data-kind=checked_in]")
    expect(page.locator("#net")).to_have_attribute("data-waiting", "1")
    page.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#net")).to_contain_text("Tout est envoyé")
    fresh_enough = fresh.cluster.psql("socialday", """
        select at between now() - interval '5 minutes' and now() + interval '1 minute' and not is_clamped
        from app.check_in order by id desc limit 1""")
    assert fresh_enough == "t"


LISTS = """() => new Promise((resolve) => {
    indexedDB.open("door").onsuccess = ({ target }) => {
        const all = target.result.transaction("lists").objectStore("lists").getAll();
        all.onsuccess = () => { target.result.close(); resolve(all.result.length); };
    };
})"""


def test_a_door_asked_for_after_the_day_deletes_its_list_although_its_link_has_ended(steward, fresh):
    page = steward()
    page.wait_for_selector("#door[data-kept]", state="attached")
    page.evaluate("async () => { list.deletesAt = Date.now() - 1; await store.keep(list); }")
    fresh.cluster.psql("socialday", "update app.door_link set ended_at = now() where ended_at is null")
    try:
        page.goto(fresh.demo.url + DOOR)
        assert page.locator("#door").count() == 0, "it leads to the login"
        until(lambda: page.evaluate(LISTS) == 0)
    finally:
        fresh.cluster.psql("socialday", "update app.door_link set ended_at = null")


def test_a_device_counts_as_the_service_does(steward, fresh):
    """Whatever comes to a door: what the device would say by its own list is what the service says, and its sums are."""
    fresh.cluster.psql("socialday", "update app.room set capacity = 8 where name = 'Grande salle'")
    page = steward()
    page.wait_for_selector("#door[data-ready]", state="attached")
    named = {email[:3]: reference for email, reference in fresh.references.items()}
    choice, outcomes = random.Random(5), set()

    def some():
        who = choice.choice(["ada", "bea", "cle", "dor", None])
        return who, choice.choice(["in", "in", "out"]), choice.choice([1, 1, 2, 4]), who is None or choice.random() < .5

    # Before the places are given away, and after.
    before = [("cle", "in", 4, False), ("bea", "in", 2, False), ("ada", "in", 1, False), ("ada", "in", 1, False)]
    after = [(None, "in", 3, True), (None, "in", 3, True), (None, "in", 1, True), ("bea", "in", 3, False), ("bea", "in", 2, False),
             ("ada", "in", 1, False), ("bea", "out", 2, False), ("cle", "in", 1, True)]
    for ends, facts in [(2 ** 45, before + [some() for _ in range(8)]), (0, after + [some() for _ in range(8)])]:
        if not ends:
            fresh.clear()
            fresh.cluster.psql("socialday", "update app.room set capacity = 8 where name = 'Grande salle'")
            fresh.start(minutes=-11)
        for who, direction, people, walks_in in facts:
            fact = {"direction": direction, "people": people, "walkIn": walks_in, "reference": named.get(who)}
            device, service, own_sums, sums = page.evaluate(COUNT, [fact, ends])
            assert (device, own_sums) == (service, sums), fact
            outcomes.add(service)
    assert outcomes >= {
        "checked_in", "checked_out", "already_in", "too_many", "not_inside", "waiting", "cancelled", "full", "given_away"}
