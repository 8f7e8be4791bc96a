"""A small asynchronous HTTP/1.1 client over TLS that says exactly what is known when a connection breaks."""

import asyncio
import json
import socket

from harness.program import TRUST_ANYONE


class ConnectionLost(Exception):
    """The connection broke before the answer was complete: whether the request took effect is unknown."""


def slow_reader(port, request):
    """Sends a request, and takes no more of the answer than is read from what this returns."""
    plain = socket.create_connection(("localhost", port))
    plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    reader = TRUST_ANYONE.wrap_socket(plain, server_hostname="localhost")
    reader.sendall(request.replace("\n", "\r\n").encode())
    return reader


class Connection:
    """One keep-alive connection; opened when first needed, and again after it broke."""

    def __init__(self, port, timeout=15):
        self.port, self.timeout = port, timeout
        self.reader = self.writer = None

    async def request(self, method, path, body=None, headers=None):
        """The answer's status, headers (names in lower case) and body."""
        try:
            async with asyncio.timeout(self.timeout):
                if self.writer is None:
                    self.reader, self.writer = await asyncio.open_connection("localhost", self.port, ssl=TRUST_ANYONE)
                content = b"" if body is None else json.dumps(body).encode()
                lines = [f"{method} {path} HTTP/1.1", f"host: localhost:{self.port}", f"content-length: {len(content)}"]
                if body is not None:
                    lines.append("content-type: application/json")
                lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
                self.writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + content)
                await self.writer.drain()
                return await self._answer()
        except (OSError, TimeoutError, asyncio.IncompleteReadError, ValueError) as error:
            self.close()
            raise ConnectionLost(repr(error)) from error

    async def _answer(self):
        head = await self.reader.readuntil(b"\r\n\r\n")
        status_line, *lines = head.decode().split("\r\n")[:-2]
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        if headers.get("transfer-encoding") == "chunked":
            body = b""
            while size := int(await self.reader.readuntil(b"\r\n"), 16):
                body += (await self.reader.readexactly(size + 2))[:-2]
            await self.reader.readexactly(2)
        else:
            body = await self.reader.readexactly(int(headers.get("content-length", 0)))
        if headers.get("connection") == "close":
            self.close()
        return int(status_line.split()[1]), headers, body

    def close(self):
        if self.writer is not None:
            self.writer.transport.abort()
            self.reader = self.writer = None


class SignUpClient:
    """Signs people up through the API, over one connection."""

    def __init__(self, port, token, timeout=15):
        self.connection = Connection(port, timeout)
        self.headers = {"authorization": f"Bearer {token}"}

    async def sign_up(self, request):
        """The answer's status and JSON."""
        status, _, body = await self.connection.request("POST", "/api/v1/sign-ups", request, self.headers)
        return status, json.loads(body)

    def close(self):
        self.connection.close()
