"""What a page may load and run: its content security policy."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
"""Nothing that runs is inline."""
ENGINE = "'wasm-unsafe-eval'"
"""The search engine is WebAssembly, and answers in the field that the frame has on every page."""


def policy(*, search: bool, inline: str = "") -> str:
    """The policy of a page, as a browser reads it, with the search or without: one that leads on has no frame.

    `inline` is the structured data of the page. It is not run, but checkers want its hash to stand here.
    """
    hashed = [f"'sha256-{b64encode(sha256(inline.encode()).digest()).decode()}'"] if inline else []
    scripts = [DIRECTIVES["script-src"], *([ENGINE] if search else []), *hashed]
    return "; ".join(f"{name} {allowed}" for name, allowed in (DIRECTIVES | {"script-src": " ".join(scripts)}).items())
