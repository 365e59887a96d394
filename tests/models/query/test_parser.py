"""What people type, as a tree: both languages, and what is only text."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import QueryFault, Refusal, TextTooLong, UnreadableQuery
from models.query import Query, parse, printed
from models.query.parser import QUERY_LIMIT
from models.query.tree import (
    EVERYTHING,
    Being,
    Comparison,
    Dated,
    DateField,
    Either,
    Every,
    Having,
    Lasting,
    Named,
    NameField,
    Negated,
    Part,
    Period,
    PeriodKind,
    Prioritised,
    SpanField,
    State,
    Text,
    is_about_status,
    is_about_trash,
)

SAME, LESS, MOST = Comparison.EQUAL, Comparison.LESS, Comparison.AT_MOST
MORE, LEAST = Comparison.MORE, Comparison.AT_LEAST


def _due(kind: PeriodKind, *numbers: int, by: Comparison = SAME) -> Dated:
    return Dated(DateField.DUE, by, Period(kind, numbers))


DAY, WEEK = PeriodKind.DAY_FROM_TODAY, PeriodKind.WEEK_FROM_THIS
CONDITIONS: dict[str, Query] = {
    "reels": Text("reels"),
    '"satu  dua"': Text("satu  dua"),
    '"lima ""inci"""': Text('lima "inci"'),
    '5"': Text('5"'),
    "due:today": _due(DAY, 0),
    "DUE:Today": _due(DAY, 0),
    "tenggat:besok": _due(DAY, 1),
    'due:"hari ini"': _due(DAY, 0),
    "tanggal:lusa": _due(DAY, 2),
    "deadline:kemarin": _due(DAY, -1),
    "due:<2026-12-01": _due(PeriodKind.DATE, 2026, 12, 1, by=LESS),
    "due<=1/12/2026": _due(PeriodKind.DATE, 2026, 12, 1, by=MOST),
    "due:2026-12": _due(PeriodKind.MONTH, 2026, 12),
    "due:this-week": _due(WEEK, 0),
    "tenggat:minggu-depan": _due(WEEK, 1),
    "due:pekan_lalu": _due(WEEK, -1),
    "due:<7d": _due(DAY, 7, by=LESS),
    "tenggat:>=-2pekan": _due(DAY, -14, by=LEAST),
    "due:jumat": _due(PeriodKind.WEEKDAY, 4),
    "due:bulan-ini": _due(PeriodKind.MONTH_FROM_THIS, 0),
    "selesai:hari-ini": Dated(DateField.COMPLETED, SAME, Period(DAY, (0,))),
    "siap:today": Dated(DateField.READY, SAME, Period(DAY, (0,))),
    "mulai>kemarin": Dated(DateField.START, MORE, Period(DAY, (-1,))),
    "dibuat:today": Dated(DateField.CREATED, SAME, Period(DAY, (0,))),
    "due:today..2026-12-31": Dated(
        DateField.DUE, SAME, Period(DAY, (0,)), Period(PeriodKind.DATE, (2026, 12, 31))
    ),
    "lead>1h": Lasting(SpanField.LEAD, MORE, timedelta(hours=1)),
    "persiapan:>=1jam30mnt": Lasting(SpanField.LEAD, LEAST, timedelta(minutes=90)),
    "estimate>=2h": Lasting(SpanField.ESTIMATE, LEAST, timedelta(hours=2)),
    'perkiraan:<"1,5 jam"': Lasting(SpanField.ESTIMATE, LESS, timedelta(minutes=90)),
    "estimate:45": Lasting(SpanField.ESTIMATE, SAME, timedelta(minutes=45)),
    "lead:1hari": Lasting(SpanField.LEAD, SAME, timedelta(days=1)),
    'goal:"Konten Desember"': Named(NameField.GOAL, "Konten Desember"),
    "tujuan:konten*": Named(NameField.GOAL, "konten*"),
    "#reels": Named(NameField.TAG, "reels"),
    '#"dua kata"': Named(NameField.TAG, "dua kata"),
    "tag:reels": Named(NameField.TAG, "reels"),
    "label:reels": Named(NameField.TAG, "reels"),
    "with:Raka": Named(NameField.WITH, "Raka"),
    "orang:Raka": Named(NameField.WITH, "Raka"),
    "p1": Prioritised(1),
    "P4": Prioritised(4),
    "prioritas:tinggi": Prioritised(1),
    "missed": Being(State.MISSED),
    "terlewat": Being(State.MISSED),
    "is:done": Being(State.DONE),
    "is:selesai": Being(State.DONE),
    "is:belum": Being(State.OPEN),
    "is:pinned": Being(State.PINNED),
    "is:berulang": Being(State.REPEATING),
    "status:sampah": Being(State.TRASHED),
    "no:date": Having(Part.DATE, is_lacking=True),
    "tanpa:tanggal": Having(Part.DATE, is_lacking=True),
    "no:goal": Having(Part.GOAL, is_lacking=True),
    "tanpa:tag": Having(Part.TAG, is_lacking=True),
    "has:notes": Having(Part.NOTES),
    "ada:tautan": Having(Part.LINK),
    "-#reels": Negated(Named(NameField.TAG, "reels")),
    "a b": Every((Text("a"), Text("b"))),
    "a or b": Either((Text("a"), Text("b"))),
    "a ATAU b": Either((Text("a"), Text("b"))),
    "a b or c": Either((Every((Text("a"), Text("b"))), Text("c"))),
    "a (b or c)": Every((Text("a"), Either((Text("b"), Text("c"))))),
    "-(a b)": Negated(Every((Text("a"), Text("b")))),
    "((a))": Text("a"),
    "": EVERYTHING,
    " () ": EVERYTHING,
}
#: What looks like the language, and is text to be found.
TEXTS = {
    "catatan:x": ["catatan:x"],
    'catatan:"x y"': ["catatan:x y"],
    "https://docheck.id/a?b=1": ["https://docheck.id/a?b=1"],
    "10:30": ["10:30"],
    "due:": ["due:"],
    "goal>x": ["goal>x"],
    "or a atau": ["or", "a", "atau"],
    "rapat :)": ["rapat", ":)"],
    "f(x)": ["f(x)"],
    "a - b": ["a", "-", "b"],
    "--x": ["--x"],
    "#": ["#"],
    '"p1" "missed"': ["p1", "missed"],
    '"tak ditutup': ["tak ditutup"],
    "p5 p10": ["p5", "p10"],
    'x"y"': ['x"y"'],
}
REFUSED = {
    "due:someday": (QueryFault.NO_DAY, "someday", 0),
    "a tenggat:2026-02-30": (QueryFault.NO_DAY, "2026-02-30", 2),
    "due:1969-01-01": (QueryFault.NO_DAY, "1969-01-01", 0),
    "due:<today..tomorrow": (QueryFault.NO_DAY, "today..tomorrow", 0),
    "lead>banyak": (QueryFault.NO_SPAN, "banyak", 0),
    "estimate:1h1x": (QueryFault.NO_SPAN, "1h1x", 0),
    "prioritas:9": (QueryFault.NO_PRIORITY, "9", 0),
    "x -is:biru": (QueryFault.NO_STATE, "biru", 3),
    'tanpa:"apa pun"': (QueryFault.NO_PART, "apa pun", 0),
    "a (b": (QueryFault.NOT_CLOSED, "(", 2),
    "(" * 30 + "a" + ")" * 30: (QueryFault.TOO_DEEP, "(", 20),
}


@pytest.mark.parametrize("text", CONDITIONS)
def test_what_is_typed_is_understood(text: str) -> None:
    assert parse(text) == CONDITIONS[text]


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_no_operator_is_text(text: str) -> None:
    query = parse(text)
    found = query.queries if isinstance(query, Every) else (query,)
    assert [one.text for one in found if isinstance(one, Text)] == TEXTS[text]
    assert len(found) == len(TEXTS[text])


@pytest.mark.parametrize("text", REFUSED)
def test_what_cannot_be_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(UnreadableQuery) as caught:
        parse(text)
    refusal = caught.value
    assert (refusal.fault, refusal.text, refusal.position) == REFUSED[text]


def test_a_query_has_a_limit() -> None:
    parse("x" * QUERY_LIMIT)
    with pytest.raises(TextTooLong):
        parse("x" * (QUERY_LIMIT + 1))


def test_each_part_has_its_place_in_the_text() -> None:
    text = 'a  (#b or -"c d") due:today'
    query = parse(text)
    assert isinstance(query, Every)
    assert [text[slice(*one.span)] for one in query.queries] == [
        "a",
        '(#b or -"c d")',
        "due:today",
    ]
    choice = query.queries[1]
    assert isinstance(choice, Either)
    assert [text[slice(*one.span)] for one in choice.queries] == ["#b", '-"c d"']


@pytest.mark.parametrize(
    ("text", "status", "trash"),
    [
        ("#reels due:today", False, False),
        ("a or -is:done", True, False),
        ("missed", True, False),
        ("selesai:hari-ini", True, False),
        ("(is:trashed)", True, True),
    ],
)
def test_whether_it_says_which_tasks_it_means(text: str, status: bool, trash: bool) -> None:
    query = parse(text)
    assert (is_about_status(query), is_about_trash(query)) == (status, trash)


@pytest.mark.parametrize("text", [*CONDITIONS, *TEXTS])
def test_what_is_printed_says_the_same(text: str) -> None:
    assert parse(printed(parse(text))) == parse(text)


_PIECES = st.lists(
    st.sampled_from([*CONDITIONS, "or", "atau", "-", "(", ")", '"', "#", ":", "due:", "lead>", " "])
    | st.text(max_size=5),
    max_size=12,
)


@given(_PIECES.map("".join) | _PIECES.map(" ".join) | st.text())
def test_any_text_is_a_query_that_prints_or_a_refusal(text: str) -> None:
    try:
        query = parse(text)
    except Refusal:
        return
    again = printed(query)
    if len(again) <= QUERY_LIMIT:
        assert parse(again) == query
        assert printed(parse(again)) == again
