"""Publish on the example site and watch what readers see. Prints medians and, since machines differ, ratios within the run."""

import argparse
import html
import http.client
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode

HOUSE = Path(__file__).parent.parent
PORT = 18901
WATCHED = {
    "front": ["/", "/es/"],
    "lists": ["/newswire/", "/newswire/new/", "/newswire/kind/report/", "/region/wick/", "/topic/labor/", "/es/topic/housing/"],
    "archives": ["/newswire/{month}/", "/topic/labor/{month}/"],
    "feeds": ["/newswire/feed.rss", "/topic/housing/feed.atom", "/es/region/wick/feed.json"],
}


def ask(method: str, path: str, form: dict[str, str] | list[tuple[str, str]] | None = None) -> tuple[int, str, str]:
    """(status, Location, body) of one request on a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    headers = {"Content-Type": "application/x-www-form-urlencoded"} if form else {}
    connection.request(method, path, urlencode(form) if form else None, headers)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, answer.getheader("Location") or "", body


def timed(act) -> float:  # type: ignore[no-untyped-def]
    start = time.monotonic()
    act()
    return time.monotonic() - start


def publish(number: int) -> tuple[float, str]:
    form = {"kind": "report", "headline": f"Bench {number} {time.time_ns()}", "body": "A paragraph.\n\nAnother one.", "language": "en"}
    form |= {"licence": "by-sa", "when": "now", "regions": "wick", "topics": "labor"}
    _, _, preview = ask("POST", "/publish/preview/", [*form.items(), ("topics", "housing")])
    hidden = [(n, html.unescape(v)) for n, v in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', preview)]
    start = time.monotonic()
    status, location, _ = ask("POST", "/publish/send/", hidden)
    if status != 303:
        sys.exit(f"publishing answered {status}")
    return time.monotonic() - start, location


def watch(location: str) -> dict[str, float]:
    """Seconds until all pages of each group show the post."""
    year, month = location.split("/")[1:3]
    start, seen = time.monotonic(), {}
    waiting = {group: {path.format(month=f"{year}/{month}") for path in paths} for group, paths in WATCHED.items()}
    while any(waiting.values()) and time.monotonic() - start < 30:
        for group, paths in waiting.items():
            paths -= {path for path in paths if location in ask("GET", path)[2]}
            if not paths and group not in seen:
                seen[group] = time.monotonic() - start
        time.sleep(0.01)
    return seen


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=10)
    count = parser.parse_args().posts
    with tempfile.TemporaryDirectory() as data:
        environment = {**os.environ, "DATA_DIR": data, "PORT": str(PORT), "FORM_MIN_SECONDS": "0", "SENDINGS_PER_HOUR": "100000"}
        server = subprocess.Popen(
            [sys.executable, "-m", "commonwire.ops.command", "serve"], cwd=HOUSE, env=environment, stdout=subprocess.PIPE, text=True
        )
        try:
            next(line for line in server.stdout or () if "Ctrl-C" in line)
            report(count)
        finally:
            server.terminate()
            server.wait(20)


def report(count: int) -> None:
    unit = statistics.median(timed(lambda: ask("GET", "/there-is-nothing-here/")) for _ in range(20))
    baked = statistics.median(timed(lambda: ask("GET", "/")) for _ in range(50))
    rows: dict[str, list[float]] = {"answered, own page baked": []}
    for number in range(count):
        seconds, location = publish(number)
        rows["answered, own page baked"].append(seconds)
        for group, seen in watch(location).items():
            rows.setdefault(f"{group} show it", []).append(seen)
    print(f"{'':28} {'median ms':>10} {'worst ms':>10} {'ratio':>8}   (ratio to one answer of the application, {unit * 1000:.1f} ms)")
    print(f"{'a baked page, read':28} {baked * 1000:10.1f} {'':>10} {baked / unit:8.2f}")
    for name, values in rows.items():
        median = statistics.median(values)
        print(f"{name:28} {median * 1000:10.0f} {max(values) * 1000:10.0f} {median / unit:8.1f}")


if __name__ == "__main__":
    main()
