"""The only module that knows MkDocs: hands it the core's pages and files, and the frame what it needs of each page."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import samanom
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from samanom.clock import build_date

_pages: dict[str, samanom.Page] = {}
"""The pages of the build that is running, by the name of their file."""


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
    config.extra["programme"] = site.programme
    replaced = {"strings.yaml", *(asset.path for asset in site.assets)}
    for file in [each for each in files if each.is_documentation_page() or each.src_uri in replaced]:
        files.remove(file)
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
    page.meta |= {"layout": ours.layout, "hide": ["navigation", "toc"] if ours.layout == "home" else ["navigation"]}
    return ""


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The core's HTML, with its headings in the list of contents."""
    ours = _pages[page.file.src_uri]
    page.toc = TableOfContents(_headings(ours.body))
    return ours.body


def _headings(body: str) -> list[AnchorLink]:
    """The page's heading, and those of its sections under it."""
    found = re.findall(r'<h([12]) id="([^"]+)"[^>]*>(.*?)</h[12]>', body, re.DOTALL)
    links = [AnchorLink(re.sub(r"<[^>]+>", "", text).strip(), id, int(level)) for level, id, text in found]
    links[0].children = links[1:]
    return links[:1]
