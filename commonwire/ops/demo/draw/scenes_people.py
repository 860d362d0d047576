"""Scenes of what people do: cook, sit on a council, march, keep a road."""

from commonwire.ops.demo.draw.figures import gulls, person, placard, water
from commonwire.ops.demo.draw.sheet import CREAM, DEEP, FOG, INK, LAMP, MIST, NIGHT, PAPER, RED, RULE, SEA, SLATE, WASH, Sheet


def kitchen(s: Sheet) -> None:
    s.fade(0, 0, 1600, 760, "#b8b09c", CREAM, WASH)
    for x in (120, 620, 1120):
        s.box(x, 90, 340, 290, SLATE)
        s.box(x + 14, 104, 312, 262, FOG)
        s.line(x + 170, 104, x + 170, 366, SLATE, 10)
        s.line(x + 14, 230, x + 326, 230, SLATE, 10)
    s.box(0, 400, 1600, 22, RED)
    for x in range(40, 1600, 110):
        s.line(x, 422, x, 480, INK, 4)
        s.path(f"M{x - 24} 480h48l-8 34q-16 12 -32 0z", s.chance.choice([DEEP, RED, PAPER, SLATE]))
    for x, h, coat, extra in ((250, 520, INK, "cap"), (640, 550, NIGHT, "scarf"), (1010, 530, DEEP, ""), (1370, 545, INK, "cap")):
        person(s, x, 960, h, coat, "", extra, "#8d7a66")
        s.box(x - 68, 960 - h * 0.7, 136, 240, PAPER)
        s.line(x - 60, 960 - h * 0.7, x - 34, 960 - h * 0.83, PAPER, 10)
        s.line(x + 60, 960 - h * 0.7, x + 34, 960 - h * 0.83, PAPER, 10)
    s.box(0, 800, 1600, 40, "#6d5b45")
    s.box(0, 840, 1600, 227, "#4d4032")
    s.box(0, 840, 1600, 18, INK, 'opacity=".4"')
    for x, y, w, h, tone in (
        (110, 640, 260, 190, SEA),
        (480, 590, 320, 240, SLATE),
        (900, 650, 230, 180, MIST),
        (1220, 610, 290, 220, SEA),
    ):
        s.path(f"M{x} {y}h{w}l-12 {h}q-{w / 2 - 12} 22 -{w - 24} 0z", tone)
        s.add(
            f'<ellipse cx="{x + w / 2}" cy="{y}" rx="{w / 2}" ry="26" fill="{INK}"/>'
            f'<ellipse cx="{x + w / 2}" cy="{y + 4}" rx="{w / 2 - 14}" ry="18" fill="#a5502f"/>'
        )
        s.stroke(f"M{x - 4} {y + 56}q-34 20 0 46M{x + w + 4} {y + 56}q34 20 0 46", INK, 10)
        s.shape([(x + 24, y + 30), (x + 50, y + 30), (x + 54, y + h - 10), (x + 36, y + h - 10)], PAPER, 'opacity=".4"')
        for dx in (0.25, 0.5, 0.75):
            start = x + w * dx
            s.stroke(f"M{start} {y - 24}q-26 -44 0 -84t0 -96", PAPER, 13, 'opacity=".5"')
    s.line(690, 470, 620, 690, "#6d5b45", 13)
    for x in range(60, 1560, 74):
        s.path(f"M{x} 890h58l-12 40h-34z", PAPER if x % 3 else RULE)
    for x, y in ((90, 990), (165, 1004), (240, 988), (1375, 990), (1450, 1004), (1525, 990)):
        s.disc(x, y, 34, "#b98a4a")
        s.stroke(f"M{x - 18} {y - 8}q18 -12 36 0", CREAM, 5)
    s.words(800, 1024, 54, "PAY WHAT YOU LIKE, OR NOTHING", CREAM)


def road_block(s: Sheet) -> None:
    s.fade(0, 0, 1600, 600, DEEP, SEA, MIST, FOG)
    s.fade(0, 470, 1600, 300, SEA, SLATE)
    water(s, 470, 700, (MIST, SEA), PAPER, 60)
    s.path("M1600 250Q1180 300 960 500T640 560L600 720H1600Z", "#4a5550")
    s.path("M1600 380Q1260 420 1080 560L980 760H1600Z", "#39433f")
    s.shape([(900, 720), (1600, 600), (1600, 1067), (900, 1000)], "#2f3835")
    s.shape([(0, 700), (640, 555), (700, 700), (0, 1067)], "#57605e")
    s.shape([(0, 1067), (620, 560), (760, 545), (1600, 900), (1600, 1067)], "#7f8486")
    s.shape([(0, 1067), (620, 560), (632, 560), (110, 1067)], CREAM)
    for number in range(6):
        y = 600 + number * number * 17
        s.shape(
            [
                (690 + number * 14, y),
                (702 + number * 15, y),
                (720 + number * 24, y + 22 + number * 8),
                (700 + number * 22, y + 22 + number * 8),
            ],
            PAPER,
        )
    for x, y, k in ((560, 640, 0.62), (770, 660, 0.78), (1010, 700, 0.98)):
        s.box(x, y - 150 * k, 230 * k, 180 * k, WASH)
        s.shape([(x + 8 * k, y - 150 * k), (x + 34 * k, y - 206 * k), (x + 196 * k, y - 206 * k), (x + 222 * k, y - 150 * k)], WASH)
        s.shape([(x + 22 * k, y - 150 * k), (x + 42 * k, y - 196 * k), (x + 188 * k, y - 196 * k), (x + 208 * k, y - 150 * k)], NIGHT)
        s.box(x, y - 86 * k, 230 * k, 34 * k, DEEP)
        s.words(x + 115 * k, y - 60 * k, 26 * k, "POLICE", PAPER)
        s.box(x + 76 * k, y - 222 * k, 78 * k, 16 * k, RED)
        s.glow(x + 115 * k, y - 216 * k, 120 * k, "#e8444c", 0.65)
        for light in (28, 202):
            s.disc(x + light * k, y - 18 * k, 15 * k, LAMP)
            s.glow(x + light * k, y - 18 * k, 80 * k, LAMP, 0.55)
        for wheel in (16, 166):
            s.box(x + wheel * k, y + 26 * k, 46 * k, 34 * k, INK)
    for x, foot, h in ((600, 742, 126), (720, 760, 134), (900, 790, 150), (1270, 840, 176)):
        person(s, x, foot, h, INK, "", "vest")
    for x, y in ((470, 760), (640, 787), (830, 818), (1040, 851)):
        s.box(x, y, 150, 20, RED)
        for part in range(3):
            s.box(x + 14 + part * 48, y, 24, 20, PAPER)
        s.line(x + 20, y, x + 8, y + 66, INK, 7)
        s.line(x + 130, y, x + 142, y + 66, INK, 7)
    for x, h, arm, extra in (
        (250, 330, "", "hood"),
        (370, 320, "", "scarf"),
        (500, 340, "up", "cap"),
        (1240, 350, "", "cap"),
        (1400, 330, "", "hood"),
    ):
        person(s, x, 1085, h, INK, arm, extra)
    placard(s, 150, 690, 210, 140, ("THIS ROAD", "IS PUBLIC"), PAPER, INK, 300)
    gulls(s, 6, 100, 900, 80, 380)


def council_chamber(s: Sheet) -> None:
    s.fade(0, 0, 1600, 620, "#4a3d2f", "#6d5b45", "#8b7658")
    for x in range(0, 1600, 160):
        s.box(x + 12, 120, 136, 430, "#5a4a38")
        s.box(x + 26, 140, 108, 390, "#6f5d46")
    for x in (200, 640, 1080):
        s.box(x, 40, 270, 360, DEEP)
        s.path(f"M{x} 60q135 -120 270 0z", DEEP)
        s.box(x + 14, 60, 242, 326, FOG)
        s.line(x + 135, 20, x + 135, 386, DEEP, 10)
        s.line(x + 14, 200, x + 256, 200, DEEP, 10)
    s.box(0, 545, 1600, 320, "#57483a")
    s.path("M160 700Q800 420 1440 700V800Q800 540 160 800Z", INK)
    for number in range(9):
        x = 260 + number * 135
        y = 642 - 96 * (1 - ((x - 800) / 560) ** 2)
        person(s, x, y + 130, 220, s.chance.choice([NIGHT, INK, SLATE]), "up" if number in (1, 2, 5, 7) else "", "", "#a48a70")
    s.path("M160 690Q800 440 1440 690V850Q800 600 160 850Z", "#3a2e22")
    s.path("M160 690Q800 440 1440 690V712Q800 462 160 712Z", "#a08866")
    for number in range(9):
        x = 250 + number * 135
        y = 668 - 100 * (1 - ((x - 800) / 560) ** 2)
        s.box(x, y + 36, 76, 26, PAPER)
        s.line(x + 92, y + 40, x + 84, y - 4, INK, 5)
    s.box(0, 850, 1600, 217, RED, 'opacity=".8"')
    s.box(0, 850, 1600, 217, INK, 'opacity=".35"')
    s.box(700, 760, 200, 250, "#3a2e22")
    s.box(690, 746, 220, 22, "#a08866")
    person(s, 800, 1050, 400, INK, "", "")
    for x in range(40, 1600, 140):
        if not 620 < x < 960:
            person(
                s,
                s.near(x, 20),
                1180,
                s.near(300, 20),
                s.chance.choice([INK, NIGHT, "#101314"]),
                "",
                s.chance.choice(["", "cap", "scarf"]),
            )


def crowd_above(s: Sheet) -> None:
    s.box(0, 0, 1600, 1067, "#a9adab")
    s.shape([(0, 0), (330, 0), (180, 1067), (0, 1067)], DEEP)
    s.shape([(1290, 0), (1600, 0), (1600, 1067), (1420, 1067)], SLATE)
    for top in range(20, 1067, 120):
        s.box(30, top, 90, 70, NIGHT, 'opacity=".7"')
        s.box(1480, top, 90, 70, NIGHT, 'opacity=".7"')
    s.shape([(330, 0), (352, 0), (206, 1067), (180, 1067)], CREAM)
    s.shape([(1268, 0), (1290, 0), (1420, 1067), (1394, 1067)], CREAM)
    for _ in range(1150):
        y = s.chance.uniform(-20, 1090)
        left, right = 372 - y * 0.138, 1248 + y * 0.116
        x = s.chance.triangular(left, right)
        if (470 < x < 1120 and 330 < y < 470) or (560 < x < 1050 and 760 < y < 880):
            continue
        k = s.chance.uniform(11, 15)
        tone = s.chance.choice([INK, INK, NIGHT, DEEP, SLATE, SLATE, RED, NIGHT, "#6d5b45"])
        s.add(f'<ellipse cx="{x + 6:.0f}" cy="{y + 9:.0f}" rx="{k * 1.5:.0f}" ry="{k:.0f}" fill="{INK}" opacity=".25"/>')
        s.add(f'<ellipse cx="{x:.0f}" cy="{y:.0f}" rx="{k * 1.35:.0f}" ry="{k * 0.8:.0f}" fill="{tone}"/>')
        s.disc(x, y - 2, k * 0.55, s.chance.choice(["#5a4638", "#8d7a66", "#b79b80", INK]))
    for x, y, w, h, text in ((486, 350, 620, 96, "FULL CREWS OR NO BOATS"), (580, 776, 450, 84, "LOCAL 31")):
        s.box(x + 8, y + 12, w, h, INK, 'opacity=".3"')
        s.box(x, y, w, h, RED)
        s.words(x + w / 2, y + h * 0.68, h * 0.46, text, PAPER)
        for step in range(9):
            for edge in (y - 10, y + h + 10):
                px = x + 20 + step * (w - 40) / 8
                s.add(f'<ellipse cx="{px:.0f}" cy="{edge}" rx="18" ry="11" fill="{INK}"/>')
                s.disc(px, edge, 7, "#5a4638")
