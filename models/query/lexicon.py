"""The words of queries: names of operators and of what they take, of both languages together.

Keys are folded, with a hyphen for each space. The first name of a thing is the
one that a query is printed with.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from models.query.tree import DateField, NameField, Part, PeriodKind, SpanField, State

T = TypeVar("T")

OR = frozenset({"or", "atau"})
MISSED = frozenset({"missed", "overdue", "terlewat"})


def _by_name(names: Mapping[T, str]) -> dict[str, T]:
    return {name: thing for thing, several in names.items() for name in several.split()}


DATE_FIELDS = _by_name(
    {
        DateField.DUE: "due tenggat deadline date tanggal",
        DateField.START: "start mulai",
        DateField.READY: "ready siap",
        DateField.COMPLETED: "completed selesai done",
        DateField.CREATED: "created dibuat",
    }
)
SPAN_FIELDS = _by_name(
    {
        SpanField.LEAD: "lead persiapan",
        SpanField.ESTIMATE: "estimate est perkiraan durasi",
    }
)
NAME_FIELDS = _by_name(
    {
        NameField.GOAL: "goal tujuan",
        NameField.TAG: "tag label",
        NameField.WITH: "with orang bersama",
    }
)
PRIORITY_FIELDS = frozenset({"priority", "prioritas"})
STATE_FIELDS = frozenset({"is", "status"})
HAVING_FIELDS = frozenset({"has", "ada", "punya"})
LACKING_FIELDS = frozenset({"no", "tanpa"})

PRIORITIES = {
    **{f"p{level}": level for level in range(1, 5)},
    **{str(level): level for level in range(1, 5)},
    "high": 1,
    "tinggi": 1,
    "medium": 2,
    "sedang": 2,
    "low": 3,
    "rendah": 3,
    "none": 4,
    "biasa": 4,
}
#: The priorities that are understood without an operator.
BARE_PRIORITIES = frozenset({"p1", "p2", "p3", "p4"})

STATES = _by_name(
    {
        State.OPEN: "open todo terbuka belum belum-selesai",
        State.STARTED: "started in-progress dimulai berjalan",
        State.DONE: "done completed selesai",
        State.CANCELLED: "cancelled canceled batal dibatalkan",
        State.MISSED: "missed overdue terlewat",
        State.PINNED: "pinned disematkan sematan",
        State.REPEATING: "repeating recurring berulang",
        State.STEP: "step langkah",
        State.TRASHED: "trashed deleted trash sampah dihapus",
    }
)

PARTS = _by_name(
    {
        Part.DATE: "date due tanggal tenggat deadline",
        Part.TIME: "time jam waktu",
        Part.START: "start mulai",
        Part.LEAD: "lead persiapan",
        Part.ESTIMATE: "estimate est perkiraan durasi",
        Part.GOAL: "goal tujuan",
        Part.TAG: "tag tags label labels",
        Part.PEOPLE: "people with orang",
        Part.PRIORITY: "priority prioritas",
        Part.NOTES: "notes note catatan",
        Part.LINK: "link url tautan",
        Part.STEPS: "steps step langkah",
        Part.REPEAT: "repeat ulang pengulangan",
        Part.REMINDER: "reminder pengingat",
    }
)

_PERIODS: Mapping[tuple[PeriodKind, int], str] = {
    (PeriodKind.DAY_FROM_TODAY, 0): "today hari-ini",
    (PeriodKind.DAY_FROM_TODAY, 1): "tomorrow besok bsk",
    (PeriodKind.DAY_FROM_TODAY, 2): "lusa day-after-tomorrow",
    (PeriodKind.DAY_FROM_TODAY, -1): "yesterday kemarin",
    (PeriodKind.WEEK_FROM_THIS, 0): "this-week minggu-ini pekan-ini week pekan",
    (PeriodKind.WEEK_FROM_THIS, 1): "next-week minggu-depan pekan-depan",
    (PeriodKind.WEEK_FROM_THIS, -1): "last-week minggu-lalu pekan-lalu",
    (PeriodKind.MONTH_FROM_THIS, 0): "this-month bulan-ini month bulan",
    (PeriodKind.MONTH_FROM_THIS, 1): "next-month bulan-depan",
    (PeriodKind.MONTH_FROM_THIS, -1): "last-month bulan-lalu",
    (PeriodKind.YEAR_FROM_THIS, 0): "this-year tahun-ini year tahun",
    (PeriodKind.YEAR_FROM_THIS, 1): "next-year tahun-depan",
    (PeriodKind.YEAR_FROM_THIS, -1): "last-year tahun-lalu",
    (PeriodKind.WEEKDAY, 0): "monday mon senin sen",
    (PeriodKind.WEEKDAY, 1): "tuesday tue selasa sel",
    (PeriodKind.WEEKDAY, 2): "wednesday wed rabu rab",
    (PeriodKind.WEEKDAY, 3): "thursday thu kamis kam",
    (PeriodKind.WEEKDAY, 4): "friday fri jumat jum'at jum",
    (PeriodKind.WEEKDAY, 5): "saturday sat sabtu sab",
    (PeriodKind.WEEKDAY, 6): "sunday sun minggu ahad min",
}
PERIODS = _by_name(_PERIODS)
#: The name that each of `PERIODS` is printed with.
PERIOD_NAMES = {period: names.split()[0] for period, names in _PERIODS.items()}
