"""The programme in a frame of another site."""

import http.server
import re
import threading

import pytest
import requests
from forms import DESKTOP
from playwright.sync_api import expect


@pytest.fixture(scope="module")
def get(demo, test_sessions):
    client = requests.Session()
    client.verify = client.trust_env = False
    return lambda path: client.get(demo.url + path)


def test_only_the_embedded_programme_may_be_framed(get):
    for path in ("/en", "/en/programme", "/en/sessions/roomy", "/en/open-data", "/programme.ics", "/en/nothing"):
        assert "frame-ancestors 'none'" in get(path).headers["content-security-policy"], path
    answer = get("/en/embed?host=les-essais")
    policy = answer.headers["content-security-policy"]
    assert "frame-ancestors *" in policy and "default-src 'none'" in policy and "script-src" not in policy
    assert "x-frame-options" not in answer.headers and "<script" not in answer.text and "<form" not in answer.text
    assert answer.headers["strict-transport-security"] and answer.headers["x-content-type-options"] == "nosniff"


def test_another_site_shows_its_own_sessions_in_a_frame(demo, visit, get, api, picture):
    """The lines that the open-data page gives out, on a site of another origin."""
    snippet = re.search(r"<textarea[^>]*>(.*?)</textarea>", get("/en/open-data").text, re.S).group(1)
    snippet = snippet.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&#39;", "'")
    snippet = re.sub(r"\?host=[^\"]*", "?host=Les+Essais&theme=care", snippet)

    class Site(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(f"<!doctype html><title>A host</title>{snippet}".encode())

        def log_message(self, *_):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        page = visit(viewport=DESKTOP)
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        frame = page.frame_locator("iframe")
        mine = [row for row in api("/sessions?lang=en") if row["host"]["name"] == "Les Essais" and row["theme"] == "care"]
        expect(frame.locator("li")).to_have_count(len(mine))
        picture(page, "embedded")
        with page.expect_popup() as popup:
            frame.locator("li a", has_text="A roomy session").click()
        popup.value.wait_for_selector("main form")
        assert popup.value.url == f"{demo.url}/en/sessions/roomy"
        assert page.complaints == []
    finally:
        server.shutdown()
