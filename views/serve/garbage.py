"""How often Python looks for cycles of objects nobody holds, while the app runs.

Flet's controls hold one another in cycles, and there are thousands of them: with Python's usual
thresholds a screen pays for several searches through all that the app ever imported, which took a
quarter of its time. Must know no screen.
"""

from __future__ import annotations

import gc
from typing import Final

#: New objects that are kept until the young are searched; a screen makes about so many.
YOUNG: Final = 20_000


def collect_seldom() -> None:
    """Leave out of every search what is there now, and search less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, 10, 10)
