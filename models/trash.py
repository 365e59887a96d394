"""How long the trash keeps what is in it. Pure rules."""

from __future__ import annotations

from datetime import datetime, timedelta

#: What has been in the trash for this long is deleted for good.
KEPT = timedelta(days=30)
_DAY = timedelta(days=1)


def expiry(now: datetime) -> datetime:
    """What went to the trash at this instant or before has expired at `now` (both aware UTC)."""
    return now - KEPT


def days_left(deleted: datetime, now: datetime) -> int:
    """In how many days, begun ones counted, the trash lets go of it; 0: it may go now."""
    left = deleted + KEPT - now
    return max(-(-left // _DAY), 0)
