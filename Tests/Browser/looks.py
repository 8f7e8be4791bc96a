"""A page looked at as everybody sees it, by axe-core."""

from axe import Axe
from forms import DESKTOP, PHONE


# Where each language is looked at, and in which colours. Between the languages nothing differs but words: so all pages stand
# in both languages at both widths, and each width in both colours. At full length each stands in all of them.
LOOKS = {"fr": [(PHONE, ("light", "dark")), (DESKTOP, ("light",))], "en": [(PHONE, ("light",)), (DESKTOP, ("dark",))]}
ALL_LOOKS = [(PHONE, ("light", "dark")), (DESKTOP, ("light", "dark"))]


def look(page, name, viewport, schemes, picture):
    """What is wrong with the page as it stands, at a width and in one or two colour schemes: all rules in the first, and
    contrast in the other, which is all that differs; and whether it scrolls sideways."""
    found = []
    page.set_viewport_size(viewport)
    for scheme, only in zip(schemes, ({}, {"runOnly": ["color-contrast"]})):
        page.emulate_media(color_scheme=scheme)
        where = f"{name}-{viewport['width']}-{scheme}"
        results = Axe().run(page, options=only).response
        found += [f"{where}: {rule['id']}: {node['html'][:200]}" for rule in results["violations"] for node in rule["nodes"]]
        picture(page, where)
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append(f"{name}: at {viewport['width']} it scrolls sideways")
    return found
