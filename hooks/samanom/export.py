"""The second driver: writes every page to a folder, for any builder that takes Markdown files with front matter."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import yaml

from . import Site
from .problems import Place, Problem, ProblemsFound
from .render import Page


def export(site: Site, media: Path, folder: Path) -> int:
    """The number of files written. Raises ProblemsFound, and writes nothing, when the folder holds something."""
    root = media.resolve().parent
    if any(folder.resolve().is_relative_to(root / part) for part in ("content", "data")):
        help = "Velg en mappe utenfor content/ og data/."
        raise ProblemsFound([Problem(Place(str(folder)), "mappen er en del av prosjektet", help)])
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        help = "Velg en mappe som ikke finnes, eller tøm denne."
        raise ProblemsFound([Problem(Place(str(folder)), "mappen er ikke tom", help)])
    files = {page.file: _markdown(page) for page in site.pages} | {asset.path: asset.content for asset in site.assets}
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    shutil.copytree(media, folder, ignore=shutil.ignore_patterns("*.md"), dirs_exist_ok=True)
    return len(files)


def _markdown(page: Page) -> str:
    """Front matter and one block of HTML, which Markdown leaves as it is."""
    about = {
        "title": page.title,
        "description": page.description,
        "lang": page.lang,
        "kind": page.kind,
        "layout": page.layout,
        "edit": page.edit,
        "updated": page.updated and str(page.updated),
    }
    front = yaml.safe_dump(about, allow_unicode=True, sort_keys=False, width=10_000)
    body = re.sub(r"<pre.*?</pre>", lambda match: match[0].replace("\n", "&#10;"), page.body, flags=re.DOTALL)
    lines = (line.strip() for line in body.splitlines())
    return f"---\n{front}---\n\n<div>\n" + "\n".join(line for line in lines if line) + "\n</div>\n"
