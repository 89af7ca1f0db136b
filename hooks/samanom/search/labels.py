"""What kinds of pages and themes are called, for the browser to show of what it finds, and kommuner without a page."""

from __future__ import annotations

import json
from collections.abc import Mapping

from ..model import Theme
from ..render.page import Asset

KIND = "slag_"
"""What the keys of the words of kinds begin with, in `theme/strings.yaml`."""


def labels(
    words: Mapping[str, Mapping[str, str]],
    themes: Mapping[str, Theme],
    icons: Mapping[str, str],
    places: Mapping[str, str],
    ended: bool,
) -> Asset:
    """`assets/slag.json`: what the browser shows beside the titles of what it finds.

    By language of the interface, the word of each kind, and what is said of a kommune that takes no part; by id, each
    theme's names and symbol; by name, where the kommuner that take no part are told of.
    """
    made = {
        "kinds": {lang: _kinds(each) for lang, each in words.items()},
        "themes": {id: {"nb": theme.name.nb, "nn": theme.name.nn, "icon": icons[id]} for id, theme in themes.items()},
        "no_part": {
            lang: each["search_place"].format(no=each["took_no_part" if ended else "takes_no_part"])
            for lang, each in words.items()
        },
        "places": dict(places),
    }
    return Asset("assets/slag.json", json.dumps(made, ensure_ascii=False) + "\n")


def _kinds(words: Mapping[str, str]) -> Mapping[str, str]:
    return {key.removeprefix(KIND): word for key, word in words.items() if key.startswith(KIND)}
