"""What a page may load and run: its content security policy, by what its body holds."""

from __future__ import annotations

ALWAYS = {
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
NEEDS = (("data-sok", "script-src", "'wasm-unsafe-eval'"),)
"""What only some pages need besides: a mark in the body, a directive, and what it allows. The search is WebAssembly."""


def policy(body: str = "") -> str:
    """The policy of a page with this body, as a browser reads it; without one, that of the frame alone."""
    directives = dict(ALWAYS)
    for mark, directive, allowed in NEEDS:
        if mark in body:
            directives[directive] += f" {allowed}"
    return "; ".join(f"{name} {allowed}" for name, allowed in directives.items())
