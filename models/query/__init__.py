"""The language of searches and saved filters: text in, a frozen tree out, and back.

Words, phrases in quotes, ``#tag``, ``p1`` and operators such as ``due:today`` or
``tanpa:tanggal`` stand for conditions that all have to hold; ``or`` and ``atau``
give a choice, ``-`` turns what follows round, parentheses group. Both languages
are understood together. An operator that nobody knows is text to be found, as is
whatever stands in quotes; a known operator with a value that it cannot have is
refused, with its place. Nothing here knows a clock, a zone or storage.
"""

from models.query.parser import parse
from models.query.printer import printed
from models.query.tree import Query

__all__ = ["Query", "parse", "printed"]
