"""Hundreds of ways to write an address that must not be reached: as numbers, as names, behind a redirection, in foreign signs."""

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address
from itertools import product

PUBLIC = {"93.184.215.14", "151.101.1.6", "2a04:4e42::6"}

PRIVATE_4 = [
    "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.0.1", "169.254.169.254",
    "100.64.0.1", "100.100.100.200", "192.0.0.8", "192.0.0.192", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.51.100.7",
    "203.0.113.9", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "168.63.129.16",
]  # fmt: skip
PRIVATE_6 = [
    "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:0:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe", "64:ff9b:1::7f00:1", "100::1", "2001::1", "2001:0:7f00:1::", "2001:10::1", "2001:20::1", "2001:db8::1",
    "2002:7f00:1::", "2002:a00:1::1", "3fff::1", "2620:4f:8000::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1",
    "ff02::1", "ff05::1:3", "4000::1", "fe80::1%eth0", "2a04:4e42::6%1",
]  # fmt: skip


def spellings(address: str) -> Iterator[str]:
    """How a host of numbers has been written to get past somebody's table."""
    number, parts = int(IPv4Address(address)), address.split(".")
    tail = (int(parts[2]) << 8) + int(parts[3])
    yield from (address, f"{address}.", str(number), hex(number), hex(number).upper(), f"0{number:o}", f"{number + 2**32}")
    yield from (".".join(f"{int(part):#x}" for part in parts), ".".join(f"0{int(part):o}" for part in parts))
    yield from (".".join(f"{int(part):04o}" for part in parts), f"{parts[0]}.{parts[1]}.{tail}", f"{parts[0]}.{hex(number & 0xFFFFFF)}")
    yield from (address.replace(".", "。"), address.replace(".", "．"), address.replace(".", "｡"), address.replace(".", "%2e"))
    yield address.translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})  # full width
    yield address.translate({ord("0") + digit: 0x0660 + digit for digit in range(10)})  # Arabic
    yield address.translate({ord("0") + digit: 0x1D7D8 + digit for digit in range(10)})  # mathematical
    yield address.translate({ord("0") + digit: (0x2460 - 1 + digit) if digit else 0x24EA for digit in range(10)})  # in circles


def written_out() -> Iterator[str]:
    """Without a name: these lead nowhere, or to a private address by their numbers."""
    for scheme, address in product(("http", "https"), PRIVATE_4):
        yield from (f"{scheme}://{host}/calendar.ics" for host in spellings(address))
    for address in PRIVATE_6:
        full = IPv6Address(address.split("%")[0]).exploded
        yield from (f"http://[{address}]/", f"https://[{full}]/", f"http://{address}/")


def of_odd_form() -> Iterator[str]:
    for host in ("127.0.0.1", "localhost", "169.254.169.254", "[::1]"):
        yield from (
            f"http://public.example.org@{host}/", f"http://public.example.org:80@{host}/", f"http://{host}#@public.example.org/",
            f"http://{host}\\@public.example.org/", f"http://public.example.org\\@{host}/", f"http://{host}?@public.example.org/",
            f"http://{host};.public.example.org/", f"http://{host}%00.public.example.org/", f"http://{host}\t.public.example.org/",
            f"http://{host}\n/", f"http:\\\\{host}\\", f"http:/{host}/", f"http:{host}/", f"//{host}/", f"///{host}/", f"{host}",
            f"HTTP://{host}/", f" http://{host}/", f"http://{host} /", f"http://us:er@{host}:80/", f"gopher://{host}/_GET", f"file://{host}/etc/hosts",
            f"ftp://{host}/", f"dict://{host}:11211/", f"jar:http://{host}/!/", f"url:http://{host}/", f"http://{host}:22/", f"http://{host}:8080/",
            f"http://{host}:65616/", f"http://{host}:0/", f"http://{host}:٨٠/", f"http://{host}:+80/", f"http://\u200b{host}/", f"http://{host}\u202e/",
        )  # fmt: skip
    yield from (
        "http://localhost/", "http://LOCALHOST/", "http://ⓛocalhost/", "http://localhost./", "http://a.localhost/", "http://printer.local/",
        "http://metadata.google.internal/computeMetadata/v1/", "http://router/", "http://nas.home/", "http://wiki.corp/", "http://x.onion/",
        "http://1.0.0.127.in-addr.arpa/", "http://.example.org/", "http://a..example.org/", "http:///example.org", "http://", "https://",
        "",
        "http://ⅷ/", "http://℀.example.org/", "http://example.org\u2100.evil.example.org/", "http://[fe80::1%25lo]/", "http://[::ffff:7f00:1]/",
        "file:///etc/passwd", "data:text/calendar,x", "javascript:alert(1)", "webcal://127.0.0.1/", "http://[]/", "http://[::1/", "http://::1]/",
        "http://xn--/", "http://" + "a." * 200 + "example.org/", "http://" + "a" * 70 + ".example.org/", "http://example.org:443:80/",
    )  # fmt: skip


NAMED = {
    f"{'v6' if ':' in address else 'v4'}-{number}.private.example.org": [address] for number, address in enumerate(PRIVATE_4 + PRIVATE_6)
}
MIXED = {
    f"{order}-{number}.mixed.example.org": [*PUBLIC, address] if order == "last" else [address, *PUBLIC]
    for number, address in enumerate(PRIVATE_4 + PRIVATE_6)
    for order in ("first", "last")
}


def by_name() -> Iterator[str]:
    for name in [*NAMED, *MIXED]:
        yield from (f"https://{name}/", f"http://{name}:80/x")


def behind_a_redirection() -> Iterator[str]:
    """Locations to which a public site sends us on."""
    yield from (f"http://{host}/" for address in PRIVATE_4 for host in (address, str(int(ip_address(address)))))
    yield from (f"http://[{address}]/" for address in PRIVATE_6)
    yield from (f"http://{name}/" for name in [*NAMED, *MIXED])
    yield from (f"//{name}/" for name in NAMED)
    yield from (
        "http://public.example.org@127.0.0.1/",
        "\\\\127.0.0.1\\",
        "http:127.0.0.1",
        "//127.0.0.1",
        "http://[::1",
        "//[::1",
        "http://a\r\nb/",
    )
