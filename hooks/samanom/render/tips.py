"""«Tips oss om et eksempel»: a form with the headings that an example has, in both forms of Norwegian."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ..model import Example
from .page import Asset, Page
from .writer import Writer

PATHS = {"nb": "eksempler/tips/", "nn": "eksempler/tips/nynorsk/"}
SHORT = frozenset({"tittel", "kommune", "malt", "tall-for", "tall-etter", "kilde", "navn"})
"""What is answered in one line."""
REQUIRED = frozenset({"tittel", "kommune", "tiltak"})
KNOWN = {"navn": "name", "epost": "email", "telefon": "tel"}
"""What a browser may know of whoever fills in the form, and what it calls that."""
GROUPS = {
    "om": ("tittel", "kommune", "tema"),
    "arbeidet": tuple(Example.headings),
    "tallene": ("malt", "tall-for", "tall-etter", "kilde"),
    "kontakt": ("navn", "epost", "telefon"),
}
"""The fields under each heading of the form."""
PARTED = "forankring"
"""The heading of an example that has parts."""


@dataclass(frozen=True)
class Field:
    """One question; one with parts is asked by them."""

    id: str
    label: str
    hint: str
    name: str
    """What stands before the answer in the e-mail."""
    parts: tuple[Field, ...] = ()

    @property
    def kind(self) -> Literal["line", "text", "email", "tel", "themes"]:
        if self.id == "tema":
            return "themes"
        if self.id in ("epost", "telefon"):
            return "email" if self.id == "epost" else "tel"
        return "line" if self.id in SHORT else "text"

    @property
    def required(self) -> bool:
        return self.id in REQUIRED

    @property
    def autocomplete(self) -> str:
        return KNOWN.get(self.id, "")


@dataclass(frozen=True)
class Group:
    """Questions under one heading."""

    id: str
    title: str
    fields: tuple[Field, ...]

    @property
    def questions(self) -> Iterator[Field]:
        """Those that are answered: of a field with parts, the parts."""
        return (part for field in self.fields for part in field.parts or (field,))


def groups(words: Mapping[str, str], lang: str) -> tuple[Group, ...]:
    """The form in one language: the example's headings are the model's own, the other labels the interface's."""
    return tuple(
        Group(id, words[f"tips_{id}"], tuple(_field(each, words, lang) for each in ids)) for id, ids in GROUPS.items()
    )


def _field(id: str, words: Mapping[str, str], lang: str) -> Field:
    label = Example.headings[id][lang] if id in Example.headings else words[f"tips_{id}"]
    parts = Example.parts if id == PARTED else {}
    return Field(
        id,
        label,
        words.get(f"tips_hint_{id}", ""),
        label,
        tuple(
            Field(part, name[lang], words.get(f"tips_hint_{part}", ""), f"{label}, {name[lang].lower()}")
            for part, name in parts.items()
        ),
    )


def tip_pages(writer: Writer) -> Iterator[Page]:
    """The form in each form of Norwegian, each with a way to the other."""
    name = writer.catalog.programme.name
    for lang, path in PATHS.items():
        words = writer.words(lang)
        asked = groups(words, lang)
        yield writer.page(
            path,
            "tips",
            words["tips"],
            words["tips_about"].format(name=name),
            lang=lang,
            groups=asked,
            paths=PATHS,
            blank=_blank(lang),
            questions="\n\n\n".join(question.name for group in asked for question in group.questions),
        )


def tip_files(writer: Writer) -> Iterator[Asset]:
    """The form as plain text, for whoever would rather write elsewhere."""
    for lang in PATHS:
        words = writer.words(lang)
        lines = [words["tips"], "", words["tips_required_told"].format(mark=words["tips_required"])]
        for group in groups(words, lang):
            lines += ["", "", group.title.upper(), *(line for field in group.fields for line in _lines(field, words))]
        themes = ", ".join(theme.name[lang] for theme in writer.catalog.themes.values())
        yield Asset(_blank(lang).removeprefix("/"), "\n".join(lines).replace("{themes}", themes) + "\n")


def _lines(field: Field, words: Mapping[str, str]) -> Iterator[str]:
    mark = f" ({words['tips_required']})" if field.required else ""
    hint = [field.hint] if field.hint else []
    yield from ("", f"{field.name}{mark}", *hint, *(["{themes}"] if field.kind == "themes" else []))
    for part in field.parts:
        yield from _lines(part, words)


def _blank(lang: str) -> str:
    return f"/{PATHS[lang]}mal.txt"
