"""The only module that knows MkDocs: hands it the core's pages and files, and the frame what it needs of each page."""

from __future__ import annotations

from contextlib import ExitStack
from html import escape
from pathlib import Path
from typing import Any

import samanom
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from samanom.clock import build_date
from samanom.progress import progress

_pages: dict[str, samanom.Page] = {}
"""The pages of the build that is running, by the name of their file."""


_progress = ExitStack()
"""What is told of the build to someone who waits for it."""


def on_pre_build(config: MkDocsConfig) -> None:
    _progress.enter_context(progress("Bygger nettstedet"))


def on_post_build(config: MkDocsConfig) -> None:
    _progress.close()


def on_build_error(error: Exception) -> None:
    _progress.close()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The core writes the sitemap: MkDocs' own says that every page was changed today."""
    config.theme.static_templates.discard("sitemap.xml")
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Puts the core's pages in the place of what MkDocs found."""
    root = Path(config.config_file_path).parent
    try:
        site = samanom.build(root, build_date(root))
    except samanom.ProblemsFound as found:
        raise PluginError(f"\n{found}") from None
    config.site_name, config.site_url = escape(site.programme.name), site.programme.site
    config.extra |= {"programme": site.programme, "words": site.words, "icons": site.icons}
    config.extra["policy"] = samanom.policy(search=True)
    replaced = {"strings.yaml", *(asset.path for asset in site.assets)}
    for file in [each for each in files if _is_not_ours(each, config) or each.src_uri in replaced]:
        files.remove(file)
    config.nav = _existing(config.nav or [], {page.file for page in site.pages})
    _pages.clear()
    for page in site.pages:
        _pages[page.file] = page
        file = File.generated(config, page.file, content="")
        file.edit_uri = page.edit
        files.append(file)
    for asset in site.assets:
        files.append(File.generated(config, asset.path, content=asset.content, inclusion=InclusionLevel.INCLUDED))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Gives the frame what it says of the page."""
    ours = _pages[page.file.src_uri]
    page.meta = {"title": escape(ours.title), "lang": ours.lang, "kind": ours.kind}
    page.meta["description"] = escape(ours.description)
    page.meta |= {"themes": ours.themes, "trail": ours.trail, "tone": _tone(ours)}
    page.meta |= {"search": ours.search, "feed": ours.feed and escape(ours.feed)}
    page.meta |= {"structured": ours.structured, "card": ours.card}
    page.meta["policy"] = samanom.policy(search=True, inline=ours.structured)
    return ""


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The core's HTML."""
    return _pages[page.file.src_uri].body


def _tone(page: samanom.Page) -> str:
    """The colour of the head of a page: gold, its theme's, or none."""
    return "gold" if page.kind == "kommune" else "tema" if page.themes else ""


def _is_not_ours(file: File, config: MkDocsConfig) -> bool:
    """Whether it is a page that MkDocs found, or belongs to the theme that ours stands on, which no page uses."""
    if file.is_documentation_page():
        return True
    ours = (config.docs_dir, config.theme.custom_dir)
    return not any(folder and file.src_dir and Path(file.src_dir) == Path(folder) for folder in ours)


def _existing(nav: list[Any], files: set[str]) -> list[Any]:
    """The menu without what there is no page for, and without groups that this leaves empty."""
    kept: list[Any] = []
    for entry in nav:
        [(title, target)] = entry.items()
        if isinstance(target, list):
            target = _existing(target, files)
        elif target not in files:
            continue
        if target:
            kept.append({title: target})
    return kept
