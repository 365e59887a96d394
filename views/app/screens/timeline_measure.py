"""The measures of the hours: where a minute stands in pixels, and how the page is parted. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from views import theme

#: Pixels over the first line, for half of its label.
PAD_TOP = 10
PAD_BOTTOM = 24
#: The least height of a block, and the gap between it and the next.
LEAST_HEIGHT = 28
GAP = 2


@dataclass(frozen=True, slots=True)
class Measure:
    """Where minutes stand.

    Attributes:
        first, last: the minutes shown.
        hour: pixels of an hour.
        text_scale: how much larger than usual text is.
    """

    first: int
    last: int
    hour: float
    text_scale: float = 1

    def top(self, minute: float) -> float:
        """Pixels from the top of the grid."""
        return PAD_TOP + (minute - self.first) * self.hour / 60

    @property
    def height(self) -> float:
        """Pixels of the whole grid."""
        return self.top(self.last) + PAD_BOTTOM

    @property
    def least(self) -> int:
        """The minutes that a block of the least height takes."""
        return round(self.least_height / self.hour * 60)

    @property
    def least_height(self) -> float:
        """Pixels that a block is high at least."""
        return LEAST_HEIGHT * self.text_scale

    def exact(self, pixels: float) -> float:
        """The minute that stands there, also before and after the hours shown."""
        return self.first + (pixels - PAD_TOP) / self.hour * 60

    def minute(self, pixels: float) -> int:
        """The minute that stands there, in half hours, within the hours shown."""
        return max(self.first, min(self.last - 30, round(self.exact(pixels) // 30) * 30))


@dataclass(frozen=True, slots=True)
class Sides:
    """How the width is parted: the page's margins, and the hours' labels left of the blocks."""

    margin: float
    gutter: float
    right: float

    @property
    def left(self) -> float:
        """Where the blocks begin."""
        return self.margin + self.gutter

    def column(self, room: float, days: int = 1) -> float:
        """How wide one of some days is in so much room."""
        return (room - self.left - self.right) / days

    def scaled(self, text_scale: float) -> Sides:
        """With room for labels so much larger than usual."""
        return Sides(self.margin, self.gutter * text_scale, self.right)


#: Where there is room, and for seven days on a phone.
WIDE = Sides(theme.PAGE_MARGIN, 56, theme.PAGE_MARGIN)
NARROW = Sides(4, 42, 4)
#: One day; its blocks go a little further to the right.
ONE_DAY = Sides(theme.PAGE_MARGIN, 56, theme.PAGE_MARGIN + 4)
