"""What is drawn on paper or under water: a map, a poster, charts, a notice, a microphone, eelgrass."""

from math import sin

from commonwire.ops.demo.draw.figures import water
from commonwire.ops.demo.draw.sheet import (
    CREAM,
    DEEP,
    FOG,
    INK,
    LAMP,
    MIST,
    NIGHT,
    PAPER,
    QUIET,
    RED,
    RULE,
    SEA,
    SERIF,
    SLATE,
    WASH,
    Sheet,
)

LEFT = 'text-anchor="start"'
HALO = f'stroke="{CREAM}" stroke-width="12" paint-order="stroke"'


def coast_map(s: Sheet) -> None:
    s.box(0, 0, 1067, 1600, FOG)
    for step in range(7):
        s.stroke(
            f"M{640 + step * 34} -20Q{480 + step * 36} 240 {620 + step * 34} 420T{420 + step * 40} 860"
            f"T{560 + step * 36} 1220T{430 + step * 44} 1640",
            MIST,
            4,
            f'opacity="{1 - step * 0.12:.2f}"',
        )
    s.path("M-20 -20H620Q450 240 590 420T380 860T530 1220T390 1640H-20Z", CREAM)
    s.stroke("M620 -20Q450 240 590 420T380 860T530 1220T390 1640", INK, 9)
    s.stroke("M470 -20Q330 240 460 420T270 860T410 1220T280 1640", RED, 6, 'stroke-dasharray="26 14"')
    s.stroke("M-20 640Q160 700 392 820", SEA, 16)
    for _ in range(36):
        x, y = s.chance.uniform(20, 250), s.chance.uniform(40, 1560)
        s.stroke(f"M{x:.0f} {y:.0f}q14 -26 28 0", QUIET, 4)
    for x, y, r in ((800, 520, 74), (900, 610, 46), (760, 640, 34)):
        s.path(
            f"M{x - r} {y}q{r * 0.4} {-r} {r} {-r * 0.8}t{r} {r * 0.9}q{-r * 0.3} {r * 0.7} {-r} {r * 0.6}t{-r} {-r * 0.7}z",
            CREAM,
            f'stroke="{INK}" stroke-width="6"',
        )
    for x, y, x2, y2 in ((410, 850, 760, 560), (410, 860, 520, 1190), (420, 840, 575, 430)):
        s.stroke(f"M{x} {y}Q{max(x, x2) + 110} {(y + y2) / 2} {x2} {y2}", INK, 5, 'stroke-dasharray="4 15"')
        s.line((x + x2) / 2 + 52, (y + y2) / 2 - 18, (x + x2) / 2 + 88, (y + y2) / 2 + 18, RED, 10)
        s.line((x + x2) / 2 + 88, (y + y2) / 2 - 18, (x + x2) / 2 + 52, (y + y2) / 2 + 18, RED, 10)
    for x, y, name, size in ((572, 408, "Wick", 44), (384, 858, "Port Ellery", 56), (526, 1214, "Sandover", 46)):
        s.disc(x, y, 17, RED)
        s.disc(x, y, 7, PAPER)
        s.words(x - 30, y + 16, size, name, INK, 'text-anchor="end" ' + HALO, SERIF)
    s.words(820, 732, 40, "The Skerries", INK, "", SERIF)
    s.words(170, 640, 34, "Mill Ward", INK, HALO, SERIF)
    s.words(700, 1010, 38, "Corran Bay", SLATE, 'font-style="italic"', SERIF)
    s.words(800, 250, 38, "North Shore", SLATE, 'font-style="italic"', SERIF)
    s.words(330, 236, 27, "coast road", RED, HALO)
    for x, y in ((575, 470), (350, 900), (560, 1270), (792, 500)):
        s.line(x + 34, y, x + 34, y - 62, INK, 6)
        s.path(f"M{x + 36} {y - 62}h54l-12 16 12 16h-54z", RED)
    s.box(620, 1330, 390, 200, PAPER, f'stroke="{INK}" stroke-width="5"')
    s.words(646, 1386, 34, "Where to stand", INK, LEFT, SERIF)
    s.path("M648 1412h46l-10 13 10 13h-46z", RED)
    s.words(716, 1437, 27, "rally or picket", INK, LEFT)
    s.line(648, 1470, 676, 1498, RED, 8)
    s.line(676, 1470, 648, 1498, RED, 8)
    s.words(716, 1495, 27, "boat not running", INK, LEFT)
    s.line(920, 120, 920, 60, INK, 7)
    s.shape([(904, 84), (920, 40), (936, 84)], INK)
    s.words(920, 164, 38, "N", INK, "", SERIF)


def poster(s: Sheet) -> None:
    s.box(0, 0, 1067, 1600, "#8f8a7a")
    for _ in range(40):
        x, y = s.chance.uniform(0, 1067), s.chance.uniform(0, 1600)
        s.box(x, y, s.near(90, 50), s.near(60, 40), s.chance.choice([RULE, WASH, QUIET]), 'opacity=".35"')
    s.add('<g transform="rotate(-1.6 533 800)">')
    s.box(136, 120, 820, 1370, INK, 'opacity=".35"')
    s.box(116, 100, 820, 1370, CREAM)
    s.box(116, 100, 820, 900, RED)
    s.disc(526, 610, 280, CREAM)
    s.path("M196 700Q330 650 526 700T856 690V1000H196Z", NIGHT)
    for y in (770, 830, 890):
        s.stroke(f"M210 {y}q80 -34 160 0t160 0 160 0 150 0", CREAM, 8)
    s.path("M296 690L330 760H724L760 690Z", INK)
    s.box(390, 620, 260, 70, INK)
    s.box(460, 560, 120, 60, INK)
    s.box(600, 510, 40, 110, INK)
    for x in range(406, 640, 34):
        s.box(x, 640, 20, 24, CREAM)
    s.line(190, 480, 862, 900, CREAM, 34)
    s.words(526, 270, 150, "NO BOATS", CREAM, 'textLength="740" lengthAdjust="spacingAndGlyphs"')
    s.words(526, 1150, 136, "NO BUSINESS", INK, 'textLength="760" lengthAdjust="spacingAndGlyphs"')
    for number, text in enumerate(
        ("No work · no school · no shopping", "Sin barcos no hay negocio", "COAST LABOR COUNCIL · ELEVEN UNIONS")
    ):
        s.words(526, 1240 + number * 66, 42 if number < 2 else 30, text, INK if number != 1 else RED)
    s.box(116, 1410, 820, 60, INK)
    s.words(526, 1452, 30, "FULL CREWS ON EVERY SAILING", CREAM, 'letter-spacing="5"')
    s.add("</g>")
    for x, y in ((130, 110), (912, 82), (160, 1470), (945, 1440)):
        s.box(x - 30, y, 90, 34, WASH, f'opacity=".75" transform="rotate({s.near(0, 30)} {x} {y})"')


def _frame(s: Sheet, title: str, under: str, source: str) -> None:
    s.rough, s.clouds = 2.2, 0.05
    s.box(-20, -20, s.width + 40, s.height + 40, PAPER)
    for x in range(0, s.width, 40):
        s.line(x, 0, x, s.height, RULE, 1, 'opacity=".35"')
    for y in range(0, s.height, 40):
        s.line(0, y, s.width, y, RULE, 1, 'opacity=".35"')
    s.box(90, 80, 90, 14, RED)
    s.words(90, 156, 52, title, INK, LEFT, SERIF)
    s.words(90, 206, 30, under, QUIET, LEFT)
    s.words(90, s.height - 52, 24, source, QUIET, LEFT)


def books_chart(s: Sheet) -> None:
    _frame(
        s,
        "Fares up, crews down",
        "Coastline Ferries, six years: fare income and crew wages, millions of dollars",
        "Port Authority annual accounts, schedule 4. Drawn by R. Amaro.",
    )
    income, wages = (31.2, 32.8, 35.1, 37.9, 40.4, 43.6), (14.9, 15.0, 15.2, 15.1, 14.8, 14.2)
    for value in range(0, 50, 10):
        y = 900 - value * 14
        s.line(150, y, 1500, y, RULE, 3)
        s.words(132, y + 10, 28, str(value), QUIET, 'text-anchor="end"')
    for number, (earned, paid) in enumerate(zip(income, wages, strict=True)):
        x = 210 + number * 218
        s.box(x, 900 - earned * 14, 76, earned * 14, SLATE)
        s.box(x + 86, 900 - paid * 14, 76, paid * 14, RED)
        s.words(x + 38, 886 - earned * 14, 27, str(earned), INK)
        s.words(x + 124, 886 - paid * 14, 27, str(paid), RED)
        s.words(x + 82, 946, 28, f"year {number + 1}", QUIET)
    s.line(150, 900, 1500, 900, INK, 6)
    s.box(990, 110, 30, 30, SLATE)
    s.words(1034, 136, 28, "fare income", INK, LEFT)
    s.box(1240, 110, 30, 30, RED)
    s.words(1284, 136, 28, "crew wages", INK, LEFT)


def enrolment_chart(s: Sheet) -> None:
    _frame(
        s,
        "What slide 17 left out",
        "Pupils in the four listed schools, counted each September",
        "Class registers, added up by the teachers of the four schools.",
    )
    real, shown = (812, 798, 781, 779, 803, 841, 872), (812, 798, 781, 779)

    def at(number: int, value: float) -> tuple[float, float]:
        return 230 + number * 195, 900 - (value - 700) * 3.3

    for value in (700, 750, 800, 850):
        y = at(0, value)[1]
        s.line(170, y, 1480, y, RULE, 3)
        s.words(152, y + 10, 28, str(value), QUIET, 'text-anchor="end"')
    s.box(at(3, 0)[0] + 40, 300, 700, 600, RED, 'opacity=".08"')
    s.words(at(5, 0)[0], 340, 30, "not on the slide", RED)
    for series, tone, width in ((real, RED, 9), (shown, INK, 12)):
        s.stroke("M" + "L".join(f"{x} {y:.0f}" for x, y in (at(n, v) for n, v in enumerate(series))), tone, width)
    for number, value in enumerate(real):
        x, y = at(number, value)
        s.disc(x, y, 15, INK if number < 4 else RED)
        s.words(x, y - 30, 30, str(value), INK if number < 4 else RED)
        s.words(x, 948, 28, f"year {number + 1}", QUIET)
    s.line(170, 900, 1480, 900, INK, 6)
    s.stroke("M815 640Q1000 760 1340 832", INK, 6, 'stroke-dasharray="4 16"')
    s.words(1240, 872, 28, "the consultants’ forecast", INK)


def notice(s: Sheet) -> None:
    s.fade(0, 0, 1067, 1600, SLATE, SEA, DEEP)
    water(s, 900, 1600, (SEA, DEEP), FOG, 80)
    for x in range(-30, 1100, 96):
        s.line(x, 0, x + 8, 1600, NIGHT, 15)
    for y in (210, 900, 1440):
        s.box(0, y, 1067, 30, NIGHT)
    s.add('<g transform="rotate(2 533 760)">')
    s.box(196, 330, 700, 880, INK, 'opacity=".4"')
    s.box(180, 310, 700, 880, PAPER)
    s.box(180, 310, 700, 106, RED)
    s.words(530, 384, 62, "NO SAILING", PAPER)
    for number, text in enumerate(
        (
            "All Coastline services from",
            "this pier are stopped.",
            "",
            "The company asked for seven.",
            "The certificate says nine.",
            "We will not take you out",
            "on a boat that cannot",
            "launch its own rafts.",
        )
    ):
        s.words(240, 494 + number * 62, 40, text, INK, LEFT, SERIF)
    s.words(240, 1040, 40, "Ask us. We are by the fire.", RED, LEFT, SERIF)
    s.words(240, 1112, 36, "— the crews, Local 31", QUIET, LEFT, SERIF)
    s.box(180, 1150, 700, 40, RULE)
    s.add("</g>")
    for x, y in ((214, 306), (852, 330), (190, 1180), (836, 1206)):
        s.stroke(f"M{x} {y - 24}v50", LAMP, 9)
    s.stroke("M-20 1290Q300 1370 560 1290T1090 1300", "#b9a57a", 34)
    for x in range(0, 1067, 36):
        s.line(x, 1330 - 20 * sin(x / 170), x + 22, 1298 - 20 * sin(x / 170), "#7d6a44", 5)


def microphone(s: Sheet) -> None:
    s.fade(0, 0, 1600, 1067, "#33302a", "#4d473b", INK)
    s.box(140, 90, 760, 520, NIGHT)
    s.fade(160, 110, 720, 480, SLATE, MIST, "#cfc5ae")
    s.box(160, 470, 720, 120, DEEP)
    for x, h in ((220, 150), (520, 190), (700, 130)):
        s.line(x, 470, x, 470 - h, INK, 10)
        s.line(x, 470 - h, x - 80, 470 - h - 60, INK, 8)
    s.line(520, 110, 520, 590, NIGHT, 14)
    s.box(1010, 110, 250, 64, RED)
    s.glow(1135, 140, 300, "#e8444c", 0.5)
    s.words(1135, 158, 44, "ON AIR", PAPER, 'letter-spacing="6"')
    s.box(0, 780, 1600, 300, "#6d5b45")
    s.box(0, 780, 1600, 18, "#8f7a5c")
    s.box(120, 660, 520, 190, INK)
    for x in range(160, 600, 54):
        s.line(x, 690, x, 820, SLATE, 6)
        s.box(x - 16, s.chance.uniform(700, 790), 32, 22, RED if s.chance.random() < 0.3 else CREAM)
    s.stroke("M1480 780L1380 420L1120 330", INK, 22)
    s.stroke("M1120 330L1010 420", INK, 14)
    s.disc(1380, 420, 26, SLATE)
    s.add('<g transform="rotate(28 980 500)">')
    s.path("M880 400q0 -90 100 -90t100 90v150q0 90 -100 90t-100 -90z", SLATE)
    for y in range(350, 560, 26):
        s.line(892, y, 1068, y, INK, 6)
    for x in range(910, 1070, 32):
        s.line(x, 326, x, 570, INK, 4)
    s.box(876, 560, 208, 30, RED)
    s.box(900, 590, 160, 150, NIGHT)
    s.path("M900 350q10 -30 44 -32v230h-44z", PAPER, 'opacity=".22"')
    s.add("</g>")
    s.stroke("M950 720Q900 900 1180 900T1620 860", INK, 12)
    s.path("M780 900l330 -24 24 110 -350 26z", PAPER)
    for number in range(4):
        s.line(812, 926 + number * 22, 1060 - number * 40, 908 + number * 22, QUIET, 5)
    s.path("M1300 860h120l-10 110q-50 14 -100 0z", CREAM)
    s.stroke("M1420 880q50 6 0 62", CREAM, 14)


def eelgrass(s: Sheet) -> None:
    s.fade(0, 0, 1600, 1067, "#cbd6d2", "#8ba3a2", "#52696b", "#26363a")
    for ray in range(-100, 1700, 190):
        s.shape([(ray, 0), (ray + s.near(90, 30), 0), (ray - 160, 1067), (ray - 420, 1067)], PAPER, 'opacity=".1"')
    s.path("M0 960Q300 900 640 940T1600 900V1067H0Z", "#5d5849")
    for depth, tone in ((0, "#5f7a70"), (1, "#46635a"), (2, "#2d463f")):
        for _ in range(34):
            x = s.chance.uniform(-20, 1180 if depth else 1620)
            foot = 930 + depth * 55
            tall = s.chance.uniform(280, 560) + depth * 60
            bend = s.near(70, 70)
            s.path(
                f"M{x:.0f} {foot}q{-10} {-tall / 2:.0f} {bend:.0f} {-tall:.0f}"
                f"q{12 - bend / 3:.0f} {tall / 2:.0f} {17 - bend:.0f} {tall:.0f}z",
                tone,
                'opacity=".92"',
            )
    for x, y, k in ((340, 360, 1.1), (470, 420, 0.8), (620, 330, 0.9), (840, 500, 1.3), (1010, 420, 0.8), (1180, 560, 1)):
        s.path(
            f"M{x} {y}q{40 * k} {-26 * k} {90 * k} 0l{26 * k} {-20 * k}v{40 * k}l{-26 * k} {-20 * k}q{-50 * k} {26 * k} {-90 * k} 0z",
            FOG,
        )
        s.disc(x + 20 * k, y - 3 * k, 4 * k, INK)
    s.path("M1220 120q60 -40 130 -10l150 60q40 30 -10 50l-180 -20q-90 -20 -90 -80z", INK)
    s.disc(1222, 160, 50, INK)
    s.path("M1180 150q14 -26 46 -20l2 40q-34 14 -48 -20z", FOG)
    s.box(1330, 84, 120, 44, RED, 'transform="rotate(18 1390 106)"')
    s.stroke("M1500 190L1620 260M1490 210L1600 330", INK, 26)
    s.stroke("M1290 200L1220 300L1190 380", INK, 22)
    s.box(1120, 376, 110, 80, PAPER)
    s.line(1136, 400, 1206, 400, INK, 5)
    s.line(1136, 424, 1190, 424, INK, 5)
    for number in range(9):
        s.stroke(f"M{1200 + s.near(0, 40):.0f} {90 - number * 16}a{6 + number} {6 + number} 0 1 1 1 0", PAPER, 3)
    s.line(1280, 1000, 1560, 1000, CREAM, 14)
    for x in range(1280, 1570, 28):
        s.line(x, 1000, x, 984, INK, 4)
