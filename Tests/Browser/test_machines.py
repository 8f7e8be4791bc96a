"""What programs read: calendars, feed, open data, sitemap and structured data."""

import csv
import datetime
import io
import json
import re
import struct
import threading
import xml.etree.ElementTree as XML

import pytest
import requests

from harness.cluster import Cluster
from harness.programme import import_rows
from harness.waiting import until

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
LANGUAGES = ["fr", "en"]


@pytest.fixture(scope="module")
def get(demo, test_sessions):
    client = requests.Session()
    client.verify = client.trust_env = False

    def get(path, **options):
        return client.get(path if path.startswith("https:") else demo.url + path, **options)

    return get


def calendar(text):
    """The events of a calendar as dictionaries, its own lines under `None` (RFC 5545, section 3.1)."""
    assert text.endswith("\r\n") and all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    events, own, current = [], {}, None
    for line in text.replace("\r\n ", "").replace("\r\n\t", "").split("\r\n")[:-1]:
        name, _, value = line.partition(":")
        name = name.partition(";")[0]
        if line == "BEGIN:VEVENT":
            current = {}
        elif line == "END:VEVENT":
            events.append(current)
            current = None
        else:
            (own if current is None else current).setdefault(name, value)
    return events, own


def test_the_calendar_holds_every_session_once_in_the_editions_zone(get, api):
    answer = get("/programme.ics?lang=en")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8; method=PUBLISH"
    events, own = calendar(answer.content.decode())
    sessions = {row["slug"]: row for row in api("/sessions?lang=en")}
    assert own["METHOD"] == "PUBLISH" and own["TZID"] == "Europe/Paris"
    assert "BEGIN:VTIMEZONE" in answer.text
    assert len({event["UID"] for event in events}) == len(events) == len(sessions)
    for event in events:
        row = sessions[event["URL"].rsplit("/", 1)[1]]
        assert event["DTSTART"] == row["starts_at"][:19].translate(str.maketrans("", "", "-:"))
        assert event["STATUS"] == "CONFIRMED" and event["SEQUENCE"].isdigit()


def test_filters_apply_to_calendar_and_feed(get, api):
    sessions = api("/sessions")
    wanted = [row for row in sessions if row["theme"] == "housing" and row["format"] == "workshop"]
    assert 0 < len(wanted) < len(sessions)
    query = "?theme=housing&format=workshop"
    assert len(calendar(get(f"/programme.ics{query}").content.decode())[0]) == len(wanted)
    assert len(XML.fromstring(get(f"/programme.atom{query}").content).findall(f"{ATOM}entry")) == len(wanted)
    assert calendar(get("/programme.ics?venue=no-such-venue").content.decode())[0] == []
    for nonsense in ("theme=nonsense", "arrondissement=21", "lang=de"):
        assert get(f"/programme.ics?{nonsense}").status_code in (400, 404)


def test_what_was_found_is_taken_into_ones_calendar(demo, visit, get, test_sessions):
    page = visit()
    page.goto(f"{demo.url}/en/programme?q=session&theme=care&arrondissement=1")
    path = page.get_attribute("nav.views a[href^='/programme.ics']", "href")
    events, _ = calendar(get(path).content.decode())
    assert {event["URL"].rsplit("/", 1)[1] for event in events} == set(test_sessions)


def test_a_change_of_a_session_raises_its_sequence_and_dates_it(demo, folder, get, test_sessions):
    def read():
        event = calendar(get("/en/sessions/early/session.ics").content.decode())[0][0]
        row = next(row for row in get("/open-data/sessions.json").json()["results"] if row["id"] == "early")
        return event["UID"], int(event["SEQUENCE"]), row["updated_at"]

    row = {"waiting_list": "yes"} | test_sessions["early"]
    uid, sequence, updated = read()
    import_rows(demo, folder, "sessions", [row])
    assert read() == (uid, sequence, updated), "the same file again is no change"
    threading.Event().wait(1.1)  # Times are told in whole seconds.
    import_rows(demo, folder, "sessions", [row | {"title_en": "An early session"}])
    until(lambda: read()[1] == sequence + 1 and read()[2] > updated)
    assert read()[0] == uid
    assert get("/en/sessions/early/session.ics").headers["content-disposition"] == 'attachment; filename="early.ics"'


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_is_atom_with_stable_ids_and_links_that_work(get, api, language):
    answer = get(f"/programme.atom?lang={language}")
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    feed = XML.fromstring(answer.content)
    entries = feed.findall(f"{ATOM}entry")
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids) == len(api("/sessions")) and all(re.match(r"tag:[^,]+,\d{4}-", id) for id in ids)
    for element in [feed, *entries]:
        datetime.datetime.fromisoformat(element.findtext(f"{ATOM}updated"))
        assert element.findtext(f"{ATOM}title")
    times = [entry.findtext(f"{ATOM}updated") for entry in entries]
    assert times == sorted(times, reverse=True) and feed.findtext(f"{ATOM}updated") == times[0]
    assert all(entry.findtext(f"{ATOM}author/{ATOM}name") for entry in entries)
    assert get(entries[0].find(f"{ATOM}link").get("href")).status_code == 200


def test_open_data_says_the_same_as_csv_and_json_in_the_citys_field_names(get, api):
    data = get("/open-data/sessions.json").json()
    answer = get("/open-data/sessions.csv")
    assert answer.headers["content-type"].startswith("text/csv; charset=utf-8")
    assert b"\n" not in answer.content.replace(b"\r\n", b""), "lines end in CR LF"
    rows = list(csv.DictReader(io.StringIO(answer.content.decode(), newline="")))
    assert data["total_count"] == len(data["results"]) == len(rows) == len(api("/sessions"))
    for row, record in zip(rows, data["results"]):
        assert set(row) == set(record)
        for name, value in record.items():
            if name == "lat_lon":
                assert [float(number) for number in row[name].split(",")] == [value["lat"], value["lon"]]
            else:
                assert row[name] == ("" if value is None else str(value))
    record = next(record for record in data["results"] if record["id"] == "roomy")
    assert record | {
        "title": "Une séance spacieuse", "title_en": "A roomy session", "lead_text": "Un essai.", "pmr": None,
        "address_name": "Test Hall", "address_street": "1 rue du Test", "address_zipcode": "75001",
        "address_city": "Paris", "lat_lon": {"lon": 2.34, "lat": 48.86}, "price_type": "gratuit", "capacity": 100,
        "contact_organisation_name": "Les Essais", "status": "scheduled"} == record
    assert get(record["url"]).status_code == 200
    for language in LANGUAGES:
        page = get(f"/{language}/open-data").text
        assert all(f"<code>{name}</code>" in page for name in record), "a field is not documented"


# The fields of "Que faire à Paris ?" that a session could have, as the data dictionaries of those who use it list them.
CITY = """id event_id url title lead_text description date_start date_end occurrences date_description locations address_name
    address_street address_zipcode address_city address_text lat_lon pmr blind deaf sign_language mental transport contact_url
    contact_phone contact_mail price_type price_detail access_type access_link access_link_text updated_at programs
    address_url address_url_text title_event audience childrens group locale rank weight qfap_tags universe_tags
    event_indoor event_pets_allowed contact_organisation_name contact_url_text""".split()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_marks_the_fields_that_are_the_citys_and_no_others(get, language):
    rows = re.findall(r"<th scope=\"row\"><code>(\w+)</code>(.*?)</th>", get(f"/{language}/open-data").text)
    assert len(rows) > 30
    for name, mark in rows:
        assert ("★" in mark) == (name in CITY), name
    [one, *_] = get("/open-data/sessions.json").json()["results"]
    assert (one["price_type"], one["access_type"]) == ("gratuit", "obligatoire")


def test_what_looks_like_a_formula_stays_text(demo, folder, get, test_sessions):
    evil = '=HYPERLINK("https://example.org","x")'
    import_rows(demo, folder, "sessions", [
        {"waiting_list": "yes"} | test_sessions["late"] | {"title_fr": evil, "title_en": "</script><script>alert(1)"}])
    until(lambda: evil in str(get("/open-data/sessions.json").json()))
    rows = csv.DictReader(io.StringIO(get("/open-data/sessions.csv").content.decode(), newline=""))
    assert next(row for row in rows if row["id"] == "late")["title"] == "'" + evil
    assert structured(get("/en/sessions/late").text)["name"].startswith("</script>"), "it ended the element"
    assert "alert(1)" in XML.tostring(XML.fromstring(get("/programme.atom?lang=en").content), "unicode")


@pytest.mark.parametrize("path", [
    "/programme.ics", "/programme.atom", "/open-data/sessions.csv", "/open-data/sessions.json", "/sitemap.xml",
    "/en/embed", "/en/open-data"])
def test_each_is_kept_by_its_entity_tag_and_compressed(get, path):
    first = get(path)
    assert first.status_code == 200 and first.headers["content-encoding"] == "gzip"
    if path.startswith(("/open", "/programme")):
        assert first.headers["access-control-allow-origin"] == "*"
    again = get(path, headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304 and not again.content


def structured(html):
    """The structured data of a page."""
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S).group(1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_session_is_described_for_search_engines(get, api, demo, language):
    data = structured(get(f"/{language}/sessions/roomy-too").text)
    row = next(row for row in api("/sessions") if row["slug"] == "roomy-too")
    assert (data["@context"], data["@type"]) == ("https://schema.org", "Event")
    assert data["eventStatus"] == "https://schema.org/EventScheduled"
    assert datetime.datetime.fromisoformat(data["startDate"]) == datetime.datetime.fromisoformat(row["starts_at"])
    assert datetime.datetime.fromisoformat(data["endDate"]) > datetime.datetime.fromisoformat(data["startDate"])
    assert data["location"]["address"] == {
        "@type": "PostalAddress", "streetAddress": "1 rue du Test", "postalCode": "75001", "addressLocality": "Paris",
        "addressCountry": "FR"}
    assert data["location"]["geo"] == {"@type": "GeoCoordinates", "latitude": 48.86, "longitude": 2.34}
    offer = data["offers"]
    assert (offer["price"], offer["availability"]) == ("0", "https://schema.org/InStock")
    assert data["remainingAttendeeCapacity"] == row["places_left"] <= data["maximumAttendeeCapacity"] == 100
    assert data["isAccessibleForFree"] is True and data["inLanguage"] == "fr"
    assert data["superEvent"]["startDate"] == row["starts_at"][:10]
    assert get(data["url"]).status_code == get(data["image"][0]).status_code == 200


def test_what_search_engines_are_told_to_offer_follows_the_places(demo, get, token, test_sessions):
    offer = lambda slug: structured(get(f"/en/sessions/{slug}").text)["offers"]["availability"].rsplit("/", 1)[1]
    assert offer("tiny-without-list") in ("InStock", "LimitedAvailability")
    for slug in ("tiny", "tiny-without-list"):
        answer = requests.post(
            f"{demo.url}/api/v1/sign-ups", verify=False, headers={"authorization": f"Bearer {token}"},
            json={"session": slug, "name": "Ada", "email": "ada@example.org", "request_key": f"offer-{slug}"})
        assert answer.status_code == 201
    until(lambda: (offer("tiny"), offer("tiny-without-list")) == ("BackOrder", "SoldOut"))


def test_a_session_that_was_moved_says_what_it_was_announced_for_until_it_is_moved_back(demo, folder, get, test_sessions):
    row = {"waiting_list": "yes"} | test_sessions["late"]
    read = lambda: structured(get("/en/sessions/late").text)
    announced = read()["startDate"]
    for start, end in (("18:15", "19:15"), ("18:30", "19:30")):
        moved = {"starts_at": f"{announced[:10]}T{start}", "ends_at": f"{announced[:10]}T{end}"}
        import_rows(demo, folder, "sessions", [row | moved])
        until(lambda: f"T{start}" in read()["startDate"])
        assert read()["eventStatus"] == "https://schema.org/EventRescheduled"
        assert read()["previousStartDate"] == announced
        assert "This session was moved from Saturday" in get("/en/sessions/late").text
    import_rows(demo, folder, "sessions", [row])
    until(lambda: read()["eventStatus"] == "https://schema.org/EventScheduled")
    assert "previousStartDate" not in read() and "moved from" not in get("/en/sessions/late").text


def meta(html):
    return dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', html))


def test_shared_links_show_a_picture_of_ours(get):
    tags = meta(get("/en/sessions/roomy").text)
    assert tags["og:title"] == "A roomy session" and tags["og:locale"] == "en_GB"
    assert tags["og:url"].endswith("/en/sessions/roomy")
    picture = get(tags["og:image"])
    assert picture.headers["content-type"] == "image/png"
    assert struct.unpack(">II", picture.content[16:24]) == (1200, 630) == (
        int(tags["og:image:width"]), int(tags["og:image:height"]))
    assert "og:title" not in meta(get("/en/nothing-here").text)


def test_the_sitemap_names_every_page_in_both_languages_and_robots_lead_to_it(get, api, demo):
    place = re.search(r"Sitemap: (\S+)", get("/robots.txt").text).group(1)
    urls = XML.fromstring(get(place).content).findall(f"{SITEMAP}url")
    places = [url.findtext(f"{SITEMAP}loc") for url in urls]
    assert len(set(places)) == len(places)
    for row in api("/sessions"):
        assert {f"{demo.url}/{language}/sessions/{row['slug']}" for language in LANGUAGES} <= set(places)
    shown = [url for url in urls if "/sessions/" not in url.findtext(f"{SITEMAP}loc")] + urls[-2:]
    for url in shown:
        place = url.findtext(f"{SITEMAP}loc")
        html = get(place).text
        links = {link.get("hreflang"): link.get("href") for link in url.findall(f"{XHTML}link")}
        assert set(links) == {"fr", "en", "x-default"} and place in links.values()
        assert f'<link rel="canonical" href="{place}">' in html
        for language, href in links.items():
            assert f'<link rel="alternate" hreflang="{language}" href="{href}">' in html


def test_a_cancelled_session_is_said_to_be_that_everywhere(demo, get, test_sessions):
    Cluster(demo.data).psql("socialday", "update app.session set cancelled_at = now() where slug = 'roomy-too'")
    until(lambda: structured(get("/en/sessions/roomy-too").text)["eventStatus"].endswith("/EventCancelled"))
    event = calendar(get("/en/sessions/roomy-too/session.ics").content.decode())[0][0]
    assert event["STATUS"] == "CANCELLED" and int(event["SEQUENCE"]) > 0
    rows = csv.DictReader(io.StringIO(get("/open-data/sessions.csv").content.decode(), newline=""))
    assert {row["id"] for row in rows if row["status"] == "cancelled"} == {"roomy-too"}
    titles = [entry.findtext(f"{ATOM}title") for entry in
              XML.fromstring(get("/programme.atom?lang=en").content).findall(f"{ATOM}entry")]
    assert titles[0].startswith("Cancelled: "), "the latest change comes first"
    assert "Session cancelled" in get("/en/embed?venue=test-hall").text
