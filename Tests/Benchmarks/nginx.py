"""nginx, serving the service's own compressed page as a file."""

import gzip
import shutil
import socket
import string
import subprocess
import time
import urllib.request
from pathlib import Path

from harness.program import TRUST_ANYONE, free_port


class Nginx:
    """Runs until closed; `url` is the page."""

    def __init__(self, folder, page_url, certificate, key):
        folder.mkdir()
        (folder / "pages").mkdir()
        request = urllib.request.Request(page_url, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(request, context=TRUST_ANYONE) as answer:
            self.page = answer.read()
        if not gzip.decompress(self.page).startswith(b"<!doctype html>"):
            raise RuntimeError(f"{page_url} is not a compressed page")
        (folder / "pages/programme.gz").write_bytes(self.page)
        port = free_port()
        template = string.Template((Path(__file__).parent / "nginx.conf").read_text())
        configuration = folder / "nginx.conf"
        configuration.write_text(template.substitute(
            folder=folder, port=port, certificate=certificate, key=key, cipher=cipher(page_url)))
        program = shutil.which("nginx") or "/usr/sbin/nginx"
        self.process = subprocess.Popen([program, "-p", folder, "-c", configuration])
        self.url = f"https://localhost:{port}/programme"
        self._wait()

    def _wait(self):
        for _ in range(100):
            try:
                with urllib.request.urlopen(self.url, context=TRUST_ANYONE) as answer:
                    assert answer.read() == self.page, "nginx serves other bytes"
                    return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError("nginx did not start")

    def close(self):
        self.process.terminate()
        self.process.wait()


def cipher(url):
    """The TLS 1.3 cipher that the service chooses, for nginx to use the same."""
    host, port = url.split("/")[2].split(":")
    with socket.create_connection((host, int(port))) as plain:
        with TRUST_ANYONE.wrap_socket(plain, server_hostname=host) as connection:
            return connection.cipher()[0]
