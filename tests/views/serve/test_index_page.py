"""The page that Flet's index.html becomes."""

import base64
import hashlib

import pytest

from views.serve.index_page import prepared


def fingerprint(script: bytes) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'"


def test_the_own_script_comes_first_and_every_inline_script_is_fingerprinted():
    page = prepared(
        b'<html><HEAD lang="x"><title>T</title><script>\r\n a\r\n</script>'
        b'<script src="b.js"></script><script async>c</script></head></html>'
    )
    assert page.html.index(b"HTMLScriptElement") < page.html.index(b"<title>")
    assert page.script_hashes[1:] == (fingerprint(b"\n a\n"), fingerprint(b"c"))


def test_a_page_without_a_head_is_a_defect():
    with pytest.raises(ValueError, match="head"):
        prepared(b"<html></html>")


def test_the_page_says_in_both_languages_that_the_connection_is_broken():
    html = prepared(b"<html><head></head></html>").html.decode()
    assert "Tidak tersambung. Yang kamu ketik tetap ada" in html
    assert "Not connected. What you typed is kept" in html
