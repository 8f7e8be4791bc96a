"""Mails as their readers see them: their parts, links and codes."""

import email
import email.policy
import re
import struct
import zlib

import zxingcpp

from harness.waiting import until


class Mail:
    """A mail, parsed strictly: a defect is an error."""

    def __init__(self, content):
        self.message = email.message_from_bytes(content, policy=email.policy.default.clone(raise_on_defect=True))
        self.lines = content.split(b"\r\n")

    def __getitem__(self, header):
        return self.message[header]

    @property
    def types(self):
        return [part.get_content_type() for part in self.message.walk()]

    def parts(self, kind):
        return [part for part in self.message.walk() if part.get_content_type() == kind]

    def text(self, kind="text/plain"):
        [part] = self.parts(kind)
        return part.get_content()

    @property
    def links(self):
        """The addresses that its HTML leads to."""
        return re.findall(r'href="([^"]*)"', self.text("text/html"))

    @property
    def calendars(self):
        """Each calendar's method, and its lines unfolded."""
        return [
            (part.get_content_type() and part["content-type"].params["method"],
             part.get_content().replace("\r\n", "\n").replace("\n ", "").splitlines())
            for part in self.parts("text/calendar")]

    @property
    def codes(self):
        """What the QR codes in it say."""
        return [zxingcpp.read_barcodes(grey(part.get_content()))[0].text for part in self.parts("image/png")]


def grey(png):
    """The pixels of a PNG in eight bits of grey (RFC 2083), as rows."""
    place, data = 8, b""
    while place < len(png):
        length, kind = struct.unpack(">I4s", png[place:place + 8])
        if kind == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", png[place + 8:place + 18])
            assert (depth, colour) == (8, 0)
        if kind == b"IDAT":
            data += png[place + 8:place + 8 + length]
        place += length + 12
    raw = zlib.decompress(data)
    rows, above = bytearray(), bytearray(width)
    for start in range(0, height * (width + 1), width + 1):
        row = bytearray(raw[start + 1:start + 1 + width])
        for x in range(width):
            left, corner = (row[x - 1], above[x - 1]) if x else (0, 0)
            row[x] = (row[x] + predicted(raw[start], left, above[x], corner)) & 255
        rows += row
        above = row
    return memoryview(rows).cast("B", (height, width))


def predicted(kind, left, above, corner):
    """What a filter of PNG expects a byte to be."""
    if kind < 4:
        return (0, left, above, (left + above) // 2)[kind]
    guess = left + above - corner
    return min((left, above, corner), key=lambda near: abs(guess - near))


def mails_in(folder, kind="*"):
    """The mails that a demo wrote, by the kind of news that their file names tell, in the order of the outbox."""
    return [(file.stem.split("-")[1], Mail(file.read_bytes())) for file in sorted(folder.glob(f"*-{kind}.eml"))]


def mails_to(demo, address, kind, count=1):
    """The mails of a kind that a demo wrote to an address, once there are so many."""

    def written():
        found = [mail for _, mail in mails_in(demo.data / "mail", kind) if mail["to"] == address]
        return found if len(found) >= count else None

    return until(written)
