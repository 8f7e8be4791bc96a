"""People who sign up, what becomes of their letters, and more than one instance that sends them."""

import asyncio
import socket
import urllib.request
import uuid

from certificates import make_certificate

from harness.client import SignUpClient
from harness.cluster import Cluster
from harness.program import TRUST_ANYONE, Service, free_port


def sign_up(demo, token, *names):
    """Signs one person up for each name; the addresses."""
    async def all_of_them():
        client = SignUpClient(demo.port, token)
        for name in names:
            request = {
                "session": "test-session", "name": "Zoé Canari", "email": f"{name}@example.org",
                "request_key": str(uuid.uuid4())}
            status, answer = await client.sign_up(request)
            for _ in range(10):
                if status != 503:  # Just after a start, on a machine with much to do: with the same key it counts once.
                    break
                await asyncio.sleep(0.5)
                status, answer = await client.sign_up(request)
            assert status == 201, answer
        client.close()

    asyncio.run(all_of_them())
    return [f"{name}@example.org" for name in names]


def rows(demo, columns, where="true"):
    text = Cluster(demo.data).psql("socialday", f"select {columns} from app.outbox where {where} order by id")
    return [line.split("\t") for line in text.splitlines()]


def count(demo, where):
    return len(rows(demo, "id", where))


def let_time_pass(demo):
    """As if the pause before the next try were over."""
    Cluster(demo.data).psql(
        "socialday", "update app.outbox set next_attempt_at = now() where sent_at is null and given_up_at is null"
        " and last_error is not null")


def health(demo):
    with urllib.request.urlopen(f"{demo.url}/health/ready", context=TRUST_ANYONE) as answer:
        return answer.read().decode()


def other_instance(demo, folder, name):
    """`serve` on the demo's database, with its secret and its settings for mail; not started yet."""
    certificate, key = make_certificate(folder, name)
    port = free_port()
    return Service("serve", port=port, settings=demo.settings | {
        "SOCIALDAY_DATABASE_URL": Cluster(demo.data).connection_string("socialday"),
        "SOCIALDAY_PUBLIC_URL": f"https://localhost:{port}/", "SOCIALDAY_LISTEN": f"localhost:{port}",
        "SOCIALDAY_TLS_CERT": str(certificate), "SOCIALDAY_TLS_KEY": str(key),
        "SOCIALDAY_SECRET_FILE": str(folder / "data/secret")})


def outside_address():
    """An address of this machine that is not its loopback."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        address = probe.getsockname()[0]
        return None if address.startswith("127.") or address == "0.0.0.0" else address
