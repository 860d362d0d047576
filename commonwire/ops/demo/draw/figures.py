"""What many scenes share: people, banners, placards, water, gulls, windows, hills."""

from commonwire.ops.demo.draw.sheet import CREAM, DEEP, INK, LAMP, NIGHT, PAPER, RED, SANS, SEA, SLATE, Sheet

COATS = (INK, NIGHT, DEEP, INK, SLATE)


def person(s: Sheet, x: float, foot: float, h: float, coat: str = INK, arm: str = "", extra: str = "", face: str = "") -> None:
    """One standing figure. arm: up, both, out or nothing; extra: cap, hood, scarf, vest."""
    skin = face or coat
    lean = s.near(0, h * 0.015)
    s.shape([(x - h * 0.1, foot), (x - h * 0.11, foot - h * 0.42), (x + h * 0.0, foot - h * 0.42), (x - h * 0.025, foot)], coat)
    s.shape([(x + h * 0.03, foot), (x + h * 0.0, foot - h * 0.42), (x + h * 0.11, foot - h * 0.42), (x + h * 0.1, foot)], coat)
    for side, raised in ((-1, arm in ("both", "up")), (1, arm == "both"), (1, arm == "out")):
        if raised and arm == "out":
            s.line(x + h * 0.1, foot - h * 0.74, x + h * 0.34, foot - h * 0.62, coat, h * 0.07)
        elif raised:
            s.line(x + side * h * 0.11, foot - h * 0.76, x + side * h * 0.2, foot - h * 1.02, coat, h * 0.07)
    top = foot - h * 0.82
    s.path(
        f"M{x - h * 0.05 + lean} {top}Q{x - h * 0.16 + lean} {top + h * 0.01} {x - h * 0.165} {top + h * 0.14}"
        f"L{x - h * 0.155} {foot - h * 0.32}Q{x} {foot - h * 0.28} {x + h * 0.155} {foot - h * 0.32}"
        f"L{x + h * 0.165} {top + h * 0.14}Q{x + h * 0.16 + lean} {top + h * 0.01} {x + h * 0.05 + lean} {top}Z",
        RED if extra == "coat" else coat,
    )
    s.disc(x + lean, foot - h * 0.9, h * 0.075, skin)
    if extra == "cap":
        s.path(
            f"M{x - h * 0.085 + lean} {foot - h * 0.905}a{h * 0.085} {h * 0.09} 0 0 1 {h * 0.17} 0z",
            RED if s.chance.random() < 0.3 else INK,
        )
    if extra == "hood":
        s.path(f"M{x - h * 0.1 + lean} {foot - h * 0.8}q0 {-h * 0.2} {h * 0.1} {-h * 0.2}q{h * 0.1} 0 {h * 0.1} {h * 0.2}z", coat)
    if extra == "scarf":
        s.line(x - h * 0.055 + lean, foot - h * 0.815, x + h * 0.055 + lean, foot - h * 0.815, RED, h * 0.045)
        s.line(x + h * 0.045, foot - h * 0.81, x + h * 0.06, foot - h * 0.64, RED, h * 0.04)
    if extra == "vest":
        s.box(x - h * 0.12, foot - h * 0.74, h * 0.24, h * 0.28, CREAM)
        s.line(x - h * 0.12, foot - h * 0.58, x + h * 0.12, foot - h * 0.58, SLATE, h * 0.03)


def crowd(s: Sheet, x1: float, x2: float, foot: float, h: float, count: int, coats: tuple[str, ...] = COATS, lively: float = 0.25) -> None:
    step = (x2 - x1) / count
    for number in range(count):
        draw = s.chance.random()
        arm = "up" if draw < lively * 0.6 else "both" if draw < lively else ""
        extra = s.chance.choice(["", "cap", "hood", "scarf", "", "cap"])
        person(
            s,
            s.near(x1 + step * (number + 0.5), step * 0.3),
            s.near(foot, h * 0.035),
            s.near(h, h * 0.08),
            s.chance.choice(coats),
            arm,
            extra,
        )


def banner(s: Sheet, x1: float, y1: float, x2: float, y2: float, drop: float, text: str, cloth: str = RED, ink: str = PAPER) -> None:
    """A cloth carried between two poles, hanging a little, with the words following it."""
    sag = (x2 - x1) * 0.035
    mid = (x1 + x2) / 2
    for x, y in ((x1, y1), (x2, y2)):
        s.line(x, y - drop * 0.12, x + s.near(0, 4), y + drop * 2.1, INK, max(4, drop * 0.06))
    s.path(
        f"M{x1} {y1}Q{mid} {(y1 + y2) / 2 + 2 * sag} {x2} {y2}L{x2} {y2 + drop}Q{mid} {(y1 + y2) / 2 + drop + 2.4 * sag} {x1} {y1 + drop}Z",
        cloth,
    )
    s.path(
        f"M{x1} {y1 + drop * 0.82}Q{mid} {(y1 + y2) / 2 + drop * 0.84 + 2.4 * sag} {x2} {y2 + drop * 0.82}L{x2} {y2 + drop}Q{mid} "
        f"{(y1 + y2) / 2 + drop + 2.4 * sag} {x1} {y1 + drop}Z",
        INK,
        'opacity=".22"',
    )
    key = f"b{len(s.defs)}"
    low = drop * 0.7
    s.defs.append(f'<path id="{key}" d="M{x1} {y1 + low}Q{mid} {(y1 + y2) / 2 + low + 2.2 * sag} {x2} {y2 + low}"/>')
    size = min(drop * 0.62, (x2 - x1) * 1.52 / max(len(text), 6))
    s.add(
        f'<text font-family="{SANS}" font-weight="bold" font-size="{size:.1f}" fill="{ink}" text-anchor="middle">'
        f'<textPath href="#{key}" startOffset="50%">{text}</textPath></text>'
    )


def placard(
    s: Sheet, x: float, y: float, w: float, h: float, lines: tuple[str, ...], board: str = PAPER, ink: str = INK, pole: float = 120
) -> None:
    turn = s.near(0, 6)
    s.add(f'<g transform="rotate({turn} {x} {y + h})">')
    s.line(x, y, x, y + h + pole, QUIET_POLE, 6)
    s.box(x - w / 2, y, w, h, board)
    s.box(x - w / 2, y + h * 0.93, w, h * 0.07, INK, 'opacity=".25"')
    size = min(h / (len(lines) + 0.5), w * 1.38 / max(3, *(len(t) for t in lines)))
    for number, text in enumerate(lines):
        s.words(x, y + (h - size * len(lines)) / 2 + size * (number + 0.82), size, text, ink)
    s.add("</g>")


QUIET_POLE = "#3a352a"


def water(
    s: Sheet,
    y1: float,
    y2: float,
    colours: tuple[str, ...],
    light: str = CREAM,
    lines: int = 130,
    centre: float = -1,
    spread: float = 300,
) -> None:
    """A band of sea with strokes that grow towards the viewer; `centre` puts the light's path on it."""
    s.fade(0, y1, s.width, y2 - y1, *colours)
    for _ in range(lines):
        depth = s.chance.random() ** 1.6
        y = y1 + depth * (y2 - y1)
        length = 14 + depth * 130 * s.chance.random()
        x = s.chance.uniform(-40, s.width)
        tone = INK if s.chance.random() < 0.55 else light
        s.stroke(
            f"M{x:.0f} {y:.0f}q{length / 2:.0f} {-3 - 5 * depth:.1f} {length:.0f} 0",
            tone,
            1 + 2.5 * depth,
            f'opacity="{0.1 + 0.22 * depth:.2f}"',
        )
    if centre >= 0:
        for _ in range(lines):
            depth = s.chance.random()
            x = s.chance.gauss(centre, spread * (0.12 + 0.3 * depth))
            length = 12 + 70 * depth * s.chance.random()
            s.line(x, y1 + depth * (y2 - y1), x + length, y1 + depth * (y2 - y1), light, 1.5 + 3 * depth, 'opacity=".7"')


def gulls(s: Sheet, count: int, x1: float, x2: float, y1: float, y2: float, colour: str = INK) -> None:
    for _ in range(count):
        x, y, k = s.chance.uniform(x1, x2), s.chance.uniform(y1, y2), s.chance.uniform(8, 22)
        s.stroke(f"M{x - k:.0f} {y:.0f}q{k / 2:.0f} {-k * 0.7:.0f} {k:.0f} 0q{k / 2:.0f} {-k * 0.7:.0f} {k:.0f} 0", colour, k / 5.5)


def hills(s: Sheet, y: float, height: float, fill: str, seed_step: float = 120, base: float = 0) -> None:
    points = [(-20.0, base or y + 200.0)]
    x = -20.0
    while x < s.width + seed_step:
        points.append((x, y - s.chance.random() * height))
        x += s.near(seed_step, seed_step * 0.4)
    s.shape([*points, (s.width + 20.0, base or y + 200.0)], fill)


def lamp(s: Sheet, x: float, foot: float, h: float, lit: bool = True) -> None:
    s.line(x, foot, x, foot - h, INK, 8)
    s.stroke(f"M{x} {foot - h}q4 -34 44 -34", INK, 7)
    if lit:
        s.glow(x + 52, foot - h - 24, h * 0.55, LAMP, 0.6)
    s.shape([(x + 30, foot - h - 40), (x + 72, foot - h - 40), (x + 64, foot - h - 20), (x + 38, foot - h - 20)], LAMP if lit else SEA)
