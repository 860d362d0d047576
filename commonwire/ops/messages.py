"""The messages of the sources: what templates and Python files give to gettext, and where."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation.template import templatize

# Which of a call's arguments is what, by the function's name without its ending.
ARGUMENTS = {
    "gettext": ("text",),
    "ngettext": ("text", "plural"),
    "pgettext": ("context", "text"),
    "npgettext": ("context", "text", "plural"),
}
CALL = re.compile(r"\b(?:gettext|ngettext|pgettext|npgettext)\(|(?<!\w)_\(")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]")


class NotLiteral(Exception):
    """A message that is made while running, which no catalogue can hold; says where."""


@dataclass
class Message:
    text: str
    plural: str = ""
    context: str = ""
    places: list[str] = field(default_factory=list)

    @property
    def has_placeholders(self) -> bool:
        return bool(PLACEHOLDER.search(self.text + self.plural))


def collect(house: Path) -> list[Message]:
    """Every message below this folder, once, in the order of files and lines. Raises NotLiteral."""
    found: dict[tuple[str, str], Message] = {}
    for path in sorted(house.rglob("*")):
        place = path.relative_to(house.parent).as_posix()
        for message in _in_file(path, place):
            kept = found.setdefault((message.context, message.text), message)
            kept.plural = kept.plural or message.plural
            if place not in kept.places:
                kept.places.append(place)
    return list(found.values())


def _in_file(path: Path, place: str) -> Iterator[Message]:
    if "templates" in path.parts and path.suffix in (".html", ".txt", ".xml"):
        yield from in_template(path.read_text(encoding="utf-8"), place)
    elif path.suffix == ".py" and "migrations" not in path.parts:
        yield from in_python(path.read_text(encoding="utf-8"), place)


def in_template(source: str, place: str) -> Iterator[Message]:
    """Django turns the template into calls among blanked text; each call is read on its own."""
    prepared = templatize(source, origin=place)
    for start in CALL.finditer(prepared):
        function = "gettext" if start.group() == "_(" else start.group()[:-1]
        if message := _message(_shortest_call(prepared, start.start(), place), function, place):
            yield message


def _shortest_call(prepared: str, start: int, place: str) -> ast.Call:
    end = start
    while (end := prepared.find(")", end) + 1) > 0:
        try:
            expression = ast.parse(prepared[start:end], mode="eval").body
        except SyntaxError:
            continue  # this bracket stands inside of the message: on to the next
        if isinstance(expression, ast.Call):
            return expression
    raise NotLiteral(f"{place}: a message never ends: {prepared[start : start + 60]!r}")


def in_python(source: str, place: str) -> Iterator[Message]:
    tree = ast.parse(source, filename=place)
    names = _names_of_gettext(tree)
    for node in ast.walk(tree):
        function = names.get(ast.unparse(node.func)) if isinstance(node, ast.Call) else None
        if isinstance(node, ast.Call) and function and (message := _message(node, function, f"{place}:{node.lineno}")):
            yield message


def _names_of_gettext(tree: ast.Module) -> dict[str, str]:
    """What this file calls them: `_` is gettext where it says `import gettext_lazy as _`."""
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            for alias in node.names:
                function = alias.name.removesuffix("_lazy").removesuffix("_noop")
                if function in ARGUMENTS:
                    names[alias.asname or alias.name] = function
        elif isinstance(node, ast.ImportFrom) and node.module == "django.utils":
            for alias in node.names:
                if alias.name == "translation":
                    names |= {f"{alias.asname or alias.name}.{f}{end}": f for f in ARGUMENTS for end in ("", "_lazy")}
    return names


def _message(call: ast.Call, function: str, place: str) -> Message | None:
    """None for a bare name: it stands for a message that is marked where it is written."""
    parts: dict[str, str] = {}
    for part, argument in zip(ARGUMENTS[function], call.args, strict=False):
        if isinstance(argument, ast.Name | ast.Attribute | ast.Subscript):
            return None
        if not isinstance(argument, ast.Constant) or not isinstance(argument.value, str):
            raise NotLiteral(
                f"{place}: {ast.unparse(argument)} is made while running; write the message out, with %(name)s for what varies"
            )
        parts[part] = argument.value
    return Message(parts["text"], parts.get("plural", ""), parts.get("context", ""))
