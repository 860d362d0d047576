"""Messages are found wherever they stand, and a catalogue keeps its translations when the sources change."""

import polib  # type: ignore[import-untyped]  # no types are published for it
import pytest

from commonwire.ops.messages import Message, NotLiteral, in_python, in_template
from commonwire.ops.translate import merge, untranslated


def test_a_templates_messages_are_those_django_will_ask_for() -> None:
    source = """<a title="{% translate 'Say "hi" (100%)' %}">{{ _("yes")|upper }}{# comment _("no") #}
    {% blocktranslate trimmed count n=posts|length with who=author %}
      one by {{ who }}
    {% plural %}
      {{ n }} by {{ who }}
    {% endblocktranslate %}{% translate "May" context "month" as may %}{% translate variable %}"""
    assert list(in_template(source, "x.html")) == [
        Message('Say "hi" (100%%)'),
        Message("yes"),
        Message("one by %(who)s", "%(n)s by %(who)s"),
        Message("May", context="month"),
    ]


def test_python_is_read_by_the_names_it_imports() -> None:
    source = """
from django.utils import translation
from django.utils.translation import gettext_lazy as _, ngettext as several, pgettext
def _not_gettext(x): pass
label = _("One " "line")
said = several("a post", "%(n)s posts", 3), pgettext("month", "May"), translation.gettext("later")
_not_gettext("no"), gettext("nor this"), _(label), _(words["one"])
"""
    assert list(in_python(source, "x.py")) == [
        Message("One line"),
        Message("a post", "%(n)s posts"),
        Message("May", context="month"),
        Message("later"),
    ]


def test_a_message_made_while_running_is_refused_with_its_place() -> None:
    with pytest.raises(NotLiteral, match=r"x.py:2: f'hello {name}' is made while running"):
        list(in_python("from django.utils.translation import gettext as _\nname = _(f'hello {name}')", "x.py"))


def _catalogue() -> polib.POFile:
    catalogue = polib.POFile()
    catalogue.append(polib.POEntry(msgid="Publish", msgstr="Publicar"))
    catalogue.append(polib.POEntry(msgid="Gone", msgstr="Fuera"))
    catalogue.append(polib.POEntry(msgid="Never said", msgstr=""))
    return catalogue


def test_merging_keeps_what_was_translated() -> None:
    catalogue = _catalogue()
    merge(catalogue, [Message("Hello %(name)s", places=["a.py"]), Message("Publish", places=["b.html"])], "es")
    assert [(entry.msgid, entry.msgstr, entry.obsolete) for entry in catalogue] == [
        ("Hello %(name)s", "", False),
        ("Publish", "Publicar", False),
        ("Gone", "Fuera", True),
    ]
    assert catalogue[0].flags == ["python-format"]
    assert untranslated(catalogue) == ["a.py: 'Hello %(name)s'"]


def test_a_message_that_comes_back_finds_its_translation() -> None:
    catalogue = _catalogue()
    merge(catalogue, [], "es")
    merge(catalogue, [Message("Gone", places=["a.py"])], "es")
    assert [(entry.msgid, entry.msgstr, entry.obsolete) for entry in catalogue if entry.msgid == "Gone"] == [("Gone", "Fuera", False)]


def test_a_plural_needs_both_forms() -> None:
    catalogue = polib.POFile()
    merge(catalogue, [Message("a post", "%(n)s posts", places=["a.py"])], "es")
    catalogue[0].msgstr_plural[0] = "una publicación"
    assert untranslated(catalogue) == ["a.py: 'a post'"]
    catalogue[0].msgstr_plural[1] = "%(n)s publicaciones"
    assert untranslated(catalogue) == []
