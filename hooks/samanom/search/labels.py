"""What kinds of pages and themes are called, for the browser to show of what it finds."""

from __future__ import annotations

import json
from collections.abc import Mapping

from ..model import Theme
from ..render.page import Asset

KIND = "slag_"
"""What the keys of the words of kinds begin with, in `theme/strings.yaml`."""


def labels(words: Mapping[str, Mapping[str, str]], themes: Mapping[str, Theme], icons: Mapping[str, str]) -> Asset:
    """`assets/slag.json`: by language of the interface, the word of each kind; by id, each theme's names and symbol."""
    kinds = {lang: _kinds(each) for lang, each in words.items()}
    named = {id: {"nb": theme.name.nb, "nn": theme.name.nn, "icon": icons[id]} for id, theme in themes.items()}
    return Asset("assets/slag.json", json.dumps({"kinds": kinds, "themes": named}, ensure_ascii=False) + "\n")


def _kinds(words: Mapping[str, str]) -> Mapping[str, str]:
    return {key.removeprefix(KIND): word for key, word in words.items() if key.startswith(KIND)}
