from django.http import QueryDict

from commonwire.features import typed
from commonwire.features.typed import Typed, TypedRow, read_typed


def sent(text: str) -> QueryDict:
    return QueryDict(text.replace("\n", "&").replace(" ", ""))


def link(label: str) -> dict[str, str]:
    return {"kind": "", "label": label, "target": ""}


def test_what_is_written_out_is_read_again() -> None:
    whole = Typed(
        words={name: f"{name} ä&=" for name in (*typed.WORDS, *typed.UPLOAD)},
        many={"regions": ["a", "b"], "topics": []},
        rows=[
            TypedRow({"label": "Coverage", "kind_first": "photo", "fills_from": ""}, [link("one"), link("two")], 0),
            TypedRow({"label": "", "kind_first": "", "fills_from": "coverage"}, [], 1),
        ],
        quotations=[{"words": "w\n\nw", "speaker": "s", "source": "/n/x/", "paragraph": "3"}],
        pictures=[{"file": "x:y", "title": "", "alt": "a", "caption": "c\nd", "credit": ""}],
    )
    whole.asked = {"about_action": ["day-one"], "ways": ["a", "b"]}
    assert read_typed(whole.data, ["about_action", "ways", "not_sent"]) == whole


def test_numbers_give_the_order_and_marks_remove() -> None:
    form = sent(
        """rows=3
        row-0-label=first
        row-0-order=3
        row-0-links=4
        link-0-0-label=a
        link-0-0-order=2
        link-0-1-label=b
        link-0-1-order=1,5
        link-0-2-label=c
        link-0-2-remove=on
        link-0-3-label=d
        link-0-3-order=nan
        row-1-label=second
        row-1-order=1
        row-2-label=third
        row-2-remove=on
        quotations=2
        quotation-0-words=x
        quotation-0-order=2
        quotation-1-words=y
        quotation-1-order=1"""
    )
    read = read_typed(form)
    assert [(row.said["label"], row.number, [each["label"] for each in row.links]) for row in read.rows] == [
        ("second", 1, []),
        ("first", 0, ["b", "a", "d"]),
    ]
    assert [each["words"] for each in read.quotations] == ["y", "x"]


def test_nonsense_numbers_are_nothing() -> None:
    for number in ("", "-1", "x", "²", "99999999999999999999", "1e3"):
        assert read_typed(QueryDict()) == read_typed(sent(f"rows={number}&quotations={number}&pictures={number}"))
    assert len(read_typed(sent("rows=999")).rows) == typed.MOST_ROWS


def test_no_more_is_added_than_a_form_can_carry() -> None:
    full = Typed()
    assert [full.add_row(link(str(number))) for number in range(typed.MOST_ROWS + 1)] == [True] * typed.MOST_ROWS + [False]
    full.rows[0].number = 0
    more = [link("more")] * (typed.MOST_LINKS - typed.MOST_ROWS)
    assert (full.add_links(0, *more), full.add_links(0, link("one more")), full.is_too_much) == (True, False, False)
    full.rows[1].links.append(link("by hand"))
    assert full.is_too_much
    assert [full.add_quotation() for _ in range(typed.MOST_QUOTATIONS + 1)][-2:] == [True, False]
    assert [full.add_picture({"file": "x"}) for _ in range(typed.MOST_PICTURES + 1)][-2:] == [True, False]
    assert len(full.pairs) < 600 - 60  # settings.DATA_UPLOAD_MAX_NUMBER_FIELDS, with room for regions and topics


def test_links_go_to_the_row_that_bore_the_number_and_else_to_a_new_one() -> None:
    read = read_typed(sent("rows=2&row-0-order=2&row-0-label=a&row-1-order=1&row-1-label=b"))
    assert read.add_links(0, link("x"))
    assert read.add_links(7, link("y"))
    assert [(row.said["label"], [each["label"] for each in row.links]) for row in read.rows] == [("b", []), ("a", ["x"]), ("", ["y"])]


def test_what_is_empty_is_forgotten() -> None:
    read = Typed(rows=[TypedRow({"label": " ", "kind_first": ""}, [link(" ")]), TypedRow({"label": "Kept", "kind_first": ""}, [link("")])])
    read.add_quotation()
    read.forget_empty()
    assert ([(row.said["label"], row.links) for row in read.rows], read.quotations) == ([("Kept", [])], [])
