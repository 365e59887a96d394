"""Where Flet 1.0.5 takes long over what does not matter: controls made, compared and let go.

Owns, with `flet_mends`, every touch of Flet's private parts outside the tests. What is sent and
what is told to controls stays the same; a test compares. Must know nothing of DoCheck.

A control has about sixty properties, and an app sets five of them. Flet keeps only those five,
but sets all sixty as it makes a control, and looks through all sixty for controls inside it
whenever one comes or goes: that was most of the time that a new screen took.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from functools import cache, wraps
from types import SimpleNamespace
from typing import Any, Final

from flet.controls import base_control, object_patch
from flet.controls.base_control import BaseControl
from flet.controls.object_patch import DiffBuilder
from flet.controls.value_types import Prop, _get_raw_descriptor
from flet.messaging.protocol import Message
from flet.messaging.session import Session

#: Types of values that hold no control.
_PLAIN: Final = frozenset({type(None), bool, int, float, str})
_COLLECTIONS: Final = frozenset({list, dict})
#: The name under which dataclasses keep their fields, those for their making included.
_FIELDS: Final = "__dataclass_fields__"


@cache
def quicken() -> None:
    """Have Flet pass over what is not set, once for the process."""
    _look_through_what_is_set()
    _pass_over_plain_values()
    _pass_over_what_is_the_same()
    _draw_outer_parts_first()
    _set_only_what_is_given()
    _keep_no_words_for_a_log()


def _look_through_what_is_set() -> None:
    """A control's fields are those that it holds a value for; all others are plain defaults."""
    told: Any = object_patch
    told.dataclasses = SimpleNamespace(is_dataclass=_is_dataclass, fields=_fields_with_values)


def _is_dataclass(value: object) -> bool:
    return hasattr(type(value), _FIELDS)


def _fields_with_values(item: Any) -> Iterable[dataclasses.Field[Any]]:
    """The fields in which `item` can differ from another or hold something.

    What was set back to its default has no value, but is still to be told.
    """
    values = getattr(item, "_values", None)
    if values is None:
        return dataclasses.fields(item)
    fields = getattr(type(item), _FIELDS)
    names = dict.fromkeys((*values, *item._dirty, *type(item)._structural_fields))
    return [fields[name] for name in names if name in fields]


def _pass_over_plain_values() -> None:
    """What has no controls in it is not searched for any; Flet made a generator for each."""

    def passing(searched: Callable[..., Iterable[Any]]) -> Callable[..., Iterable[Any]]:
        @wraps(searched)
        def mended(self: DiffBuilder, item: object, *args: Any) -> Iterable[Any]:
            return () if type(item) in _PLAIN else searched(self, item, *args)

        return mended

    for name in ("_configure_dataclass", "_removed_controls"):
        setattr(DiffBuilder, name, passing(getattr(DiffBuilder, name)))


def _pass_over_what_is_the_same() -> None:
    """Plain values that are equal, and two empty collections, are not compared any further."""
    compare = DiffBuilder._compare_values

    @wraps(compare)
    def mended(
        self: DiffBuilder, parent: Any, path: Any, key: Any, src: Any, dst: Any, frozen: bool
    ) -> None:
        kind = type(src)
        if kind is type(dst) and (
            src == dst if kind in _PLAIN else kind in _COLLECTIONS and not src and not dst
        ):
            return
        compare(self, parent, path, key, src, dst, frozen)

    DiffBuilder._compare_values = mended


class _OuterFirst(set[BaseControl]):
    """Controls that wait to be drawn: those nearer to the page come first.

    What is drawn with them is not drawn again by itself; in the order in which a set happens to
    be, one place was drawn up to three times.
    """

    def __iter__(self) -> Iterator[BaseControl]:
        return iter(sorted(super().__iter__(), key=_depth))


def _depth(control: BaseControl) -> int:
    depth, above = 0, control.parent
    while above is not None:
        depth, above = depth + 1, above.parent
    return depth


def _draw_outer_parts_first() -> None:
    begin = Session.__init__

    @wraps(begin)
    def mended(self: Session, *args: Any, **kwargs: Any) -> None:
        begin(self, *args, **kwargs)
        private: Any = self
        private._Session__pending_updates = _OuterFirst()

    Session.__init__ = mended


def _set_only_what_is_given() -> None:
    """A control is made by setting what it was given."""
    make = base_control._apply_control

    @wraps(make)
    def applied(cls: type, *args: Any, **kwargs: Any) -> type:
        made: Any = make(cls, *args, **kwargs)
        made.__init__ = sparse_init(made)
        return made

    base_control._apply_control = applied
    for cls in _made_already(BaseControl):
        cls.__init__ = sparse_init(cls)


def _made_already(cls: type) -> Iterator[Any]:
    for below in cls.__subclasses__():
        if "_structural_fields" in vars(below):
            yield below
        yield from _made_already(below)


def sparse_init(cls: Any) -> Callable[..., None]:
    """What makes a control as its own `__init__` does, without setting what has its default.

    Whatever cannot be made so, and every call that is wrong, goes to the own `__init__`, with its
    errors.
    """
    whole = cls.__init__
    fields: dict[str, Any] = {
        name: field
        for name, field in getattr(cls, _FIELDS).items()
        if field._field_type is not dataclasses._FIELD_CLASSVAR  # type: ignore[attr-defined]
    }
    props = {
        name: descriptor.default
        for name in fields
        if isinstance(descriptor := _get_raw_descriptor(cls, name), Prop)
    }
    init_only = [name for name, field in fields.items() if _is_init_only(field)]
    taken = frozenset(name for name, field in fields.items() if field.init)
    if whole.__code__.co_filename != "<string>" or any(
        fields[name].default is dataclasses.MISSING for name in init_only
    ):
        return whole
    in_order = [name for name, field in fields.items() if field.init and not field.kw_only]
    needed = frozenset(
        name
        for name in taken
        if fields[name].default is dataclasses.MISSING
        and fields[name].default_factory is dataclasses.MISSING
    )
    factories = [
        (name, field.default_factory)
        for name, field in fields.items()
        if field.default_factory is not dataclasses.MISSING
    ]
    defaults = [
        (name, field.default)
        for name, field in fields.items()
        if name not in props
        and name not in init_only
        and field.init
        and field.default is not dataclasses.MISSING
    ]

    @wraps(whole)
    def made(self: Any, *args: Any, **given: Any) -> None:
        named = dict(zip(in_order, args, strict=False))
        is_right = len(named) == len(args) and named.keys().isdisjoint(given)
        named.update(given)
        if not (is_right and named.keys() <= taken and needed <= named.keys()):
            whole(self, *args, **given)
            return
        for name, factory in factories:
            if name not in named:
                setattr(self, name, factory())
        for name, default in defaults:
            if name not in named:
                setattr(self, name, default)
        values = self._values
        for name, value in named.items():
            if name not in props:
                if name not in init_only:
                    setattr(self, name, value)
            elif value is not (default := props[name]) and value != default:
                values[name] = value
        self.__post_init__(*[named.get(name, fields[name].default) for name in init_only])

    return made


def _is_init_only(field: Any) -> bool:
    """Whether a field is only handed to what comes after the making."""
    return field._field_type is dataclasses._FIELD_INITVAR  # type: ignore[attr-defined]


def _keep_no_words_for_a_log() -> None:
    """What is compared and sent is not told to a log that nobody reads.

    What is compared was told thousands of times a screen. A message was put into words whole,
    before it was asked whether anybody reads them: with each new control, and all that a
    component was given, thousands of tasks for each week of a month.
    """
    told: Any = object_patch
    told.logger = SimpleNamespace(debug=_say_nothing)
    Message.__format__ = _name


def _name(message: Message, _spec: str) -> str:
    return f"Message({message.action.name})"


def _say_nothing(*_words: object) -> None:
    pass
