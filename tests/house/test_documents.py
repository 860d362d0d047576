"""The documents say what is there: links lead somewhere, files that are named exist, the first lines name the two commands."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from commonwire.ops.command import VERBS
from tests.house.sources import HOUSE, ROOT, ending, files, name, nothing, text

LINK = re.compile(r"!?\[[^\]]*\]\(\s*([^)\s]+)[^)]*\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} +(.+?) *#*$", re.M)
CODE = re.compile(r"^(?:```.*?^```|(?: {4}|\t).*?$)|`[^`\n]*`", re.M | re.S)
NAMED_FILE = re.compile(r"`((?:[\w.-]+/)+[\w-]+\.(?:py|md|txt|css|html|toml)|(?:docs|tests|lock)/[\w/-]*)`")
PARTS = ("Context", "Decision", "Consequences", "Regrets")
HEAVIEST_PICTURE = 200_000
NEIGHBOUR = ".." + "/sha" + "red"  # a folder beside one checkout; no reader has it


def _documents() -> list[Path]:
    return ending(".md")


def _decisions() -> list[Path]:
    return [path for path in _documents() if path.parent == ROOT / "docs" / "decisions"]


def _links(path: Path) -> Iterator[tuple[int, str]]:
    content = CODE.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text(path))
    return ((content.count("\n", 0, found.start()) + 1, found[1]) for found in LINK.finditer(content))


def _anchors(path: Path) -> set[str]:
    """Of its headings, as the usual places that show Markdown make them."""
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(text(path))}


def _leads_nowhere(path: Path, link: str) -> str:
    if re.match(r"[a-z]+:", link):
        return ""
    address, _, anchor = unquote(link).partition("#")
    target = (path.parent / address).resolve() if address else path
    if not target.exists() or not target.is_relative_to(ROOT):
        return f"leads to {address}, which is not there"
    if anchor and target.suffix == ".md" and anchor not in _anchors(target):
        return f"leads to #{anchor}, but {name(target)} has no such heading"
    return ""


def test_every_link_between_documents_leads_somewhere() -> None:
    nothing(f"{name(path, line)} {wrong}" for path in _documents() for line, link in _links(path) if (wrong := _leads_nowhere(path, link)))


@pytest.mark.parametrize("link", ["nowhere.md", "README.md#no-such-heading", "../outside.md"])
def test_a_link_that_leads_nowhere_is_seen(link: str) -> None:
    assert _leads_nowhere(ROOT / "README.md", link)


def test_a_link_in_code_is_no_link() -> None:
    assert [link for _, link in _links(ROOT / "README.md")]
    assert not LINK.search(CODE.sub("", "`[a](b.md)`\n\n    [c](d.md)\n"))


def test_files_that_are_named_exist() -> None:
    """`newswire/hide.py` is meant below commonwire/, a template below its room's templates/, all else from the root."""
    nothing(
        f"{name(path)} names {found}, which is not there"
        for path in _documents()
        for found in NAMED_FILE.findall(text(path))
        if not any((folder / found).exists() for folder in (ROOT, HOUSE, *HOUSE.glob("*/templates")))
    )


def test_every_decision_has_its_four_parts() -> None:
    assert _decisions()
    nothing(
        f"{name(path)} has the parts {found}: a decision has {', '.join(PARTS)}, in this order"
        for path in _decisions()
        if (found := re.findall(r"^\*\*(\w+)\.\*\* ", text(path), re.M)) != list(PARTS)
    )


def test_decisions_are_numbered_without_a_gap() -> None:
    titles = [(path.name[:4], text(path).partition("\n")[0]) for path in _decisions()]
    expected = [(f"{number:04}", f"# {number}. ") for number in range(1, len(titles) + 1)]
    assert [(number, title[: len(start)]) for (number, title), (_, start) in zip(titles, expected, strict=True)] == expected


def test_the_readme_begins_with_the_two_commands() -> None:
    first = text(ROOT / "README.md").splitlines()[:20]
    assert {command for command in ("bin/serve", "bin/test") if any(command in line for line in first)} == {"bin/serve", "bin/test"}


def test_the_readme_lists_every_verb() -> None:
    table = re.findall(r"^\| `([a-z-]+)` \| ", text(ROOT / "README.md"), re.M)
    assert table == list(VERBS)


def test_the_house_is_described_as_the_contract_has_it() -> None:
    """Room by room, from the top, neighbours on the same floor."""
    layers = re.findall(r'^ {2}"([a-z| ]+)",$', text(ROOT / "pyproject.toml").split("layers = [")[1].split("]")[0], re.M)
    contract = [(len(layers) - number, room) for number, layer in enumerate(layers) for room in layer.split(" | ")]
    described = re.findall(r"^\| (\d+) \| `([a-z]+)` \| ", text(ROOT / "docs" / "house.md"), re.M)
    assert [(int(floor), room) for floor, room in described] == contract


def test_pictures_are_described_and_light() -> None:
    pictures = [(path, alt, path.parent / target) for path in _documents() for alt, target in PICTURE.findall(text(path))]
    silent = (f"{name(path)} shows {target.name} without saying what is on it" for path, alt, target in pictures if len(alt) < 20)
    heavy = (f"{name(file)} is heavy" for file in files() if "pictures" in file.parts and file.stat().st_size > HEAVIEST_PICTURE)
    shown = {target.resolve() for _, _, target in pictures}
    unseen = (f"{name(file)} is shown nowhere" for file in files() if file.parent == ROOT / "docs" / "pictures" and file not in shown)
    nothing([*silent, *heavy, *unseen])


def test_no_document_speaks_of_a_folder_beside_this_one() -> None:
    nothing(f"{name(path)} names {NEIGHBOUR}" for path in _documents() if NEIGHBOUR in text(path))


def test_the_licence_is_whole() -> None:
    """Verbatim from its first line to its last, all eighteen sections (0 to 17)."""
    lines = text(ROOT / "LICENSE").splitlines()
    assert lines[0].strip() == "GNU AFFERO GENERAL PUBLIC LICENSE"
    assert lines[-1] == "<https://www.gnu.org/licenses/>."
    assert [int(found) for line in lines for found in re.findall(r"^ {2}(\d+)\. [A-Z]", line)] == list(range(18))
