"""Scenes of the boats and the piers."""

from commonwire.ops.demo.draw.figures import banner, crowd, gulls, hills, lamp, person, placard, water
from commonwire.ops.demo.draw.sheet import CREAM, DEEP, FOG, INK, LAMP, MIST, NIGHT, PAPER, RED, RULE, SEA, SLATE, WASH, Sheet


def _ferry(s: Sheet, x: float, y: float, w: float, hull: str = DEEP, house: str = FOG) -> None:
    """A double-ended ferry seen from the side; y is its waterline."""
    k = w / 1000
    s.path(f"M{x} {y - 120 * k}L{x + 60 * k} {y + 10 * k}H{x + 930 * k}L{x + w} {y - 120 * k}Z", hull)
    s.box(x + 20 * k, y - 122 * k, 960 * k, 14 * k, RED)
    s.box(x + 120 * k, y - 230 * k, 760 * k, 110 * k, house)
    s.box(x + 230 * k, y - 310 * k, 520 * k, 80 * k, house)
    s.box(x + 420 * k, y - 372 * k, 170 * k, 62 * k, house)
    for number in range(17):
        s.box(x + (150 + number * 43) * k, y - 200 * k, 26 * k, 34 * k, NIGHT)
    for number in range(11):
        s.box(x + (255 + number * 44) * k, y - 288 * k, 28 * k, 28 * k, LAMP if number in (3, 4, 8) else SLATE)
    for number in range(4):
        s.box(x + (432 + number * 38) * k, y - 356 * k, 30 * k, 24 * k, NIGHT)
    s.path(f"M{x + 640 * k} {y - 310 * k}L{x + 655 * k} {y - 420 * k}H{x + 725 * k}L{x + 735 * k} {y - 310 * k}Z", INK)
    s.box(x + 652 * k, y - 396 * k, 76 * k, 26 * k, RED)
    s.line(x + 505 * k, y - 372 * k, x + 505 * k, y - 480 * k, INK, 6 * k)
    s.line(x + 470 * k, y - 440 * k, x + 540 * k, y - 440 * k, INK, 5 * k)
    for number in range(24):
        s.line(x + (120 + number * 33) * k, y - 230 * k, x + (120 + number * 33) * k, y - 252 * k, INK, 2.5 * k)
    s.line(x + 120 * k, y - 252 * k, x + 880 * k, y - 252 * k, INK, 3 * k)


def ferry_ramp_dawn(s: Sheet) -> None:
    s.fade(0, 0, 1600, 620, SLATE, MIST, "#d8d3c4", CREAM)
    s.glow(1180, 560, 520, "#f6ecd0", 0.95)
    s.disc(1180, 548, 62, PAPER)
    hills(s, 600, 70, MIST, 170)
    hills(s, 622, 34, SEA, 90)
    water(s, 612, 860, (MIST, SEA, DEEP), PAPER, 150, 1180, 420)
    _ferry(s, 90, 742, 960, NIGHT, "#b9c1c3")
    s.shape([(980, 700), (1110, 760), (1110, 812), (960, 720)], INK)
    s.shape([(1040, 1067), (1120, 760), (1600, 742), (1600, 1067)], DEEP)
    s.shape([(0, 842), (1120, 800), (1600, 770), (1600, 1067), (0, 1067)], "#7b858a")
    for number in range(9):
        s.line(120 + number * 190, 1067, 560 + number * 82, 826, FOG, 3, 'opacity=".5"')
    for x in (1330, 1490):
        lamp(s, x, 800, 330)
    crowd(s, 40, 1560, 905, 150, 24, (INK, NIGHT, "#2c3437"), 0.3)
    crowd(s, 20, 1580, 990, 205, 15, (INK, INK, "#101314"), 0.2)
    banner(s, 470, 830, 1210, 822, 118, "NO BOATS, NO BUSINESS")
    placard(s, 300, 690, 170, 120, ("NINE TO", "A BOAT"), PAPER, INK, 150)
    placard(s, 1330, 700, 150, 120, ("SAFE", "CREW"), RED, PAPER, 150)
    gulls(s, 11, 300, 1500, 90, 420)


def pickets_pier(s: Sheet) -> None:
    s.fade(0, 0, 1600, 760, NIGHT, DEEP, SEA, MIST)
    hills(s, 640, 46, DEEP, 110)
    s.box(0, 470, 560, 330, INK)
    s.shape([(0, 470), (280, 372), (560, 470)], INK)
    for number in range(4):
        s.box(52 + number * 124, 560, 78, 110, LAMP if number == 2 else SLATE)
    s.words(300, 462, 58, "PIER 4", CREAM)
    s.fade(0, 760, 1600, 307, MIST, SEA, SLATE)
    for number in range(24):
        x = 600 + number * 46
        s.line(x, 330, x, 800, INK, 7)
    for y in (340, 560, 780):
        s.line(590, y, 1600, y, INK, 8)
    s.box(640, 380, 250, 160, PAPER)
    for number, width in enumerate((200, 170, 190, 130)):
        s.box(665, 405 + number * 30, width, 11, INK if number else RED)
    s.glow(1010, 850, 420, "#f0b46a", 0.75)
    crowd(s, 640, 1590, 840, 300, 9, (NIGHT, INK, "#2b3336"), 0.1)
    s.path("M930 1000L950 850H1076L1096 1000Z", INK)
    for dx, top in ((0, 760), (-34, 800), (36, 790), (16, 735), (-14, 770)):
        s.path(f"M{985 + dx} 860q-10 -50 {18} {top - 860}q34 60 26 {860 - top}z", RED if dx in (-34, 36) else LAMP)
    for x, y in ((965, 900), (1010, 930), (1050, 890), (990, 960)):
        s.disc(x, y, 9, LAMP)
    person(s, 400, 1010, 470, INK, "", "cap")
    person(s, 700, 1030, 500, "#14181a", "", "scarf")
    person(s, 1330, 1026, 490, INK, "", "hood")
    person(s, 1500, 1040, 460, NIGHT, "", "cap")
    placard(s, 172, 560, 270, 190, ("SEVEN IS", "NOT A CREW"), RED, PAPER, 250)
    placard(s, 1440, 380, 230, 170, ("LOCAL", "31"), PAPER, INK, 400)


def cranes(s: Sheet) -> None:
    s.fade(0, 0, 1600, 760, "#b9b3a3", CREAM, "#e3d6bd", "#cfa58c")
    s.disc(420, 640, 110, RED)
    hills(s, 735, 40, MIST, 150)
    for x, k, tone in ((980, 0.72, SLATE), (1240, 0.86, DEEP), (620, 1.05, INK), (1430, 1.1, INK)):
        y = 800
        for leg in (-70, 60):
            s.line(x + leg * k, y, x + leg * 0.7 * k, y - 360 * k, tone, 20 * k)
        for number in range(4):
            s.line(x - 68 * k, y - number * 88 * k, x + 56 * k, y - (number + 1) * 88 * k, tone, 7 * k)
        s.box(x - 90 * k, y - 410 * k, 190 * k, 60 * k, tone)
        s.box(x + 14 * k, y - 470 * k, 70 * k, 62 * k, tone)
        s.line(x - 10 * k, y - 400 * k, x - 330 * k, y - 640 * k, tone, 15 * k)
        s.line(x + 60 * k, y - 410 * k, x + 10 * k, y - 590 * k, tone, 10 * k)
        s.line(x + 10 * k, y - 590 * k, x - 330 * k, y - 640 * k, tone, 4 * k)
        for number in range(9):
            s.line(
                x - (20 + number * 34) * k,
                y - (404 + number * 25) * k,
                x - (8 + number * 34) * k,
                y - (440 + number * 22) * k,
                tone,
                4 * k,
            )
        s.line(x - 330 * k, y - 640 * k, x - 330 * k, y - 320 * k, tone, 4 * k)
        s.path(f"M{x - 330 * k} {y - 320 * k}v{18 * k}q{24 * k} {14 * k} 0 {30 * k}", "none", f'stroke="{tone}" stroke-width="{7 * k}"')
    s.box(0, 790, 1600, 50, INK)
    for x in range(0, 1600, 90):
        s.box(x, 830, 22, 120, INK)
    for x, y, tone in (
        (40, 718, DEEP),
        (160, 718, RED),
        (280, 718, SLATE),
        (100, 646, MIST),
        (220, 646, DEEP),
        (780, 718, SLATE),
        (900, 718, DEEP),
    ):
        s.box(x, y, 116, 70, tone)
        for rib in range(7):
            s.line(x + 10 + rib * 16, y + 8, x + 10 + rib * 16, y + 62, INK, 3, 'opacity=".35"')
    water(s, 850, 1067, (SLATE, DEEP, NIGHT), "#e3c3a0", 120, 420, 380)
    for x in range(0, 1600, 90):
        s.box(x, 838, 22, 70, INK)
    gulls(s, 9, 100, 1000, 120, 420)


def fishing_boats(s: Sheet) -> None:
    s.fade(0, 0, 1600, 560, FOG, WASH, PAPER)
    hills(s, 500, 120, FOG, 230)
    hills(s, 540, 70, MIST, 160)
    for x in range(60, 700, 92):
        h = s.near(86, 20)
        s.box(x, 560 - h, 84, h + 20, s.chance.choice([SEA, SLATE, CREAM, RULE]))
        s.shape([(x - 6, 560 - h), (x + 42, 560 - h - 52), (x + 90, 560 - h)], DEEP)
        s.box(x + 20, 590 - h, 18, 26, INK)
        s.box(x + 50, 590 - h, 18, 26, INK)
    s.box(0, 560, 820, 46, SLATE)
    water(s, 590, 1067, (FOG, MIST, SEA, SLATE), PAPER, 170)
    for x, y, k, hull in ((1120, 690, 0.8, SLATE), (180, 740, 0.95, DEEP), (560, 900, 1.35, RED), (1160, 930, 1.2, NIGHT)):
        s.path(
            f"M{x} {y - 70 * k}Q{x + 30 * k} {y + 34 * k} {x + 80 * k} {y + 34 * k}H{x + 280 * k}"
            f"Q{x + 320 * k} {y + 20 * k} {x + 330 * k} {y - 46 * k}Q{x + 160 * k} {y - 30 * k} {x} {y - 70 * k}Z",
            hull,
        )
        s.stroke(f"M{x} {y - 66 * k}Q{x + 160 * k} {y - 26 * k} {x + 330 * k} {y - 42 * k}", PAPER, 7 * k)
        s.box(x + 90 * k, y - 130 * k, 86 * k, 92 * k, CREAM)
        s.box(x + 82 * k, y - 140 * k, 104 * k, 14 * k, INK)
        for pane in range(3):
            s.box(x + (97 + pane * 26) * k, y - 118 * k, 19 * k, 26 * k, NIGHT)
        s.line(x + 210 * k, y - 40 * k, x + 210 * k, y - 260 * k, INK, 8 * k)
        s.line(x + 210 * k, y - 90 * k, x + 310 * k, y - 220 * k, INK, 6 * k)
        s.line(x + 210 * k, y - 260 * k, x + 330 * k, y - 50 * k, INK, 2.5 * k)
        s.line(x + 210 * k, y - 260 * k, x + 6 * k, y - 66 * k, INK, 2.5 * k)
        s.disc(x + 264 * k, y - 58 * k, 20 * k, RED if hull != RED else INK)
        for step in range(6):
            s.line(
                x + (30 + step * 44) * k,
                y + (48 + step % 3 * 10) * k,
                x + (70 + step * 44) * k,
                y + (48 + step % 3 * 10) * k,
                hull,
                6 * k,
                'opacity=".5"',
            )
    person(s, 790, 858, 150, INK, "out", "cap")
    gulls(s, 16, 200, 1500, 80, 520, SLATE)


def dredger(s: Sheet) -> None:
    s.fade(0, 0, 1600, 600, MIST, FOG, WASH)
    hills(s, 560, 50, SEA, 120)
    s.box(1480, 400, 40, 190, PAPER)
    s.box(1480, 440, 40, 40, RED)
    water(s, 575, 760, (SEA, SLATE), PAPER, 80)
    s.path("M300 540H1250L1210 660H350Z", INK)
    s.box(300, 528, 950, 16, RED)
    s.box(960, 380, 210, 150, CREAM)
    s.box(950, 366, 230, 18, INK)
    for pane in range(4):
        s.box(978 + pane * 46, 404, 32, 42, NIGHT)
    s.box(1080, 290, 50, 78, INK)
    for number in range(5):
        s.disc(1110 - number * 40, 262 - number * 30, 22 + number * 12, SLATE, f'opacity="{0.5 - number * 0.08:.2f}"')
    s.line(620, 530, 470, 200, INK, 24)
    s.line(470, 200, 300, 420, INK, 18)
    s.line(700, 530, 470, 200, INK, 6)
    s.line(300, 420, 250, 690, INK, 6)
    s.shape([(470, 200), (640, 530), (560, 530)], DEEP)
    s.fade(0, 740, 1600, 327, SLATE, DEEP, NIGHT)
    s.path("M190 700L250 690L310 700L296 800Q250 830 204 800Z", RED)
    for _ in range(150):
        x = s.chance.gauss(300, 160)
        y = s.chance.uniform(800, 960)
        s.disc(x, y, s.chance.uniform(3, 15), "#4d473a", 'opacity=".6"')
    s.path("M0 990Q200 930 420 960T900 950T1600 940V1067H0Z", "#2b2820")
    s.path("M0 1030Q300 980 640 1010T1600 990V1067H0Z", INK)
    for number in range(56):
        x = 720 + number * 16
        s.stroke(f"M{x} 980q{s.near(0, 18)} -60 {s.near(0, 30)} {-s.chance.uniform(60, 150):.0f}", "#7d8a78", 5, 'opacity=".8"')
    gulls(s, 7, 500, 1400, 80, 300)


def panorama(s: Sheet) -> None:
    s.fade(0, 0, 1600, 380, NIGHT, "#2f383c", SLATE, "#8d8f86")
    hills(s, 330, 90, "#2a3236", 200, 400)
    x = 0.0
    while x < 1600:
        w, h = s.chance.uniform(34, 80), s.chance.uniform(30, 110)
        s.box(x, 350 - h, w, h + 30, s.chance.choice([INK, NIGHT, "#161b1d"]))
        if s.chance.random() < 0.5:
            s.shape([(x - 2, 350 - h), (x + w / 2, 350 - h - 24), (x + w + 2, 350 - h)], INK)
        for _ in range(int(w / 9)):
            s.box(x + s.chance.uniform(4, w - 9), 352 - s.chance.uniform(8, h), 5, 7, LAMP if s.chance.random() < 0.75 else RED)
        x += w
    s.box(760, 190, 110, 170, INK)
    s.shape([(745, 192), (815, 140), (885, 192)], INK)
    s.box(806, 96, 18, 60, INK)
    s.disc(815, 214, 17, LAMP)
    s.box(1540, 200, 26, 170, PAPER)
    s.box(1536, 182, 34, 22, RED)
    s.shape([(1550, 190), (900, 120), (900, 160)], LAMP, 'opacity=".2"')
    water(s, 366, 560, (DEEP, NIGHT, INK), LAMP, 120)
    for _ in range(90):
        x = s.chance.uniform(0, 1600)
        y = s.chance.uniform(372, 480)
        s.line(x, y, x, y + s.chance.uniform(8, 44), LAMP, 2.6, f'opacity="{s.chance.uniform(0.2, 0.65):.2f}"')
    _ferry(s, 180, 424, 300, INK, SLATE)
    _ferry(s, 1010, 432, 330, INK, SLATE)
    s.box(0, 520, 1600, 40, INK)
    for x in range(40, 1600, 130):
        s.box(x, 492, 16, 34, INK)
