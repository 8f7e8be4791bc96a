"""Options and fixtures of all tests in Python."""

from pathlib import Path

import pytest

from harness.place import new_folder
from harness.program import Demo, Service


def pytest_addoption(parser):
    parser.addoption("--full", action="store_true", help="the fault tests at full length")


@pytest.fixture
def full(request):
    """Whether the tests run at full length."""
    return request.config.getoption("--full")


@pytest.fixture(scope="module")
def folder():
    """A new folder that is gone afterwards, perhaps in memory."""
    with new_folder("test") as path:
        yield Path(path)


@pytest.fixture(scope="module")
def demo(folder):
    """The demo with its programme, without rate limits, one for each file of tests."""
    demo = Demo(folder / "data")
    demo.start()
    yield demo
    assert demo.stop() == 0


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    """A test that failed shows what its services said last."""
    report = yield
    if report.failed:
        for name, value in item.funcargs.items():
            if isinstance(value, Service):
                report.sections.append((f"{name} said", "".join(value.lines[-30:])))
    return report


def pytest_terminal_summary(terminalreporter):
    """One line to look for."""
    count = {kind: len(terminalreporter.getreports(kind)) for kind in ("passed", "failed", "error")}
    terminalreporter.write_line(f"{count['passed']} passed, {count['failed'] + count['error']} failed")
