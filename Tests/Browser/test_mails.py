"""Letters as a mail reader shows them: narrow and wide, light and dark, without a fault that axe-core could find."""

import base64
import os
import re
from pathlib import Path

import html5lib
import pytest
from axe import Axe

from harness.letters import KINDS, letters_of_all_kinds


@pytest.fixture(scope="module")
def mails(folder):
    demo, mails = letters_of_all_kinds(folder)
    yield mails
    assert demo.stop() == 0


def shown(mail):
    """The HTML with its pictures in it, as readers show those that came along."""
    html = mail.text("text/html")
    for picture in mail.parts("image/png"):
        name = picture["content-id"].strip("<>")
        html = html.replace(f"cid:{name}", f"data:image/png;base64,{base64.b64encode(picture.get_content()).decode()}")
    return html


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_is_readable_wherever_it_is_read(mails, lend, kind, language, picture):
    page = lend()
    mail = mails[f"{kind}-{language}"]
    page.set_content(shown(mail))
    # What the reader's own page is coloured like: axe-core takes it for white otherwise.
    page.add_style_tag(content="html { background: Canvas; color: CanvasText }")
    if folder := os.environ.get("SCREENSHOTS"):
        Path(folder, f"mail-{kind}-{language}.txt").write_text(mail.text())
    # Kinds share their parts: each is looked at in one colour in each width.
    looked_at = (390 if language == "fr" else 700, "dark" if KINDS.index(kind) % 2 else "light")
    for width, scheme in ((390, "light"), (390, "dark"), (700, "light"), (700, "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        picture(page, f"mail-{kind}-{language}-{width}-{scheme}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it scrolls sideways"
        if (width, scheme) == looked_at:
            results = Axe().run(page)
            assert results.violations_count == 0, f"{width} {scheme}: {results.generate_report()}"


def bare(text):
    """Without spaces, and without the colons that plain text has in place of lines."""
    return re.sub(r"[\s:]", "", text)


@pytest.mark.parametrize("kind", KINDS)
def test_old_readers_and_those_without_pictures_lose_nothing(mails, kind):
    for language in ("fr", "en"):
        mail = mails[f"{kind}-{language}"]
        html = mail.text("text/html")
        parser = html5lib.HTMLParser()
        document = parser.parse(html)
        assert parser.errors == []
        assert len(html) < 100_000, "longer ones are cut"
        assert not re.search(r"<(script|link|form|iframe|svg|video)|url\(|position:|float:|flex|grid|var\(", html)
        images = re.findall(r"<img [^>]*>", html)
        assert all(re.search(r'alt="[^"]+"', image) and 'width="' in image for image in images)
        # Word for word the same as in the plain text, in the same order, but for the picture and what underlines titles.
        body = document.find(".//{*}body")
        words = " ".join(body.itertext())
        plain = re.sub(r"https?://\S+|^[=-]+\s*$|^- ", "", mail.text(), flags=re.M)
        assert bare(words) == bare(plain)
        for address in mail.links:
            assert address in mail.text(), "spelled out in the plain text"
