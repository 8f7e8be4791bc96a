"""Each outcome at a door has a colour, a word, an icon and a sound of its own; and the camera scans by itself."""

import base64
import json
import os
import re
import shutil

import pytest
from at_door import DOOR, doors, fresh, kind, scan, steward  # noqa: F401 (fixtures)
from axe import Axe
from forms import PHONE
from playwright.sync_api import expect

from harness.codes import drawn, film, read_code
from harness.staff import client, staff_page, staff_session

# Writes down what is played: each tone's hertz and milliseconds, and the pauses between.
LISTEN = """
    window.heard = [];
    const stop = AudioScheduledSourceNode.prototype.stop, start = AudioScheduledSourceNode.prototype.start;
    AudioScheduledSourceNode.prototype.start = function (at) { this.begins = at; return start.call(this, at); };
    AudioScheduledSourceNode.prototype.stop = function (at) {
        window.heard.push([Math.round(this.frequency.value), Math.round(this.begins * 1000), Math.round((at - this.begins) * 1000)]);
        return stop.call(this, at);
    };
"""
# A browser without a reader of codes of its own, as Chromium on Linux, gets one: the frames are real, and zxing reads them.
READER = """
    window.BarcodeDetector = class {
        static async getSupportedFormats() { return ["qr_code"]; }
        async detect(view) {
            const [width, height] = [view.videoWidth, view.videoHeight];
            const ink = new OffscreenCanvas(width, height).getContext("2d");
            ink.drawImage(view, 0, 0);
            const { data } = ink.getImageData(0, 0, width, height);
            let luminance = "";
            for (let at = 0; at < data.length; at += 4) luminance += String.fromCharCode(data[at]);
            const rawValue = await readPicture(btoa(luminance), width, height);
            return rawValue ? [{ rawValue }] : [];
        }
    };
"""


def look(page):
    """The card that stands there: its colour, word, icon and what was heard."""
    card = page.locator(".outcome-card")
    notes = page.evaluate("heard.splice(0)")
    first = notes[0][1] if notes else 0
    return {
        "colour": card.evaluate("card => getComputedStyle(card).backgroundColor"),
        "word": page.inner_text(".outcome-card .word"),
        "icon": page.evaluate(
            "(id) => document.querySelector(id).innerHTML", page.get_attribute(".outcome-card use", "href")),
        "sound": json.dumps([[hertz, round((at - first) / 10), length] for hertz, at, length in notes])}


def unlike(looks):
    """What two outcomes share that should tell them apart, or what one lacks."""
    problems = []
    for part in ("colour", "word", "icon", "sound"):
        seen = {}
        for outcome, looks_like in looks.items():
            if looks_like[part] in ("", "[]", "rgba(0, 0, 0, 0)"):
                problems.append(f"{outcome} has no {part}")
            elif looks_like[part] in seen:
                problems.append(f"{outcome} and {seen[looks_like[part]]} have the same {part}")
            seen[looks_like[part]] = outcome
    return problems


def ready(page):
    page.wait_for_selector("#door[data-ready]", state="attached")
    return page


@pytest.fixture
def phone(visit, fresh, demo):
    """The talk's door on a phone whose sounds are written down."""
    page = visit(viewport=PHONE, locale="fr-FR")
    page.add_init_script(LISTEN)
    staff_page(page, demo, "steward", venue="door-hall", day=fresh.day)
    page.goto(demo.url + DOOR)
    page.wait_for_selector("#door[data-kept]", state="attached")
    return page


def all_looks(page, outcomes):
    looks = {}
    for outcome in outcomes:
        page.evaluate("(outcome) => tell({ key: 'none', direction: 'in' }, null, outcome)", outcome)
        looks[outcome] = look(page)
    return looks


def test_every_outcome_has_a_colour_a_word_an_icon_and_a_sound_of_its_own(phone, fresh, picture):
    outcomes = phone.evaluate("Object.keys(words)")
    # They are all that the database can answer.
    sources = fresh.cluster.psql("socialday", """
        select string_agg(p.prosrc, ' ') from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname || '.' || p.proname in ('api.check_in', 'app.count_at_door', 'app.door_objection')""")
    answered = set(re.findall(r"(?:then|else|outcome :=|objection,) '([a-z_]+)'", sources))
    assert answered == set(outcomes) and len(outcomes) == 17
    assert unlike(all_looks(phone, outcomes)) == []
    phone.evaluate("""(outcomes) => {
        const cards = outcomes.map((outcome) => {
            tell({ key: "none", direction: "in" }, null, outcome);
            return result.firstElementChild;
        });
        result.replaceChildren(...cards);
    }""", outcomes)
    for scheme in ("light", "dark"):
        phone.emulate_media(color_scheme=scheme)
        found = Axe().run(phone).response["violations"]
        assert found == [], json.dumps(found, indent=1)[:3000]
        picture(phone, f"door-outcomes-{scheme}")


def test_outcomes_that_can_be_mistaken_for_one_another_are_found(phone):
    phone.evaluate("tunes.full = tunes.checked_in; words.waiting.word = words.cancelled.word")
    problems = unlike(all_looks(phone, ["checked_in", "full", "waiting", "cancelled"]))
    assert problems == ["cancelled and waiting have the same word", "full and checked_in have the same sound"]
    phone.evaluate("tunes.full = []; document.querySelector('#i-stop').innerHTML = ''")
    assert unlike(all_looks(phone, ["full"])) == ["full has no icon", "full has no sound"]


def test_without_network_an_outcome_looks_and_sounds_as_with_it(phone, fresh):
    def meet():
        """Everything that a device can tell by itself."""
        met = {}

        def note(act):
            phone.evaluate("result.firstElementChild?.classList.add('old')")
            act()
            phone.wait_for_selector(".outcome-card:not(.old)")
            met[kind(phone)] = look(phone)

        note(lambda: scan(phone, fresh.references["ada@door.example"]))
        note(lambda: scan(phone, fresh.references["ada@door.example"]))
        note(lambda: scan(phone, fresh.references["dora@door.example"]))
        note(lambda: scan(phone, "ABCD-EFGH"))
        scan(phone, "cleo")
        note(lambda: phone.click(".people button >> nth=0"))
        note(lambda: phone.click("#walk-in button >> nth=1"))
        note(lambda: phone.click("#walk-in button >> nth=0"))
        note(lambda: phone.click("#result button"))
        phone.fill("#ticket", fresh.references["ada@door.example"])
        note(lambda: phone.click("#scan button >> nth=1"))
        return met

    with_network = meet()
    fresh.clear()
    phone.evaluate("keepUp()")
    phone.context.set_offline(True)
    without = meet()
    assert without == with_network
    assert set(without) == {"checked_in", "already_in", "cancelled", "unknown", "full", "not_inside", "undone", "checked_out"}


def test_the_camera_scans_on_until_it_is_stopped_and_each_code_once(fresh, demo, folder, page, picture):
    codes = [fresh.code("ada@door.example"), fresh.code("eve@door.example", "door-visit")]
    pictures = []
    for code in codes:
        svg = re.search(r'<div class="code">(<svg.*?</svg>)', client(demo).get(code).text, re.S)[1]
        pictures.append(drawn(page, svg))
        assert read_code(pictures[-1]) == code, "the code that we draw says the ticket's address"
    video = folder / "camera.y4m"
    film(video, pictures)
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    arguments += [
        "--ignore-certificate-errors", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-video-capture={video}"]
    with page.context.browser.browser_type.launch(executable_path=shutil.which("chromium"), args=arguments) as browser:
        phone = browser.new_context(ignore_https_errors=True, viewport=PHONE, locale="fr-FR").new_page()
        phone.expose_function("readPicture", lambda data, width, height: read_code(base64.b64decode(data), width, height))
        phone.add_init_script(LISTEN + READER)
        staff_page(phone, demo, "steward", venue="door-hall", day=fresh.day)
        phone.goto(demo.url + DOOR)
        ready(phone).wait_for_selector("#door[data-kept]", state="attached")
        sent = []
        phone.on("request", lambda request: request.url.endswith("/check-ins") and sent.append(request.post_data_json[0]))
        phone.click("text=Scanner avec la caméra")
        phone.wait_for_selector("[data-kind=checked_in]")
        picture(phone, "door-camera-scans")
        assert len(json.loads(look(phone)["sound"])) == 2
        phone.wait_for_selector("[data-kind=wrong_session]")
        assert "Petite salle" in phone.inner_text(".outcome-card")
        # Two seconds before the camera are one scan.
        assert [item["direction"] for item in sent[:2]] == ["in", "in"] and sent[0]["ticket"] != sent[1]["ticket"]
        phone.wait_for_selector("[data-kind=already_in]")
        phone.click("text=Arrêter la caméra")
        expect(phone.locator("#view")).to_be_hidden()
        assert phone.evaluate("document.getElementById('view').srcObject.getTracks().map((one) => one.readyState)") == ["ended"]
    assert fresh.counts()["inside"] == 1


def test_the_camera_is_allowed_on_a_doors_page_only(fresh, demo):
    steward, manager = staff_session(demo, "steward", venue="door-hall", day=fresh.day), staff_session(demo, "venue_manager")
    for session, path, allowed in [
        (steward, DOOR, True), (steward, f"{DOOR}?ticket=ABCD-EFGH", True), (steward, "/staff/door", False),
        (steward, "/staff/board", False), (steward, "/staff/sessions/door-talk/sheet", False), (manager, "/staff", False),
        (manager, "/fr", False), (manager, "/fr/sessions/door-talk", False), (steward, f"{DOOR}/list", False)]:
        policy = session.get(demo.url + path).headers["permissions-policy"]
        assert ("camera=(self)" in policy) == allowed and ("camera=()" in policy) != allowed, path


def test_a_browser_that_reads_no_codes_is_offered_no_camera(phone):
    phone.add_init_script("delete window.BarcodeDetector")
    phone.reload()
    phone.wait_for_selector("#door[data-kept]", state="attached")
    expect(phone.locator("#camera-switch")).to_be_hidden()
    expect(phone.locator("#sound")).to_be_visible()
