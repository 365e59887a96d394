"""Which tasks a list has: the conditions that lists and their counts share.

Constants are written into the SQL, so that partial indexes are seen to fit.
"""

from __future__ import annotations

from sqlalchemy import and_, bindparam, literal_column

from models.storage.guard import ACCOUNT
from models.storage.tables import Shelf, tasks
from models.storage.types import UtcDateTime

MINE = tasks.c.account_id == bindparam(ACCOUNT)
ON_SHELF = {shelf: tasks.c.shelf == literal_column(str(shelf.value)) for shelf in Shelf}
OPEN = ON_SHELF[Shelf.OPEN]
#: A list and not "below trash": a bound on the shelf would end the index before the dues.
KEPT = tasks.c.shelf.in_([literal_column(str(shelf.value)) for shelf in (Shelf.OPEN, Shelf.CLOSED)])
#: The UTC bounds of `IN_RANGE`: ``first <= due < last``.
FIRST = bindparam("first", type_=UtcDateTime())
LAST = bindparam("last", type_=UtcDateTime())
IN_RANGE = and_(tasks.c.due_at >= FIRST, tasks.c.due_at < LAST)
#: Ready-by has passed at ``now``; without a lead that is the due itself.
MISSED = tasks.c.ready_at < bindparam("now", type_=UtcDateTime())
#: Undated steps stay with their parents.
UNDATED = and_(tasks.c.due_at.is_(None), tasks.c.parent_uid.is_(None))
