"""Where something is missing, `deploy/run` says what, and the cure, before it installs or builds anything."""

import os
import socket
import subprocess

import pytest

from harness.program import REPOSITORY

WORKING = 'echo "Swift version 6.3.1 (swift-6.3.1-RELEASE)"'


@pytest.fixture
def run_script(tmp_path):
    """Runs the script with a `swift` that does so much; returns what it complains of."""

    def run(*options, swift=WORKING):
        (tmp_path / "swift").write_text(f"#!/bin/sh\n{swift}\n")
        (tmp_path / "swift").chmod(0o755)
        result = subprocess.run(
            [REPOSITORY / "deploy/run", *map(str, options)], env=os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}"},
            capture_output=True, text=True, timeout=60)
        assert result.returncode > 0 and "==> Build" not in result.stdout, result.stdout
        return result.stderr

    return run


@pytest.mark.parametrize("swift, said", [
    ('echo "Swift version 5.10 (swift-5.10-RELEASE)"', "Swift 5.10 is too old"),
    ("exit 127", "'swift --version' does not work")])
def test_a_swift_that_will_not_do(run_script, swift, said):
    complaint = run_script(swift=swift)
    assert said in complaint and "https://www.swift.org/install/linux/" in complaint


@pytest.mark.parametrize("options", [["--port"], ["--port="], ["--port", "abc"], ["--port", "65536"]], ids=" ".join)
def test_what_is_no_port(run_script, options):
    assert "is not a port" in run_script(*options)


def test_a_port_that_is_taken(run_script):
    with socket.create_server(("localhost", 0)) as taken:
        port = taken.getsockname()[1]
        complaint = run_script("--port", port)
    assert f"port {port} is taken" in complaint and "choose another port" in complaint
