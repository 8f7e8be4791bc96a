"""A real SMTP server that misbehaves as its recipients' names ask."""

import asyncio
import contextlib
import re

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

from harness.mails import Mail


class Session(SMTP):
    """One connection. `drop` in a recipient's name breaks off in the middle of the data, the first time."""

    async def smtp_DATA(self, arg):
        name = self.envelope.rcpt_tos[0].partition("@")[0] if self.envelope.rcpt_tos else ""
        if name.startswith("drop-") and self.event_handler.first_time(name):
            await self.push("354 go on")
            await asyncio.sleep(0.05)
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


class MailServer:
    """Takes mails. A recipient's name says what becomes of the mail:

    refused-…: 550 for the recipient; later-…: 451 the first time; content-…: 554 after the data; busy-…: 421 after the
    data the first time; drop-…: the line breaks in the data the first time; lost-…: taken, but the line breaks before the
    answer the first time; hang-…: no answer for the recipient; slow-…: taken, and answered only at `go_on`.
    """

    def __init__(self, port, **options):
        self.port = port
        self.mails = []
        self.seen = {}
        self.logins = []
        self.hanging = 0
        self.slow = []
        self.hostname = options.pop("hostname", "127.0.0.1")
        self.options = options | {"authenticator": self._authenticate if options.get("auth_required") else None}
        self.controller = None

    def start(self):
        """Can be called again after `stop`."""
        self.controller = Controller(self, hostname=self.hostname, port=self.port, **self.options)
        self.controller.factory = lambda: Session(self, **self.controller.SMTP_kwargs)
        self.controller.start()
        return self

    def stop(self):
        self.controller.stop()

    def go_on(self):
        """Answers the mails that were taken slowly."""
        for waits in self.slow:
            self.controller.loop.call_soon_threadsafe(waits.set)

    def first_time(self, name):
        self.seen[name] = self.seen.get(name, 0) + 1
        return self.seen[name] == 1

    def received(self, address):
        """The mails that were taken for an address."""
        return [mail for recipient, mail in self.mails if recipient == address]

    def _authenticate(self, server, session, envelope, mechanism, data):
        self.logins.append((data.login, data.password, session.ssl is not None))
        return AuthResult(success=data.password == b"p@ss word")

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.partition("@")[0]
        if name.startswith("refused-"):
            return f"550 5.1.1 <{address}> is not here"
        if name.startswith("later-") and self.first_time(name):
            return f"451 4.7.1 <{address}> try again later"
        if name.startswith("hang-"):
            self.hanging += 1
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.sleep(600)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        [address] = envelope.rcpt_tos
        name = address.partition("@")[0]
        if name.startswith("content-"):
            return "554 5.7.1 not this mail"
        if name.startswith("busy-") and self.first_time(name):
            return "421 4.3.2 shutting down"
        content = re.sub(rb"(?<!\r)\n", b"\r\n", envelope.original_content)
        self.mails.append((address, Mail(content)))
        if name.startswith("slow-"):
            self.slow.append(asyncio.Event())
            await self.slow[-1].wait()
        if name.startswith("lost-") and self.first_time(name):
            server.transport.abort()
        return "250 taken"
