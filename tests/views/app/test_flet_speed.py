"""Flet, passing over what is not set: the same controls are made, told of, found and let go."""

import dataclasses
from collections.abc import Callable
from typing import Any, ClassVar

import flet as ft
import pytest
from flet.controls import object_patch
from flet.controls.base_control import BaseControl
from flet.controls.object_patch import DiffBuilder, ObjectPatch
from flet.messaging.protocol import Message, MessageAction
from hypothesis import given
from hypothesis import strategies as st

from tests.rig.flet_session import AppSession as Driver
from tests.rig.flet_session import run_app
from views.app.boundary import component
from views.app.flet_mends import mend
from views.app.flet_speed import sparse_init

mend()

#: What Flet's differ knows of dataclasses is replaced in it.
DIFFING: Any = object_patch
TEXT: Any = ft.Text
KINDS = (
    ft.Button, ft.Card, ft.Checkbox, ft.Column, ft.Container, ft.Dropdown, ft.FilledButton,
    ft.GestureDetector, ft.Icon, ft.IconButton, ft.ListTile, ft.ListView, ft.NavigationBar,
    ft.PopupMenuButton, ft.PopupMenuItem, ft.Row, ft.Semantics, ft.Stack, ft.Switch, ft.Text,
    ft.TextField, ft.TextSpan, ft.View,
)  # fmt: skip


def _state(control: Any) -> dict[str, Any]:
    """All that an instance holds; each has an id and hook states of its own."""
    return {name: value for name, value in vars(control).items() if name != "_i"}


def _made_by(init: Callable[..., None], kind: type, *args: Any, **given: Any) -> Any:
    control = object.__new__(kind)
    init(control, *args, **given)
    return control


@pytest.mark.parametrize("kind", KINDS)
def test_a_control_is_made_as_flet_makes_it(kind: Any) -> None:
    whole = kind.__init__.__wrapped__
    quick = kind.__init__
    calls: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
        ((), {}),
        ((), {"key": "k", "visible": False, "tooltip": "why", "data": 7}),
        ((), {"visible": True, "opacity": 1.0, "expand": None}),
    ]
    required = {
        field.name
        for field in dataclasses.fields(kind)
        if field.init
        and field.default is dataclasses.MISSING
        and field.default_factory is dataclasses.MISSING
    }
    taken = {field.name for field in dataclasses.fields(kind) if field.init}
    for args, given_ in calls:
        named = dict.fromkeys(required) | {k: v for k, v in given_.items() if k in taken}
        assert _state(_made_by(quick, kind, *args, **named)) == _state(
            _made_by(whole, kind, *args, **named)
        )


@pytest.mark.parametrize("kind", [ft.Text, ft.Column, ft.Container, ft.Icon, ft.Button])
def test_what_is_given_by_place_goes_where_flet_puts_it(kind: Any) -> None:
    one, other = (
        _made_by(init, kind, "first") for init in (kind.__init__, kind.__init__.__wrapped__)
    )
    assert _state(one) == _state(other)


@pytest.mark.parametrize(
    "wrong", [lambda: TEXT(nothing_of_that_name=1), lambda: TEXT("a", value="b")]
)
def test_a_wrong_call_is_refused_with_flets_words(wrong: Callable[[], object]) -> None:
    with pytest.raises(TypeError, match="__init__"):
        wrong()


def test_a_reference_is_set() -> None:
    reference = ft.Ref[ft.Text]()
    text = ft.Text("a", ref=reference)
    assert reference.current is text


def test_an_init_of_ones_own_is_left_alone() -> None:
    class Own:
        """Made by hand, but with fields."""

        __dataclass_fields__: ClassVar[dict[str, Any]] = {}

        def __init__(self) -> None:
            self.is_made = True

    assert sparse_init(Own) is Own.__init__


@pytest.mark.parametrize("name", ["_configure_dataclass", "_removed_controls"])
def test_as_many_controls_come_and_go_as_flet_finds_by_itself(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those in lists, in single properties, and in the values of properties."""
    menu = ft.PopupMenuButton(
        items=[ft.PopupMenuItem("open", icon=ft.Icon(ft.Icons.ADD)), ft.PopupMenuItem()],
        tooltip=ft.Tooltip("menu"),
    )
    tree = ft.Column(
        [
            ft.Container(ft.Row([ft.Text("a", spans=[ft.TextSpan("b")]), menu])),
            ft.TextField(prefix=ft.Icon(ft.Icons.SEARCH)),
        ]
    )

    class AsItComes(DiffBuilder):
        """Flet's own search, without the mend."""

    setattr(AsItComes, name, getattr(DiffBuilder, name).__wrapped__)
    arguments = (None, False) if name == "_configure_dataclass" else (True,)

    def found(kind: type[DiffBuilder]) -> set[int]:
        search = getattr(kind(None, None, BaseControl), name)
        return {each._i for each in search(tree, *arguments)}

    quickly = found(DiffBuilder)
    monkeypatch.setattr(DIFFING, "dataclasses", dataclasses)
    assert quickly == found(AsItComes)
    assert len(quickly) == 11


def _who(control: Any) -> object:
    """What a list tells its controls apart by: two of one key are a fault of the app."""
    return control.key or id(control)


leaves = st.builds(
    lambda value, size, key: ft.Text(value, size=size, key=key),
    st.sampled_from(["a", "b", ""]),
    st.sampled_from([None, 12]),
    st.sampled_from([None, "k", "l"]),
)
trees = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(lambda many: ft.Column(many), st.lists(inner, max_size=3, unique_by=_who)),
        st.builds(
            lambda one, colour: ft.Container(one, bgcolor=colour),
            inner,
            st.sampled_from([None, "red", "blue"]),
        ),
        st.builds(lambda one, wrap: ft.Row([one], wrap=wrap), inner, st.booleans()),
    ),
    max_leaves=6,
)


@given(trees, trees)
def test_what_changed_is_told_as_flet_tells_it(before: Any, after: Any) -> None:
    def told(fields: Any) -> tuple[list[str], list[int], list[int]]:
        quick, DIFFING.dataclasses = DIFFING.dataclasses, fields
        try:
            parent = ft.Column()
            old, new = _copy(before), _copy(after)
            for made in (old, new):
                object.__setattr__(made, "_frozen", True)
            patch, added, removed = ObjectPatch.from_diff(
                {"_b": old}, {"_b": new}, control_cls=BaseControl, parent=parent, frozen=True
            )
        finally:
            DIFFING.dataclasses = quick
        ops = [f"{op['op']} {op.get('path')} {op.get('from')}" for op in patch.patch]
        return sorted(ops), _kinds(added), _kinds(removed)

    def _kinds(controls: list[Any]) -> list[int]:
        return sorted(hash((type(each), repr(_plain(each)))) for each in controls)

    assert told(DIFFING.dataclasses) == told(dataclasses)


def _plain(control: Any) -> list[tuple[str, Any]]:
    return sorted(
        (name, value) for name, value in control._values.items() if isinstance(value, str | float)
    )


def _copy(control: Any) -> Any:
    """The same description of a control, made anew."""
    given_ = {
        name: [_copy(each) for each in value]
        if isinstance(value, list)
        else _copy(value)
        if isinstance(value, BaseControl)
        else value
        for name, value in control._values.items()
    }
    more = (
        {"controls": [_copy(each) for each in control.controls]}
        if hasattr(control, "controls")
        else {}
    )
    return type(control)(**(given_ | more))


class ObservedCount(ft.Observable):
    """A number that components watch."""

    def __init__(self) -> None:
        self.count = 0


drawings: list[str] = []


@component
def Outer(here: ObservedCount) -> ft.Control:
    """Draws `Inner`, and watches what it watches."""
    ft.use_state(here)
    drawings.append("outer")
    return ft.Column([Inner(here), Inner(here)])


@component
def Inner(here: ObservedCount) -> ft.Control:
    """A part of `Outer`."""
    now, _ = ft.use_state(here)
    drawings.append("inner")
    return ft.Text(f"at {now.count}")


def test_what_is_drawn_with_its_surroundings_is_not_drawn_again_by_itself() -> None:
    here = ObservedCount()

    async def check() -> None:
        async with Driver(lambda page: page.render(Outer, here)) as app:
            drawings.clear()
            here.count += 1
            await app.settle()
            assert app.texts() == ["at 1", "at 1"]

    run_app(check)
    assert drawings == ["outer", "inner", "inner"]


def test_a_message_is_not_put_into_words() -> None:
    class Sent:
        """What is sent; putting it into words would take long."""

        def __repr__(self) -> str:
            raise AssertionError("it was put into words")

    assert f"{Message(MessageAction.PATCH_CONTROL, Sent())}" == "Message(PATCH_CONTROL)"
