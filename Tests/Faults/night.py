"""Nightly exports of a demo with 2,000 people: how one is begun, and what it left."""

import hashlib
import subprocess

import pytest

from harness.cluster import Cluster
from harness.crowd import sign_up_many
from harness.program import PROGRAM, Demo, environment
from harness.waiting import past_midnight


@pytest.fixture(scope="module")
def demo(folder):
    """It writes no night by itself, be it ten past four."""
    demo = Demo(folder / "data", settings={"SOCIALDAY_NIGHTLY": "off"})
    demo.start()
    yield demo
    assert demo.stop() == 0


@pytest.fixture(scope="module")
def cluster(demo):
    cluster = Cluster(demo.data)
    sign_up_many(cluster, 2000)
    return cluster


@pytest.fixture
def out(tmp_path):
    """On a disk: to one in memory nights are written another way. Of a day that does not end meanwhile."""
    past_midnight()
    return tmp_path / "nights"


def night(demo, out, *options, settings=None, **more):
    return demo.command("export", "--nightly", "--out", out, *options, settings=settings, **more)


def start(demo, out, settings=None):
    return subprocess.Popen(
        [PROGRAM, "export", "--nightly", "--data", demo.data, "--out", out], env=environment(settings or {}),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def nights(out):
    return sorted(one for one in out.iterdir() if not one.name.startswith(".")) if out.exists() else []


def digest(folder):
    """Of everything in a folder."""
    return hashlib.sha256(b"".join(
        file.name.encode() + file.read_bytes() for file in sorted(folder.iterdir()))).hexdigest()


def is_good(demo, folder):
    return demo.command("export", "--verify", folder).returncode == 0
