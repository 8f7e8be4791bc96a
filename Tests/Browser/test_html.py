"""Every page that links lead to from `/`, in both languages: no error in its HTML, no link that leads nowhere."""

import collections
from urllib.parse import urljoin, urlsplit

import html5lib
import pytest
import requests
from forms import RawForm

from harness.tickets import DOOR, Tickets

# Pages of one kind are made from one template: of each, this many are read, whatever they are about.
PER_KIND = 12


@pytest.fixture(scope="module")
def crawled(demo, test_sessions):
    """The pages by their path, with the places that link to each; and every other place of ours that is linked to."""
    client = requests.Session()
    client.verify = client.trust_env = False
    pages, linked_from = {}, collections.defaultdict(list)
    kinds = collections.Counter()
    waiting = ["/", "/fr/nothing-here", "/fr/sessions/roomy", "/en/sessions/tiny"]
    while waiting:
        path = waiting.pop()
        answer = client.get(demo.url + path)
        pages[path] = answer
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        for link in links(answer.text):
            place = urlsplit(urljoin(answer.url, link))
            if place._replace(path="", query="", fragment="").geturl() != demo.url:
                continue
            target = place._replace(scheme="", netloc="", fragment="").geturl()
            is_new = target not in linked_from
            linked_from[target].append(path)
            if not is_new or target in pages:
                continue
            kinds[kind(place)] += 1
            if kinds[kind(place)] <= PER_KIND:
                waiting.append(target)
    return pages, linked_from


def kind(place):
    """`/fr/sessions/SLUG` and its likes are one kind, and so are the many filters of a page."""
    parts = place.path.split("/")
    return (*parts[1:3], len(parts), parts[-1] if len(parts) > 4 else "", bool(place.query))


def links(html):
    document = html5lib.parse(html, namespaceHTMLElements=False)
    for element in document.iter():
        for attribute in ("href", "src"):
            if value := element.get(attribute):
                yield value


def errors(html):
    """What a strict parser finds, with the place in the text; the errors' names are the HTML standard's."""
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(html)
    return [f"{code} at line {line}: {html.splitlines()[line - 1][:120]}" for (line, _), code, _ in parser.errors]


def test_every_page_is_html_without_an_error(crawled):
    pages, _ = crawled
    html = {path: answer for path, answer in pages.items() if answer.headers["content-type"].startswith("text/html")}
    assert {"/fr", "/en", "/fr/programme", "/en/programme", "/en/privacy", "/fr/accessibility", "/en/open-data"} <= set(html)
    assert len(html) > 40
    found = {path: problems for path, answer in html.items() if (problems := errors(answer.text))}
    assert not found, found


def test_every_link_leads_somewhere(crawled):
    pages, linked_from = crawled
    dead = {path: linked_from[path][:3] for path, answer in pages.items()
            if answer.status_code != 200 and set(linked_from[path]) - {path}}
    assert not dead, dead


def test_each_page_says_its_language_and_leads_to_the_same_page_in_the_other(crawled):
    pages, _ = crawled
    for path, answer in pages.items():
        if not answer.headers["content-type"].startswith("text/html") or path == "/":
            continue
        language, other = ("fr", "en") if path.startswith("/fr") else ("en", "fr")
        document = html5lib.parse(answer.text, namespaceHTMLElements=False)
        assert document.get("lang") == language, path
        ids = [element.get("id") for element in document.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), f"{path}: an id is there twice"
        assert sum(1 for _ in document.iter("h1")) == 1, path
        assert document.findtext(".//title").strip(), path
        switches = document.findall(".//header//a[@hreflang]")
        if answer.status_code == 200 and switches:
            assert switches[0].get("lang") == switches[0].get("hreflang") == other
            assert switches[0].get("href").startswith(f"/{other}"), path


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_answers_to_a_form_are_html_without_an_error(demo, test_sessions, language):
    answers = {}
    for name, changes in {
        "confirmed": {"email": f"html-{language}@example.org"}, "again": {"email": f"html-{language}@example.org"},
        "invalid": {"name": "", "email": "<nothing>&\"", "places": "0"}, "foreign": {"form_token": "x"},
        "too many": {"email": f"html-group-{language}@example.org", "places": "6"},
    }.items():
        form = RawForm(demo.url, "tiny" if name == "too many" else "roomy", language)
        answers[name] = form.send(**changes).text
    found = {name: problems for name, html in answers.items() if (problems := errors(html))}
    assert not found, found


def test_the_strict_parser_bites():
    assert errors("<!doctype html><title>x</title><p><div></p>")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_pages_behind_a_secret_are_html_without_an_error(demo, test_sessions, language):
    email, tickets = f"html-{language}@example.org", Tickets(demo)
    RawForm(demo.url, "roomy", language).send(email=email, name='<b> "Zoé" & co', places="3")
    ticket, link = tickets.ticket(email, "roomy"), tickets.address_link(email)
    paths = [
        f"tickets/{ticket}", f"tickets/{ticket}?result=name", f"tickets/{ticket}/cancel", f"tickets/{ticket}/places",
        f"tickets/{ticket}/name", f"tickets/{tickets.ticket(email, 'roomy', DOOR)}", "tickets/none",
        f"my-sign-ups/{link}", f"my-sign-ups/{link}/erase", "my-sign-ups/none", "my-sign-ups?sent=yes", "lost-ticket",
        "farewell"]
    answers = {path: requests.get(f"{demo.url}/{language}/{path}", verify=False) for path in paths}
    found = {path: problems for path, answer in answers.items() if (problems := errors(answer.text))}
    assert not found, found
    client = requests.Session()
    client.verify = client.trust_env = False
    for path in {link for answer in answers.values() for link in links(answer.text) if link.startswith("/")}:
        assert client.get(demo.url + path).status_code == 200, path
