"""DoCheck on the command line: the same services, told in words or in JSON.

Knows no Flet. Without a command it only says what kind of app is wished for.
"""

from views.cli.run import run
from views.cli.start import AppWish

__all__ = ["AppWish", "run"]
