"""Scenes of streets and buildings: where the tenants, pupils and bus drivers are."""

from commonwire.ops.demo.draw.figures import banner, crowd, gulls, hills, lamp, person, placard, water
from commonwire.ops.demo.draw.sheet import CREAM, DEEP, FOG, INK, LAMP, MIST, NIGHT, PAPER, RED, RULE, SEA, SLATE, WASH, Sheet


def customs_house(s: Sheet) -> None:
    s.fade(0, 0, 1600, 800, MIST, FOG, WASH)
    s.box(210, 330, 1180, 420, CREAM)
    s.box(1130, 330, 260, 420, SEA, 'opacity=".25"')
    s.shape([(520, 330), (800, 190), (1080, 330)], RULE)
    s.shape([(570, 318), (800, 206), (1030, 318)], CREAM)
    s.box(190, 320, 1220, 26, SLATE)
    s.box(764, 96, 72, 110, RULE)
    s.path("M752 100q48 -84 96 0z", SLATE)
    s.disc(800, 146, 24, PAPER)
    s.line(800, 146, 800, 130, INK, 4)
    s.line(800, 146, 812, 150, INK, 4)
    s.words(800, 306, 34, "CUSTOMS HOUSE", DEEP)
    for x in (260, 340, 420, 1150, 1230, 1310):
        for y in (392, 560):
            s.box(x, y, 48, 96, DEEP)
            s.box(x + 22, y, 4, 96, FOG)
    s.box(520, 346, 560, 404, SLATE)
    for x in (530, 630, 730, 830, 930, 1030):
        s.box(x, 350, 40, 400, WASH)
        s.box(x + 26, 350, 14, 400, SEA, 'opacity=".45"')
        s.box(x - 8, 346, 56, 16, RULE)
    s.box(760, 500, 90, 250, INK)
    for step in range(6):
        s.box(430 - step * 40, 740 + step * 26, 740 + step * 80, 28, RULE if step % 2 else CREAM)
        s.box(430 - step * 40, 762 + step * 26, 740 + step * 80, 6, SEA)
    s.box(0, 890, 1600, 177, MIST)
    crowd(s, 480, 1120, 826, 118, 15, (INK, NIGHT, DEEP), 0.35)
    banner(s, 560, 700, 1040, 700, 66, "COAST LABOR COUNCIL", PAPER, INK)
    crowd(s, 90, 1510, 950, 165, 24, (INK, NIGHT, DEEP, SLATE), 0.35)
    placard(s, 250, 700, 150, 112, ("NO CREW", "NO SAIL"), RED, PAPER, 160)
    placard(s, 1290, 690, 150, 116, ("MILL WARD", "IS HERE"), PAPER, INK, 160)
    crowd(s, -20, 1620, 1090, 260, 14, (INK, INK, "#101314"), 0.3)
    gulls(s, 8, 100, 1500, 60, 250, SLATE)


def tenement(s: Sheet) -> None:
    s.fade(0, 0, 1067, 1600, NIGHT, DEEP, SLATE)
    s.disc(860, 170, 54, CREAM)
    for x, top in ((-30, 560), (890, 470)):
        s.box(x, top, 240, 1000, "#1a2023")
    s.box(150, 260, 770, 1180, "#4a3d38")
    s.box(150, 260, 770, 1180, INK, 'opacity=".28"')
    for y in range(270, 1430, 20):
        s.line(150, y, 920, y, INK, 1.6, 'opacity=".28"')
    s.box(130, 236, 810, 36, INK)
    for x in (230, 470, 760):
        s.box(x, 150, 70, 90, INK)
        s.box(x + 10, 128, 16, 26, RED)
        s.box(x + 42, 128, 16, 26, RED)
    lit = {(0, 1), (1, 0), (1, 3), (2, 2), (3, 0), (3, 1), (4, 3), (2, 3), (0, 3)}
    for row in range(5):
        for column in range(4):
            x, y = 206 + column * 180, 326 + row * 200
            on = (row, column) in lit
            s.box(x - 8, y - 8, 126, 150, INK)
            s.box(x, y, 110, 134, LAMP if on else SLATE)
            if on:
                s.glow(x + 55, y + 70, 130, LAMP, 0.35)
            s.line(x + 55, y, x + 55, y + 134, INK, 6)
            s.line(x, y + 60, x + 110, y + 60, INK, 6)
            s.box(x - 14, y + 140, 138, 13, RULE)
    person(s, 262, 660, 120, INK, "", "")
    person(s, 800, 660, 116, INK, "both", "")
    s.path("M560 516h150v210h-150z", RED)
    for number, text in enumerate(("NO HEAT", "NO RENT")):
        s.words(635, 596 + number * 58, 30, text, PAPER)
    s.path("M200 922h300v86h-300z", PAPER)
    s.words(350, 984, 50, "WEEK NINE", INK)
    s.box(440, 1270, 180, 176, INK)
    s.box(458, 1290, 68, 156, RED)
    s.box(534, 1290, 68, 156, RED)
    s.box(0, 1436, 1067, 170, "#8a8577")
    s.box(0, 1436, 1067, 16, RULE)
    lamp(s, 930, 1470, 460)
    person(s, 300, 1520, 210, INK, "", "hood")
    person(s, 380, 1530, 200, NIGHT, "", "cap")
    person(s, 730, 1540, 214, INK, "out", "scarf")


def school_gate(s: Sheet) -> None:
    s.fade(0, 0, 1600, 700, FOG, WASH, PAPER)
    s.box(200, 260, 1200, 470, "#a86a5c")
    s.box(200, 260, 1200, 470, RULE, 'opacity=".45"')
    s.shape([(170, 270), (420, 140), (1180, 140), (1430, 270)], SLATE)
    s.shape([(640, 270), (800, 120), (960, 270)], CREAM)
    s.disc(800, 214, 30, DEEP)
    s.box(786, 50, 28, 90, CREAM)
    s.path("M776 54q24 -44 48 0z", RED)
    for x in range(250, 1350, 130):
        for y in (320, 490):
            s.box(x, y, 78, 116, DEEP)
            s.line(x + 39, y, x + 39, y + 116, CREAM, 6)
            s.line(x, y + 52, x + 78, y + 52, CREAM, 6)
    s.words(800, 300, 30, "WEIR STREET SCHOOL", INK)
    s.box(0, 720, 1600, 347, MIST)
    for number in range(40):
        x = -10 + number * 42
        if not 590 < x < 1000:
            s.line(x, 540, x, 800, INK, 7)
            s.disc(x, 536, 7, INK)
    for y in (570, 780):
        s.line(0, y, 590, y, INK, 9)
        s.line(1010, y, 1600, y, INK, 9)
    for x in (590, 1010):
        s.box(x - 26, 470, 52, 350, CREAM)
        s.box(x - 36, 452, 72, 24, SLATE)
    for x in (690, 760, 830, 905):
        person(s, x, 890, s.near(150, 16), s.chance.choice([RED, DEEP, SLATE, INK]), s.chance.choice(["up", "", "both"]), "hood")
    crowd(s, 20, 560, 930, 225, 8, (INK, NIGHT, DEEP), 0.2)
    crowd(s, 1040, 1590, 930, 225, 8, (INK, NIGHT, DEEP), 0.2)
    banner(s, 470, 880, 1130, 880, 96, "FOUR SCHOOLS, OUR SCHOOLS", PAPER, RED)
    placard(s, 250, 610, 180, 120, ("WE CAN", "COUNT TOO"), RED, PAPER, 160)
    placard(s, 1340, 600, 170, 120, ("ASK THE", "TEACHERS"), PAPER, INK, 160)
    for x in (60, 170, 290, 1330, 1450, 1550):
        person(s, x, 1075, s.near(170, 14), s.chance.choice([INK, NIGHT]), "", "hood")


def bus_depot(s: Sheet) -> None:
    s.fade(0, 0, 1600, 1067, SLATE, SEA, MIST)
    s.shape([(60, 330), (330, 180), (600, 330)], INK)
    s.shape([(540, 330), (810, 180), (1080, 330)], NIGHT)
    s.shape([(1020, 330), (1290, 180), (1560, 330)], INK)
    s.box(60, 326, 1500, 420, DEEP)
    s.box(60, 326, 1500, 60, INK)
    s.words(810, 372, 42, "SANDOVER  BUS  DEPOT", CREAM, 'letter-spacing="6"')
    for bay in range(3):
        x = 110 + bay * 490
        s.box(x, 410, 420, 340, "#14191b")
        s.glow(x + 210, 470, 260, LAMP, 0.32)
    s.fade(0, 746, 1600, 321, "#8f979a", SEA)
    for bay, number in enumerate(("88", "14", "31")):
        x = 150 + bay * 490
        s.box(x, 452, 340, 340, CREAM if bay != 1 else RULE)
        s.box(x, 640, 340, 60, RED)
        s.box(x + 22, 520, 296, 110, NIGHT)
        s.shape([(x + 30, 526), (x + 120, 526), (x + 66, 624), (x + 30, 624)], SEA, 'opacity=".6"')
        s.line(x + 170, 520, x + 170, 630, CREAM, 8)
        s.box(x + 70, 464, 200, 44, INK)
        s.words(
            x + 170,
            500,
            38,
            "NOT IN SERVICE" if bay == 1 else number,
            LAMP,
            'textLength="150" lengthAdjust="spacingAndGlyphs"' if bay == 1 else "",
        )
        for light in (x + 46, x + 294):
            s.disc(light, 728, 20, PAPER if bay == 1 else FOG)
        for wheel in (x + 30, x + 256):
            s.box(wheel, 780, 54, 46, INK)
    crowd(s, 60, 1540, 925, 205, 17, (INK, NIGHT, "#101314"), 0.3)
    banner(s, 520, 770, 1120, 776, 104, "LOCAL 88 IS OUT TOO")
    placard(s, 260, 660, 170, 118, ("SAME", "COAST"), PAPER, INK, 150)
    placard(s, 1380, 650, 170, 118, ("SAME", "FIGHT"), PAPER, INK, 150)
    person(s, 90, 1060, 300, INK, "", "vest")
    person(s, 1500, 1064, 310, INK, "", "vest")


def lighthouse(s: Sheet) -> None:
    s.fade(0, 0, 1067, 1000, "#2a3337", SLATE, MIST, CREAM)
    s.glow(520, 300, 520, LAMP, 0.55)
    s.shape([(540, 290), (1120, 120), (1120, 330)], LAMP, 'opacity=".35"')
    s.shape([(500, 290), (-60, 210), (-60, 400)], LAMP, 'opacity=".28"')
    hills(s, 1010, 30, SLATE, 170, 1100)
    water(s, 1010, 1600, (SEA, DEEP, NIGHT), CREAM, 190, 520, 300)
    s.path("M120 1300Q250 1120 400 1090H660Q840 1110 960 1330L1067 1420V1600H0V1380Z", INK)
    for _ in range(60):
        x, y = s.chance.uniform(130, 960), s.chance.uniform(1160, 1560)
        if 1000 + abs(x - 530) * 0.75 < y:
            s.line(x, y, x + s.near(44, 30), y - s.near(26, 16), DEEP, s.chance.uniform(4, 14))
    s.shape([(430, 1110), (470, 380), (580, 380), (620, 1110)], PAPER)
    s.shape([(534, 1110), (530, 380), (580, 380), (620, 1110)], SEA, 'opacity=".4"')
    for top, low in ((520, 640), (800, 930)):
        left, right = 470 - (top - 380) / 18.2, 580 + (top - 380) / 18.2
        left2, right2 = 470 - (low - 380) / 18.2, 580 + (low - 380) / 18.2
        s.shape([(left, top), (right, top), (right2, low), (left2, low)], RED)
    s.box(440, 362, 170, 22, INK)
    s.box(474, 256, 102, 108, LAMP)
    for x in (474, 508, 542, 572):
        s.line(x, 256, x, 362, INK, 5)
    s.path("M458 258q66 -96 134 0z", INK)
    s.line(525, 200, 525, 160, INK, 6)
    for y in (460, 700, 990):
        s.box(508, y, 30, 46, NIGHT)
    s.box(650, 1010, 190, 110, CREAM)
    s.shape([(630, 1016), (745, 930), (860, 1016)], DEEP)
    s.box(690, 1046, 40, 44, LAMP)
    s.box(770, 1046, 36, 74, RED)
    for y in (1120, 1300, 1450):
        s.stroke(f"M{s.near(60, 40)} {y + 120}q90 -60 180 0", PAPER, 9, 'opacity=".75"')
        s.stroke(f"M{s.near(860, 40)} {y + 130}q80 -60 170 0", PAPER, 9, 'opacity=".7"')
    gulls(s, 12, 80, 980, 420, 900, INK)
