"""Flet's index.html as DoCheck serves it.

Owns what is added to the page and the fingerprints of its inline scripts, which the content
security policy needs. Knows no HTTP.
"""

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from functools import lru_cache

from views.text import Words

# Flet's client adds a script from a public CDN at every start, for a drawing library that
# DoCheck has no use for. Such a script tag stays empty, so the page asks no other host.
_OWN_SCRIPTS_ONLY = """
(() => {
  const src = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, "src");
  Object.defineProperty(HTMLScriptElement.prototype, "src", {
    ...src,
    set(url) {
      if (new URL(String(url), document.baseURI).origin === location.origin) {
        src.set.call(this, url);
      }
    },
  });
})();
"""

# Ctrl-K is the app's own, up and down walk through what a field has found, and Alt and an arrow
# move a block of the timeline: the browser would go to its own search, put the cursor of a line of
# text at its start, and leave the page. Flutter hears of the keys all the same.
_OWN_KEYS = """
addEventListener("keydown", (event) => {
  const isSideways = event.key === "ArrowLeft" || event.key === "ArrowRight";
  const isUpright = event.key === "ArrowUp" || event.key === "ArrowDown";
  const isOwn = event.ctrlKey || event.metaKey ? event.key.toLowerCase() === "k" && !event.shiftKey
    : event.altKey ? isSideways
    : !event.shiftKey && isUpright && event.composedPath()[0] instanceof HTMLInputElement;
  if (isOwn) event.preventDefault();
}, true);
"""

# Flutter draws nothing new while the connection is broken: the page itself says so, in the
# browser's language, and that nothing is lost. It waits a little, as most breaks are short.
_OWN_BANNER = """
(() => {
  const texts = %(texts)s;
  const wait = %(wait)d;
  const Socket = window.WebSocket;
  let banner = null;
  let timer = 0;
  const show = () => {
    if (banner || !document.body) return;
    const isIndonesian = navigator.language.toLowerCase().startsWith("id");
    banner = document.createElement("div");
    banner.id = "docheck-offline";
    banner.setAttribute("role", "status");
    banner.textContent = texts[isIndonesian ? "id" : "en"];
    document.body.append(banner);
  };
  const lost = () => {
    timer ||= setTimeout(show, wait);
  };
  const found = () => {
    clearTimeout(timer);
    timer = 0;
    banner?.remove();
    banner = null;
  };
  window.WebSocket = class extends Socket {
    constructor(...args) {
      super(...args);
      this.addEventListener("open", found);
      this.addEventListener("close", lost);
    }
  };
  addEventListener("pagehide", () => clearTimeout(timer));
})();
"""
_BANNER_STYLE = """
#docheck-offline {
  color-scheme: light dark; background: CanvasText; color: Canvas;
  position: fixed; z-index: 1000; top: 12px; left: 50%; transform: translateX(-50%);
  box-sizing: border-box; width: max-content; max-width: calc(100vw - 24px);
  padding: 12px 20px; border-radius: 16px; pointer-events: none;
  font: 600 14px/1.4 "Plus Jakarta Sans", system-ui, sans-serif;
}
"""
#: How long the connection must be broken before that is said, in milliseconds.
BANNER_AFTER_MS = 1_500

# With a screen reader on, Flutter lays an element over each control. One inside a list would lie
# over the add button, whatever is drawn in front; so no element's depth counts outside its parent.
_OWN_DEPTHS = "flt-semantics { isolation: isolate }"

_HEAD = re.compile(rb"<head\b[^>]*>", re.IGNORECASE)
_INLINE_SCRIPT = re.compile(
    rb"<script(?![^>]*\bsrc\s*=)[^>]*>(.*?)</script>", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True)
class IndexPage:
    """The page's bytes, and a CSP source expression for each inline script in them."""

    html: bytes
    script_hashes: tuple[str, ...]


@lru_cache(maxsize=4)
def prepared(html: bytes) -> IndexPage:
    """Flet's page (UTF-8) with DoCheck's script and style first in its head.

    Raises ValueError for a page without a head: they would not be there.
    """
    head = _HEAD.search(html)
    if head is None:
        raise ValueError("a page without <head>")
    script = b"\n<script>" + (_OWN_SCRIPTS_ONLY + _OWN_KEYS + _banner()).encode() + b"</script>"
    style = b"\n<style>" + (_OWN_DEPTHS + _BANNER_STYLE).encode() + b"</style>"
    whole = html[: head.end()] + script + style + html[head.end() :]
    scripts = [found.group(1) for found in _INLINE_SCRIPT.finditer(whole)]
    return IndexPage(whole, tuple(_source(script) for script in scripts))


def _banner() -> str:
    texts = {
        language: Words(language).say(
            "Not connected. What you typed is kept; DoCheck goes on by itself once it is back."
        )
        for language in ("id", "en")
    }
    return _OWN_BANNER % {"texts": json.dumps(texts), "wait": BANNER_AFTER_MS}


def _source(script: bytes) -> str:
    # The browser's parser turns each line end into a plain newline before it hashes.
    text = script.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return f"'sha256-{base64.b64encode(hashlib.sha256(text).digest()).decode()}'"
