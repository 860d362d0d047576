"""What rooms above ask in one publish form, taken together: a view asks, checks and hands on without knowing who they are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django import forms

from commonwire.newswire.kinds import Companion, Details, Extra, askers
from commonwire.newswire.models import Post
from commonwire.press.slots import Fragment
from commonwire.site.models import Site


@dataclass(frozen=True)
class Asked:
    """One asker and its form."""

    by: Extra | Companion
    form: forms.Form

    @property
    def template(self) -> str:
        return self.by.template


class Questions:
    """The kind's own form first, then those of the companions. Iterating gives their fields, as with a form."""

    def __init__(self, asked: list[Asked]) -> None:
        self.asked = asked

    def __iter__(self) -> Iterator[forms.BoundField]:
        return (field for each in self.asked for field in each.form)

    @property
    def errors(self) -> dict[str, object]:
        return {name: errors for each in self.asked for name, errors in each.form.errors.items()}

    def non_field_errors(self) -> list[str]:
        return [str(error) for each in self.asked for error in each.form.non_field_errors()]

    @property
    def names(self) -> list[str]:
        return [field.html_name for field in self]

    def is_valid(self) -> bool:
        return all([each.form.is_valid() for each in self.asked])  # noqa: C419  # each is to say what is wrong with it

    def forgive(self) -> None:
        """Going back to the form is no mistake: nothing is marked until it is sent on again."""
        for each in self.asked:
            each.form.full_clean()
            each.form.errors.clear()

    @property
    def details(self) -> Details:
        """Everything that was answered, in one."""
        return {name: value for each in self.asked for name, value in each.form.cleaned_data.items()}

    @property
    def words(self) -> str:
        """What was typed, for those who look for links in it."""
        return " ".join(value for value in self.details.values() if isinstance(value, str))

    @property
    def initial_words(self) -> str:
        """The same of what was answered before."""
        return " ".join(value for each in self.asked for value in each.form.initial.values() if isinstance(value, str))

    def attach(self, post: Post) -> None:
        for each in self.asked:
            each.by.attach(post, each.form.cleaned_data)

    def change(self, post: Post) -> None:
        for each in self.asked:
            each.by.change(post, each.form.cleaned_data)

    def facts(self, site: Site) -> list[Fragment]:
        said = (each.by.facts(each.form.cleaned_data, site) for each in self.asked)
        return [fragment for fragment in said if fragment]


def ask(kind: str, site: Site, *, data: object = None, initial: Mapping[str, Details] | None = None) -> Questions:
    """The questions of a kind's form: empty, filled by name of the asker, or bound to what was sent."""
    made = []
    for by in askers(kind):
        given = (initial or {}).get(name_of(by))
        made.append(Asked(by, by.form(data, site=site, initial=given) if given else by.form(data, site=site)))
    return Questions(made)


def ask_again(post: Post, site: Site) -> Questions:
    """The questions of a post that is there, with its answers."""
    return ask(post.kind, site, initial={name_of(by): by.initial(post) for by in askers(post.kind)})


def name_of(by: Extra | Companion) -> str:
    return by.kind if isinstance(by, Extra) else by.name
