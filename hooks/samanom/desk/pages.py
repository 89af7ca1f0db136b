"""The page at `/admin/`, where the site is edited in a browser, and what it reads."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Programme
from ..render import Asset, Writer
from .config import editor_config

HOSTS = {
    "github": ("https://api.github.com", "https://*.githubusercontent.com"),
    "gitlab": ("https://gitlab.com",),
}
"""Where the files are fetched from and saved, by the service that has them."""


def editor_files(writer: Writer) -> Iterator[Asset]:
    """The page and the forms. What runs on it lies in `theme/admin/`."""
    catalog = writer.catalog
    template = writer.environment.get_template("admin/index.html")
    programme = catalog.programme
    html = template.render(programme=programme, editor=programme.editor, policy=editor_policy(programme))
    yield Asset("admin/index.html", f"{html}\n")
    yield Asset("admin/config.yml", editor_config(catalog))


def editor_policy(programme: Programme) -> str:
    """Its own: Decap compiles its checks as it runs and sets styles in place, and talks to those who have the files."""
    editor = programme.editor
    hosts = HOSTS[editor.host] if editor else ()
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self' data:",
            f"img-src 'self' data: blob: {' '.join(hosts)}".rstrip(),
            f"connect-src 'self' blob: {' '.join(hosts)}".rstrip(),
            "frame-src 'self' blob:",
            "form-action 'none'",
            "base-uri 'none'",
        )
    )
