"""The database over TLS, with `sslmode=verify-full`: only a server whose certificate is trusted and names the host will do."""

import contextlib
import socket
import ssl
import threading

import pytest
from certificates import make_certificate

from harness.cluster import Cluster
from harness.program import Demo, run

SSL_REQUEST = bytes([0, 0, 0, 8, 4, 210, 22, 47])


@pytest.fixture(scope="module")
def cluster(folder):
    demo = Demo(folder / "data", "--empty")
    demo.start()
    yield Cluster(demo.data)
    assert demo.stop() == 0


class TLSDoor:
    """Speaks TLS as a PostgreSQL server does (manual, section 55.2.10), and passes what is in it to the real one."""

    def __init__(self, unix_socket, certificate, key):
        self.unix_socket = unix_socket
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(certificate, key)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client):
        with contextlib.suppress(OSError), client, socket.socket(socket.AF_UNIX) as server:
            if client.recv(8, socket.MSG_WAITALL) != SSL_REQUEST:
                return
            client.sendall(b"S")
            with self.context.wrap_socket(client, server_side=True) as secure:
                server.connect(self.unix_socket)
                threading.Thread(target=self._pass, args=(server, secure), daemon=True).start()
                self._pass(secure, server)

    def _pass(self, source, sink):
        with contextlib.suppress(OSError):
            while data := source.recv(65_536):
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)


@pytest.fixture(scope="module")
def door(cluster, folder):
    """Its certificate is for `localhost`."""
    certificate, key = make_certificate(folder, "server")
    door = TLSDoor(cluster.socket, certificate, key)
    yield door
    door.listener.close()


def editions(door, folder, host, root):
    """The list of editions, over TLS."""
    url = (f"host={host} port={door.port} dbname=socialday user=postgres sslmode=verify-full "
           f"sslrootcert={folder / root} gssencmode=disable")
    return run("edition", "list", settings={"SOCIALDAY_DATABASE_URL": url})


def test_a_trusted_certificate_for_the_host_is_accepted(door, folder):
    result = editions(door, folder, "localhost", "server.pem")
    assert result.returncode == 0, result.stderr


def test_a_certificate_for_another_host_is_refused(door, folder):
    result = editions(door, folder, "127.0.0.1", "server.pem")
    assert result.returncode != 0 and "does not match host name" in result.stderr, result.stderr


def test_a_certificate_that_nobody_trusts_is_refused(door, folder):
    make_certificate(folder, "stranger")
    result = editions(door, folder, "localhost", "stranger.pem")
    assert result.returncode != 0 and "certificate verify failed" in result.stderr, result.stderr
