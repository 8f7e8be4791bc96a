"""Medians of the rounds, and the table of ratios."""

from statistics import median

# What is measured, against what, and the least ratio wanted.
RATIOS = [
    ("sign-ups over HTTPS, 200 sessions", "sign-ups, 200 sessions", "simple-update, 16 clients", 2.5),
    ("sign-ups over HTTPS, one session", "sign-ups, one session", "simple-update, 16 clients", 2.0),
    ("sign-ups over HTTPS, one session", "sign-ups, one session", "api.sign_up, one session", 12),
    ("sign-ups over HTTPS, 200 sessions", "sign-ups, 200 sessions", "api.sign_up, 200 sessions", None),
    ("one sign-up at a time", "sign-ups, one connection", "simple-update, one client", 0.6),
    ("check-ins over HTTPS", "check-ins, 200 sessions", "sign-ups, 200 sessions", 0.1),
    ("sign-ups while 200 boards are open", "sign-ups, 200 boards open", "sign-ups, 200 sessions", 0.85),
    ("programme page", "programme page", "nginx, the same bytes", 0.7),
    ("search, every query different", "search, 5,000 sessions", "programme page", 0.05),
]


def medians(rounds):
    """For each name, the median over the rounds of what was seen per second."""
    return {name: median(one[name].per_second for one in rounds) for name in rounds[0]}


def table(rounds, memory, memory_limit):
    """The report as text."""
    seen = medians(rounds)
    lines = [f"{'measured':36} {'per second':>11}   {'against':28} {'per second':>11} {'ratio':>7} {'at least':>9}"]
    for title, ours, reference, least in RATIOS:
        # Both were measured within the same round, so that a slow minute of the machine slows both.
        ratio = median(one[ours].per_second / one[reference].per_second for one in rounds)
        verdict = "" if least is None else f"{least:9.2f} {'yes' if ratio >= least else 'NO'}"
        lines.append(f"{title:36} {seen[ours]:11,.0f}   {reference:28} {seen[reference]:11,.0f} {ratio:7.2f} {verdict}")
    lines += ["", f"{'latency, ms (medians)':36} {'p50':>8} {'p95':>8} {'p99':>8}"]
    for name in seen:
        if rounds[0][name].p50:
            values = [median(getattr(one[name], part) for one in rounds) for part in ("p50", "p95", "p99")]
            lines.append(f"{name:36} " + " ".join(f"{value:8.2f}" for value in values))
    lines += ["", f"peak memory of the service: {memory:.0f} MiB (at most {memory_limit}:"
                  f" {'yes' if memory <= memory_limit else 'NO'})"]
    return "\n".join(lines)
