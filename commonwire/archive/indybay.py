"""The regions and topics of indybay.org, and the lines of its pages that are its own furniture. Data, no behaviour but looking up.

Each place has the name that the site prints beside a post, a slug, and the other names it has carried: short ones of its menus,
older ones, spellings with `and`. Its archive pages are asked for by `page_id`; those that are certain are kept for old addresses.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    kind: str  # "region" or "topic"
    slug: str
    name: str
    also: tuple[str, ...] = ()
    page_id: int | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.also)


REGIONS: tuple[Place, ...] = (
    Place("region", "san-francisco", "San Francisco", page_id=36),
    Place("region", "east-bay", "East Bay"),
    Place("region", "peninsula", "Peninsula"),
    Place("region", "south-bay", "South Bay"),
    Place("region", "north-bay", "North Bay / Marin", ("North Bay/Marin", "North Bay")),
    Place("region", "north-coast", "North Coast"),
    Place(
        "region",
        "santa-cruz",
        "Santa Cruz",
        ("Santa Cruz Indymedia", "Santa Cruz IMC", "Santa Cruz IMC - Independent Media Center for the Monterey Bay Area"),
    ),
    Place("region", "central-valley", "Central Valley"),
    Place("region", "california", "California", page_id=42),
    Place("region", "us", "U.S.", ("United States", "US")),
    Place("region", "international", "International"),
    Place("region", "americas", "Americas"),
    Place("region", "haiti", "Haiti"),
    Place("region", "iraq", "Iraq"),
    Place("region", "palestine", "Palestine"),
    Place("region", "afghanistan", "Afghanistan"),
)

TOPICS: tuple[Place, ...] = (
    Place("topic", "animal-liberation", "Animal Liberation"),
    Place("topic", "anti-war", "Anti-War", ("Antiwar", "Anti-War & Militarism", "Anti-War and Militarism")),
    Place("topic", "arts-action", "Arts + Action", ("Arts & Action", "Arts and Action"), 34),
    Place("topic", "drug-war", "Drug War"),
    Place("topic", "education", "Education & Student Activism", ("Education and Student Activism", "Education")),
    Place("topic", "environment", "Environment & Forest Defense", ("Environment and Forest Defense", "Environment")),
    Place("topic", "global-justice", "Global Justice & Anti-Capitalism", ("Global Justice and Anti-Capitalism", "Global Justice")),
    Place("topic", "government", "Government & Elections", ("Government and Elections", "Government"), 45),
    Place(
        "topic",
        "health-housing",
        "Health, Housing & Public Services",
        ("Health, Housing, and Public Services", "Health, Housing and Public Services", "Health/Housing", "Health & Housing"),
        16,
    ),
    Place("topic", "immigrant-rights", "Immigrant Rights", ("Immigrant",)),
    Place("topic", "labor", "Labor & Workers", ("Labor and Workers", "Labor"), 19),
    Place("topic", "lgbtq", "LGBTI / Queer", ("LGBTI/Queer", "LGBTI", "LGBTQ / Queer", "LGBTQ")),
    Place(
        "topic",
        "media",
        "Media Activism & Independent Media",
        ("Media Activism and Independent Media", "Media Activism", "Independent Media", "Indymedia", "Media"),
        32,
    ),
    Place("topic", "police-state", "Police State & Prisons", ("Police State and Prisons", "Police State"), 13),
    Place("topic", "racial-justice", "Racial Justice", page_id=15),
    Place("topic", "womyn", "Womyn", ("Women",)),
    Place("topic", "front-page", "Front Page"),
)

# The menus of the old pages. A line is furniture only above a page's first headline.
FURNITURE = frozenset(
    {
        "top",
        "indybay",
        "regions",
        "topics",
        "newswire",
        "calendar",
        "features",
        "feature archives",
        "from the open-publishing calendar",
        "from the open-publishing newswire",
        "indybay feature",
        "sf bay area indymedia indymedia",
        "sf bay area indymedia",
        "indymedia",
        "about contact subscribe calendar publish print donate",
    }
)
FURNITURE_BEGINNINGS = ("indybay regions ", "indybay regions: ")
FOOT_BEGINNINGS = ("© 2000", "disclaimer | copyright policy | privacy | contact")

_BY_NAME = {name.casefold(): place for place in (*TOPICS, *REGIONS) for name in place.names}


def place_named(name: str) -> Place | None:
    """The region or topic of this name or other name, whatever its capitals; None when that site had none such."""
    return _BY_NAME.get(" ".join(name.split()).casefold())


def names_by_length(places: tuple[Place, ...]) -> list[tuple[str, Place]]:
    """Every name, longest first, so that `Santa Cruz Indymedia` is met before `Santa Cruz`."""
    pairs = [(name, place) for place in places for name in place.names]
    return sorted(pairs, key=lambda pair: -len(pair[0]))
