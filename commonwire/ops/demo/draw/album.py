"""Which scene makes which picture, and its size in pixels."""

from collections.abc import Callable

from commonwire.ops.demo.draw import scenes_harbor, scenes_paper, scenes_people, scenes_rooms, scenes_town
from commonwire.ops.demo.draw.sheet import Sheet

LANDSCAPE, PORTRAIT, PANORAMA = (1600, 1067), (1067, 1600), (1600, 560)
Scene = Callable[[Sheet], None]

ALBUM: dict[str, tuple[Scene, tuple[int, int]]] = {
    "ferry-ramp-dawn": (scenes_harbor.ferry_ramp_dawn, LANDSCAPE),
    "pickets-pier-four": (scenes_harbor.pickets_pier, LANDSCAPE),
    "cranes-evening": (scenes_harbor.cranes, LANDSCAPE),
    "boats-at-wick": (scenes_harbor.fishing_boats, LANDSCAPE),
    "dredger-corran-bay": (scenes_harbor.dredger, LANDSCAPE),
    "harbor-at-night": (scenes_harbor.panorama, PANORAMA),
    "customs-house": (scenes_town.customs_house, LANDSCAPE),
    "mill-ward-windows": (scenes_town.tenement, PORTRAIT),
    "weir-street-gate": (scenes_town.school_gate, LANDSCAPE),
    "sandover-depot": (scenes_town.bus_depot, LANDSCAPE),
    "tarn-light": (scenes_town.lighthouse, PORTRAIT),
    "strike-kitchen": (scenes_people.kitchen, LANDSCAPE),
    "coast-road-block": (scenes_people.road_block, LANDSCAPE),
    "council-chamber": (scenes_people.council_chamber, LANDSCAPE),
    "march-from-above": (scenes_people.crowd_above, LANDSCAPE),
    "tannery-row-boiler": (scenes_rooms.boiler, PORTRAIT),
    "tenants-assembly": (scenes_rooms.assembly, LANDSCAPE),
    "skerry-slip": (scenes_rooms.slipway, LANDSCAPE),
    "candles-for-agnes": (scenes_rooms.candles, PORTRAIT),
    "coast-map": (scenes_paper.coast_map, PORTRAIT),
    "no-boats-poster": (scenes_paper.poster, PORTRAIT),
    "fares-and-wages": (scenes_paper.books_chart, LANDSCAPE),
    "enrolment-count": (scenes_paper.enrolment_chart, LANDSCAPE),
    "notice-on-the-gate": (scenes_paper.notice, PORTRAIT),
    "low-tide-radio": (scenes_paper.microphone, LANDSCAPE),
    "eelgrass-survey": (scenes_paper.eelgrass, LANDSCAPE),
}


def sheets(names: list[str]) -> list[Sheet]:
    """The named pictures drawn on sheets, or all of them."""
    made = []
    for name, (scene, (width, height)) in ALBUM.items():
        if not names or name in names:
            sheet = Sheet(name, width, height)
            scene(sheet)
            made.append(sheet)
    return made
