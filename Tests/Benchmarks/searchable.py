"""Five thousand sessions with words to look for."""

import random

from harness.programme import VENUE, import_rows, session

SESSIONS, WORDS = 5000, 1000
THEMES = ["care", "early_childhood", "housing", "exclusion", "health", "circular_economy", "transport"]
FORMATS = ["workshop", "talk", "round_table", "visit", "training", "meeting"]


def fill(demo, folder, day):
    """Imports them: twenty venues, every quarter of an hour, each session with twenty of a thousand words."""
    chance = random.Random(5000)
    import_rows(demo, folder, "venues", [
        VENUE | {"slug": f"hall-{number}", "name": f"Salle {number}", "arrondissement": str(number)}
        for number in range(1, 21)])
    import_rows(demo, folder, "sessions", [row(day, number, chance) for number in range(SESSIONS)])


def row(day, number, chance):
    words = [f"mot{chance.randrange(WORDS):04}" for _ in range(20)]
    minutes = 9 * 60 + 15 * chance.randrange(40)
    return session(
        day, slug=f"search-{number:04}", room=f"Room {number}", venue=f"hall-{1 + number % 20}",
        theme=chance.choice(THEMES), format=chance.choice(FORMATS),
        title_fr=f"Séance {number} sur {words[0]}", title_en=f"Session {number} on {words[0]}",
        summary_fr=" ".join(words), summary_en=" ".join(words), starts_at=clock(minutes), ends_at=clock(minutes + 60))


def clock(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}"
