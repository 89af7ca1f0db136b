"""What the outside judges share: how they are asked, and which pages the site has."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

MODULES = Path(__file__).parent / "node_modules"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")


def tool(name: str) -> str:
    """The command of a Node package."""
    return str(MODULES / ".bin" / name)


def ask(*command: str | Path, ends: tuple[int, ...] = (0,)) -> str:
    """What a command says. Raises ValueError when it ends in another way than those that mean it has judged."""
    environment = os.environ | {"CHROME_PATH": CHROMIUM}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)
    if done.returncode not in ends:
        raise ValueError(f"{Path(command[0]).name} ga opp ({done.returncode}): {(done.stderr or done.stdout).strip()}")
    return done.stdout


def addresses(site: Path) -> tuple[str, ...]:
    """The pages of the sitemap, from the site's root: `/`, `/kommuner/`. Raises ValueError when there are none."""
    found = re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    if not found:
        raise ValueError("sitemap.xml har ingen sider.")
    home = min(found, key=len)
    return tuple("/" + address.removeprefix(home) for address in found)


def kinds(site: Path) -> Mapping[str, tuple[str, ...]]:
    """The pages of each kind, those with most HTML first."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for address in addresses(site):
        html = (site / address.lstrip("/") / "index.html").read_text(encoding="utf-8")
        if kind := re.search(r'<meta name="kind" content="(.*?)"', html):
            found[kind[1]].append((-len(html), address))
    return {kind: tuple(address for _, address in sorted(pages)) for kind, pages in found.items()}


def address(file: str, site: Path) -> str:
    """Where on the site a file lies, by its path or its file address: `/kommuner/`."""
    path = Path(unquote(urlsplit(file).path))
    return "/" + path.relative_to(site).as_posix().removesuffix("index.html")
