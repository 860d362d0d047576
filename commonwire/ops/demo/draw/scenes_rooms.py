"""Rooms and places where people wait, meet, mourn and look at a boiler."""

from math import cos, sin

from commonwire.ops.demo.draw.figures import gulls, hills, lamp, person, water
from commonwire.ops.demo.draw.sheet import CREAM, DEEP, FOG, INK, LAMP, MIST, NIGHT, PAPER, RED, RULE, SEA, SLATE, WASH, Sheet


def boiler(s: Sheet) -> None:
    s.fade(0, 0, 1067, 1600, "#3b3a34", "#6d685a", "#4a473d")
    for y in range(0, 1300, 74):
        for x in range(-(y // 74 % 2) * 70, 1100, 140):
            s.box(x, y, 134, 68, s.chance.choice(["#5f5a4e", "#686355", "#575347"]), 'opacity=".7"')
    s.glow(300, 160, 560, LAMP, 0.55)
    s.line(300, 0, 300, 120, INK, 6)
    s.disc(300, 150, 32, LAMP)
    s.box(0, 1300, 1067, 300, "#2c2a25")
    s.path("M300 1320V640Q300 470 540 470T780 640V1320Z", SLATE)
    s.path("M640 1320V480Q780 500 780 640V1320Z", INK, 'opacity=".3"')
    for y in (640, 900, 1160):
        s.box(290, y, 500, 20, INK)
        for x in range(310, 780, 46):
            s.disc(x, y + 10, 6, MIST)
    s.box(400, 960, 280, 170, INK)
    s.box(420, 980, 240, 130, "#3a1513")
    for x in range(430, 650, 36):
        s.line(x, 980, x, 1110, INK, 8)
    s.disc(540, 770, 72, INK)
    s.disc(540, 770, 60, PAPER)
    s.line(540, 770, 498, 800, RED, 8)
    for step in range(9):
        a = 2.4 + step * 0.56
        s.line(540 + 44 * cos(a), 770 + 44 * sin(a), 540 + 54 * cos(a), 770 + 54 * sin(a), INK, 4)
    s.stroke("M540 470V260H880V0", "#7d3d2c", 46)
    s.stroke("M300 740H120V1320", "#8a8577", 36)
    s.stroke("M780 860H930V420H1067", "#8a8577", 36)
    s.disc(930, 640, 40, RED)
    s.disc(930, 640, 14, INK)
    s.path("M420 1200h250v84h-250z", PAPER)
    s.words(545, 1240, 30, "OUT OF ORDER", RED)
    s.words(545, 1272, 22, "since March", INK)
    s.path("M260 1320h560l30 60H230z", INK)
    s.path("M150 1470q200 -60 420 -10t360 20q-160 60 -420 50t-360 -60z", MIST, 'opacity=".35"')
    for y in (1060, 1130, 1210):
        s.path(f"M120 {y}q-14 26 0 34q14 -8 0 -34z", FOG)
    person(s, 900, 1520, 560, INK, "", "cap")
    s.line(830, 1150, 700, 1080, INK, 40)
    s.shape([(700, 1070), (480, 960), (440, 1090)], LAMP, 'opacity=".35"')


def assembly(s: Sheet) -> None:
    s.fade(0, 0, 1600, 700, "#7d7666", RULE, WASH)
    for left in (60, 430, 800, 1170):
        s.box(left, 90, 240, 330, NIGHT)
        s.line(left + 120, 90, left + 120, 420, CREAM, 9)
        s.line(left, 230, left + 240, 230, CREAM, 9)
    for shade in (370, 760, 1150):
        s.line(shade, 0, shade, 110, INK, 5)
        s.shape([(shade - 60, 160), (shade - 26, 106), (shade + 26, 106), (shade + 60, 160)], INK)
        s.glow(shade, 190, 330, LAMP, 0.6)
    s.box(0, 560, 1600, 507, "#8f8a7a")
    s.box(0, 552, 1600, 14, SLATE)
    s.box(610, 410, 470, 200, PAPER)
    for number, text in enumerate(("1. BOILERS", "2. REPAIR LIST", "3. WHO TELLS COURT ST.")):
        s.words(640, 464 + number * 56, 32, text, INK if number else RED, 'text-anchor="start"')
    person(s, 540, 760, 330, INK, "out", "scarf", "#8d7a66")
    for row, (foot, h, count) in enumerate(((800, 210, 12), (920, 260, 10), (1100, 350, 8))):
        for number in range(count):
            x = (number + 0.5) * 1600 / count + (row % 2) * 40 - 20
            coat = s.chance.choice([INK, NIGHT, DEEP, SLATE, "#52463a"])
            person(
                s,
                s.near(x, 14),
                foot,
                s.near(h, 12),
                coat,
                "up" if s.chance.random() < 0.3 else "",
                s.chance.choice(["", "cap", "scarf", "", "hood"]),
            )
            s.box(x - h * 0.17, foot - h * 0.46, h * 0.34, h * 0.3, "#6b2b22" if (number + row) % 3 else "#57443a")


def slipway(s: Sheet) -> None:
    s.fade(0, 0, 1600, 560, FOG, PAPER, WASH)
    hills(s, 500, 60, FOG, 200)
    s.path("M1040 520Q1200 400 1420 430T1640 380V560H1040Z", MIST)
    water(s, 510, 1067, (FOG, MIST, SEA), PAPER, 160, 500, 300)
    s.path("M0 760L760 700L900 720L980 1067H0Z", RULE)
    s.path("M0 860L900 720L980 1067H0Z", "#a59f8f")
    for number in range(8):
        s.line(100 + number * 112, 846 - number * 16, 60 + number * 118, 1067, SLATE, 3, 'opacity=".5"')
    for x, y, w, h, tone in (
        (180, 700, 120, 110, "#8a7454"),
        (310, 730, 90, 80, RED),
        (250, 620, 100, 84, CREAM),
        (430, 710, 140, 92, "#6d5b45"),
        (470, 640, 84, 72, SLATE),
    ):
        s.box(x, y, w, h, tone)
        s.box(x, y + h * 0.44, w, 9, INK, 'opacity=".5"')
        s.box(x + w * 0.46, y, 9, h, INK, 'opacity=".5"')
    person(s, 700, 850, 260, INK, "", "hood")
    person(s, 800, 846, 190, RED, "", "hood")
    lamp(s, 90, 850, 420, False)
    s.box(880, 560, 14, 240, INK)
    s.box(800, 500, 210, 120, PAPER)
    s.words(905, 546, 30, "NEXT BOAT", INK)
    s.words(905, 594, 34, "— —", RED)
    gulls(s, 10, 300, 1500, 90, 420, SLATE)


def candles(s: Sheet) -> None:
    s.fade(0, 0, 1067, 1600, INK, "#22231f", "#3b3328")
    s.glow(530, 980, 760, "#e0a860", 0.6)
    s.box(300, 240, 470, 560, "#6d5b45")
    s.box(326, 266, 418, 508, CREAM)
    s.path("M326 774V640Q400 560 470 552L600 552Q690 560 744 650V774Z", NIGHT)
    s.path("M470 560Q535 620 600 560L590 500H480Z", "#b79b80")
    s.add('<ellipse cx="535" cy="442" rx="86" ry="104" fill="#b79b80"/>')
    s.path("M438 408Q430 290 535 288T632 408Q536 372 438 408Z", INK)
    s.stroke("M436 410Q535 374 634 410", SLATE, 22)
    s.path("M449 442Q452 340 535 338V546Q450 540 449 442Z", INK, 'opacity=".28"')
    s.line(478, 566, 592, 566, RED, 24)
    s.box(0, 1180, 1067, 420, "#4d4032")
    s.box(0, 1160, 1067, 26, "#7d6a4f")
    for x, top, w in (
        (120, 1010, 54),
        (230, 1060, 62),
        (350, 960, 58),
        (480, 1070, 70),
        (610, 1000, 56),
        (730, 1050, 64),
        (850, 970, 58),
        (960, 1080, 54),
    ):
        s.box(x - w / 2, top, w, 1190 - top, CREAM)
        s.box(x + w * 0.14, top, w * 0.36, 1190 - top, "#b59a6a", 'opacity=".5"')
        s.glow(x, top - 34, 150, LAMP, 0.8)
        s.path(f"M{x} {top - 6}q-22 -26 0 -70q22 44 0 70z", "#fff3cf")
    s.path("M180 1330q180 -80 380 -30l-40 60q-160 -40 -300 20z", RED)
    for x in (640, 720, 800, 880):
        s.disc(x, s.near(1330, 20), 30, FOG)
        s.line(x, 1350, x - 40, 1470, "#5a6a4e", 9)
    s.words(534, 1530, 48, "A. T.  LOCAL 31", CREAM, 'letter-spacing="5"')
