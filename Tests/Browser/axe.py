"""axe-core, which finds what keeps people from using a page."""

from axe_playwright_python.sync_playwright import Axe as EachTime
from axe_playwright_python.sync_playwright import AxeResults


class Axe(EachTime):
    """Is put into a page once, however often it looks at it. Our style sheets are all of our own origin: none is fetched again."""

    def run(self, page, context=None, options=None):
        if page.evaluate("typeof axe") == "undefined":
            page.evaluate(self.axe_script)
        options = {"resultTypes": ["violations"], "preload": False} | (options or {})
        arguments = self._format_script_args(context=context, options=options)
        return AxeResults(page.evaluate(f"axe.run({arguments})"))
