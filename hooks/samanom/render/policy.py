"""What a page may load and run: its content security policy."""

from __future__ import annotations

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
"""Nothing is inline, so there is nothing to make a hash of; structured data is not run, and needs none."""
WITH_SEARCH = DIRECTIVES | {"script-src": "'self' 'wasm-unsafe-eval'"}
"""The search engine is WebAssembly, and answers in the field that the frame has on every page."""


def policy(*, search: bool) -> str:
    """The policy of a page, as a browser reads it, with the search or without: one that leads on has no frame."""
    return "; ".join(f"{name} {allowed}" for name, allowed in (WITH_SEARCH if search else DIRECTIVES).items())
