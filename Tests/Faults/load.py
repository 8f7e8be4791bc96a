"""People who keep signing up through the API whatever happens, and remember what they were told."""

import asyncio
import random
import time
import uuid

from harness.client import ConnectionLost, SignUpClient
from history import Attempt


class Load:
    """Writers that sign up new people, repeat some, and ask again with the same key until they know."""

    def __init__(self, port, token, sessions, seed, writers=24):
        self.port, self.token, self.sessions, self.writers = port, token, sessions, writers
        self.random = random.Random(seed)
        self.attempts = []
        self.running = True

    async def run(self):
        """Signs up until `stop`, then until every attempt has its answer."""
        await asyncio.gather(*[self._write(number) for number in range(self.writers)])

    def stop(self):
        self.running = False

    async def _write(self, number):
        client = SignUpClient(self.port, self.token)
        while self.running:
            attempt = self._next(number)
            self.attempts.append(attempt)
            await self._settle(client, attempt)
            if self.random.random() < 0.05:
                await self._settle(client, attempt)  # The same key, although the answer came: it has to come again.
            await asyncio.sleep(self.random.random() * 0.06)
        client.close()

    def _next(self, number):
        key = str(uuid.UUID(int=self.random.getrandbits(128)))
        if self.attempts and self.random.random() < 0.05:
            # The same person again, with a new key: found, or refused, but never made twice.
            other = self.random.choice(self.attempts)
            return Attempt(key, other.session, other.email.upper(), other.places)
        hot = self.random.random() < 0.3
        session = self.sessions[0] if hot else self.random.choice(self.sessions)
        return Attempt(key, session, f"{number}-{key[:13]}@example.org", self.random.choice([1, 1, 1, 2, 3]))

    async def _settle(self, client, attempt):
        """Asks until an answer decides. 503 and lost connections decide nothing."""
        attempt.started = attempt.started or time.monotonic()
        patience = time.monotonic() + 60
        while time.monotonic() < patience:
            try:
                status, answer = await client.sign_up(attempt.body)
            except ConnectionLost:
                attempt.unknown += 1
            else:
                if status < 500:
                    attempt.ended = attempt.ended or time.monotonic()
                    attempt.answers.append((status, answer))
                    return
                attempt.unknown += 1
            await asyncio.sleep(0.02 + self.random.random() * 0.05)
