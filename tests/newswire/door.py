"""The publish door as a browser without scripts sees it: reads the forms of a page and sends what they hold."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.test import Client

Pairs = list[tuple[str, str]]


@dataclass
class Form:
    action: str
    id: str = ""
    pairs: Pairs = field(default_factory=list)
    buttons: list[dict[str, str]] = field(default_factory=list)

    def __getitem__(self, name: str) -> list[str]:
        return [value for key, value in self.pairs if key == name]

    def fill(self, **values: Any) -> "Form":
        """Type into fields; a list chooses several; `None` unticks."""
        for name, value in values.items():
            self.pairs = [(key, old) for key, old in self.pairs if key != name]
            each = value if isinstance(value, list) else [] if value is None else [value]
            self.pairs += [(name, text) for text in each]
        return self

    @property
    def data(self) -> dict[str, Any]:
        sent: dict[str, Any] = {}
        for name, value in self.pairs:
            sent.setdefault(name, []).append(value)
        return sent


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._form: Form | None = None
        self._area = self._select = ""
        self._text = ""
        self._first: str | None = None
        self._chosen = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = Form(given.get("action", ""), given.get("id", ""))
            self.forms.append(self._form)
        elif tag == "button":
            owner = next((form for form in self.forms if form.id and form.id == given.get("form")), self._form)
            if owner is not None:
                owner.buttons.append(given)
        if self._form is None:
            return
        name = given.get("name", "")
        if tag == "input" and name and given.get("type") != "file":
            if given.get("type") not in ("checkbox", "radio") or "checked" in given:
                self._form.pairs.append((name, given.get("value", "on" if given.get("type") == "checkbox" else "")))
        elif tag == "textarea":
            self._area, self._text = name, ""
        elif tag == "select":
            self._select, self._first, self._chosen = name, None, False
        elif tag == "option" and self._select:
            self._first = given.get("value") if self._first is None else self._first
            if "selected" in given:
                self._chosen = True
                self._form.pairs.append((self._select, given.get("value", "")))

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if self._form is None:
            return
        if tag == "textarea":
            self._form.pairs.append((self._area, self._text.removeprefix("\n")))
        elif tag == "select":
            if not self._chosen and self._first is not None:
                self._form.pairs.append((self._select, self._first))
            self._select = ""
        elif tag == "form":
            self._form = None


def forms(html: str) -> list[Form]:
    reader = _Reader()
    reader.feed(html)
    return reader.forms


def the_form(html: str, holding: str) -> Form:
    """The one whose address holds these characters."""
    found = [form for form in forms(html) if holding in form.action]
    assert len(found) == 1, [form.action for form in forms(html)]
    return found[0]


def body(**words: Any) -> dict[str, Any]:
    """The smallest sending, and what is given besides."""
    return {"kind": "report", "headline": "Gate closed", "language": "en", "licence": "by-nc-sa", "when": "now", **words}


def preview(client: Client, where: str = "/publish/", **words: Any) -> str:
    answer = client.post(f"{where}preview/", body(**words))
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


def publish(client: Client, where: str = "/publish/", **words: Any) -> Any:
    """Through the preview, as everybody; the answer to the sending."""
    return client.post(f"{where}send/", the_form(preview(client, where, **words), "send/").data)
