"""Showing DoCheck on a computer: in a window, or to a browser through a guarded web server."""

from views.serve.launch import LaunchRequest, is_embedded, launch

__all__ = ["LaunchRequest", "is_embedded", "launch"]
