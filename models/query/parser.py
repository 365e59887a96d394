"""From the text of a query to its tree.

Whatever can be text to be found is: an operator without a value, an ``or`` with
nothing beside it, a parenthesis that closes nothing, a quote that nobody closed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum

from models.errors import QueryFault, TextTooLong, UnreadableQuery
from models.folding import folded
from models.query import lexicon
from models.query.tree import (
    EVERYTHING,
    Being,
    Comparison,
    Dated,
    Either,
    Every,
    Having,
    Lasting,
    Named,
    Negated,
    Prioritised,
    Query,
    Span,
    State,
    Text,
)
from models.query.values import name_of, read_length, read_period

QUERY_LIMIT = 500
#: Parentheses in parentheses; a person needs two or three.
_DEPTH_LIMIT = 20
#: As text, so that a start does not wait until it is compiled.
_OPERATOR = r"([^\W\d_][\w-]*)(:?(?:<=|>=|[<>=])|:)"
#: After these a quote begins a phrase; inside a word it is an inch.
_BEFORE_PHRASE = frozenset(":<>=#")


class _Kind(Enum):
    OPEN = 1
    CLOSE = 2
    MINUS = 3
    OR = 4
    TERM = 5


@dataclass(frozen=True, slots=True)
class _Token:
    """`bare` is what stands outside quotes, `phrase` what stands in them, if anything does."""

    kind: _Kind
    span: Span
    bare: str = ""
    phrase: str | None = None


def parse(text: str) -> Query:
    """The query that `text` asks; `EVERYTHING` where it asks nothing.

    Raises:
        UnreadableQuery: an operator cannot have that value, or a parenthesis is not closed.
        TextTooLong: it has more than `QUERY_LIMIT` characters.
    """
    if len(text) > QUERY_LIMIT:
        raise TextTooLong("query", len(text), QUERY_LIMIT)
    parser = _Parser(_with_choices(_tokens(text)))
    return parser.either(0) or EVERYTHING


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    at, opened = 0, 0
    while at < len(text):
        character, following = text[at], text[at + 1 : at + 2]
        if character.isspace():
            at += 1
        elif character == "(":
            tokens.append(_Token(_Kind.OPEN, (at, at + 1)))
            at, opened = at + 1, opened + 1
        elif character == ")" and opened:
            tokens.append(_Token(_Kind.CLOSE, (at, at + 1)))
            at, opened = at + 1, opened - 1
        elif character == "-" and following and following not in "-)" and not following.isspace():
            tokens.append(_Token(_Kind.MINUS, (at, at + 1)))
            at += 1
        else:
            tokens.append(_term(text, at, is_inside=opened > 0))
            at = tokens[-1].span[1]
    return tokens


def _term(text: str, start: int, *, is_inside: bool) -> _Token:
    """The word, phrase or operator at `start`."""
    at, opened = start, 0
    while at < len(text) and not text[at].isspace():
        character = text[at]
        if character == '"' and (at == start or text[at - 1] in _BEFORE_PHRASE):
            phrase, end = _phrase(text, at)
            return _Token(_Kind.TERM, (start, end), text[start:at], phrase)
        if character == "(":
            opened += 1
        elif character == ")":
            if opened == 0 and is_inside:
                break
            opened = max(0, opened - 1)
        at += 1
    bare = text[start:at]
    kind = _Kind.OR if bare.casefold() in lexicon.OR else _Kind.TERM
    return _Token(kind, (start, at), bare)


def _phrase(text: str, start: int) -> tuple[str, int]:
    """What stands between the quote at `start` and the next; two quotes mean one."""
    at, said = start + 1, ""
    while at < len(text):
        if text[at] != '"':
            said += text[at]
        elif text[at + 1 : at + 2] == '"':
            said += '"'
            at += 1
        else:
            return said, at + 1
        at += 1
    return said, at


def _with_choices(tokens: list[_Token]) -> list[_Token]:
    """The tokens; an ``or`` that has nothing on one side is a word."""
    before, after = (_Kind.TERM, _Kind.CLOSE), (_Kind.TERM, _Kind.OPEN, _Kind.MINUS)
    kept: list[_Token] = []
    for place, token in enumerate(tokens):
        following = tokens[place + 1].kind if place + 1 < len(tokens) else None
        is_choice = kept and kept[-1].kind in before and following in after
        kept.append(
            replace(token, kind=_Kind.TERM) if token.kind is _Kind.OR and not is_choice else token
        )
    return kept


class _Parser:
    """Goes through the tokens once, from left to right."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0

    def either(self, depth: int) -> Query | None:
        found = [self._every(depth)]
        while self._next_is(_Kind.OR):
            self._at += 1
            found.append(self._every(depth))
        kept = tuple(one for one in found if one is not None)
        return _joined(Either, kept)

    def _every(self, depth: int) -> Query | None:
        kept: list[Query] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token.kind in (_Kind.OR, _Kind.CLOSE):
                break
            if (one := self._one(depth)) is not None:
                kept.append(one)
        return _joined(Every, tuple(kept))

    def _one(self, depth: int) -> Query | None:
        token = self._tokens[self._at]
        self._at += 1
        match token.kind:
            case _Kind.MINUS:
                inner = self._one(depth)
                return inner and Negated(inner, (token.span[0], inner.span[1]))
            case _Kind.OPEN:
                return self._group(token, depth + 1)
        return _condition(token)

    def _group(self, opening: _Token, depth: int) -> Query | None:
        if depth > _DEPTH_LIMIT:
            raise UnreadableQuery(QueryFault.TOO_DEEP, "(", opening.span[0])
        inner = self.either(depth)
        if not self._next_is(_Kind.CLOSE):
            raise UnreadableQuery(QueryFault.NOT_CLOSED, "(", opening.span[0])
        end = self._tokens[self._at].span[1]
        self._at += 1
        return inner and replace(inner, span=(opening.span[0], end))

    def _next_is(self, kind: _Kind) -> bool:
        return self._at < len(self._tokens) and self._tokens[self._at].kind is kind


def _joined(kind: type[Every] | type[Either], queries: tuple[Query, ...]) -> Query | None:
    if len(queries) < 2:
        return queries[0] if queries else None
    return kind(queries, (queries[0].span[0], queries[-1].span[1]))


def _condition(token: _Token) -> Query | None:
    """What one word, phrase or operator says; None where nothing of it can be found."""
    bare, phrase, span = token.bare, token.phrase, token.span
    name = bare.casefold()
    if phrase is None and name in lexicon.BARE_PRIORITIES:
        return Prioritised(lexicon.PRIORITIES[name], span)
    if phrase is None and name in lexicon.MISSED:
        return Being(State.MISSED, span)
    if bare.startswith("#") and folded(bare[1:] + (phrase or "")):
        return Named(lexicon.NAME_FIELDS["tag"], bare[1:] + (phrase or ""), span)
    if match := re.match(_OPERATOR, bare, re.ASCII):
        value = bare[match.end() :] + (phrase or "")
        if folded(value) and (found := _operator(match[1], match[2], value, token)) is not None:
            return found
    text = bare + (phrase or "")
    return Text(text, span) if folded(text) else None


def _operator(said: str, sign: str, value: str, token: _Token) -> Query | None:
    """What the operator says; None when there is no such operator."""
    name, span = name_of(said), token.span
    comparison = Comparison(sign.removeprefix(":") or "=")
    if field := lexicon.DATE_FIELDS.get(name):
        first, dots, last = value.partition("..")
        period, until = read_period(first), read_period(last) if dots else None
        if period is None or (dots and (until is None or comparison is not Comparison.EQUAL)):
            raise _unreadable(QueryFault.NO_DAY, value, token)
        return Dated(field, comparison, period, until, span)
    if field := lexicon.SPAN_FIELDS.get(name):
        if (length := read_length(value)) is None:
            raise _unreadable(QueryFault.NO_SPAN, value, token)
        return Lasting(field, comparison, length, span)
    if comparison is not Comparison.EQUAL:
        return None
    if field := lexicon.NAME_FIELDS.get(name):
        return Named(field, value, span)
    return _choice(name, value, token)


def _choice(name: str, value: str, token: _Token) -> Query | None:
    """The operators that take one of a few words."""
    chosen, span = name_of(value), token.span
    if name in lexicon.PRIORITY_FIELDS:
        if chosen not in lexicon.PRIORITIES:
            raise _unreadable(QueryFault.NO_PRIORITY, value, token)
        return Prioritised(lexicon.PRIORITIES[chosen], span)
    if name in lexicon.STATE_FIELDS:
        if chosen not in lexicon.STATES:
            raise _unreadable(QueryFault.NO_STATE, value, token)
        return Being(lexicon.STATES[chosen], span)
    if name in lexicon.HAVING_FIELDS or name in lexicon.LACKING_FIELDS:
        if chosen not in lexicon.PARTS:
            raise _unreadable(QueryFault.NO_PART, value, token)
        return Having(lexicon.PARTS[chosen], name in lexicon.LACKING_FIELDS, span)
    return None


def _unreadable(fault: QueryFault, value: str, token: _Token) -> UnreadableQuery:
    return UnreadableQuery(fault, value, token.span[0])
