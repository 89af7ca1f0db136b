"""The configuration of the browser's editor: what can be edited, in which file, with which form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from ..catalog import Catalog
from ..model import (
    ARTICLES,
    CONTENT,
    DATA,
    PROGRAMME,
    Article,
    Content,
    Example,
    KnowledgeStatus,
    Newsletter,
    Programme,
)
from ..model.programme import Editor
from .forms import Field, Forms, told_by

LOCAL = {"name": "proxy", "proxy_url": "api/v1", "branch": "main"}
"""The files of one's own machine, which the desk leads to; from `/admin/`."""

WRITTEN = {
    "nyhetsbrev": ("Nyhetsbrev", "nyhetsbrev"),
    "temadager": ("Temadager", "temadag"),
    "eksempler": ("Eksempler", "eksempel"),
    "nyheter": ("Nyheter", "nyhet"),
    "kunnskapsstatus": ("Kunnskapsstatus", "kunnskapsstatus"),
    "tema": ("Temasider", "temaside"),
}
"""What the kinds of `content/` are called, many and one, in the order of the menu."""

LISTS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "folk": ("Folk og nettverk", {
        "people": "Personer", "networks": "Nettverk", "kommuner": "Kommuner", "cooperations": "Samarbeid",
        "projects": "Prosjekter", "organs": "Organer",
    }),
    "datoer": ("Datoer", {"events": "Hendelser", "activities": "Framdriftsplanen"}),
    "kilder": ("Kilder og ord", {
        "sources": "Kilder", "documents": "Dokumenter", "quotations": "Sitater", "claims": "Det kildene er uenige om",
        "terms": "Begreper", "synonyms": "Søkeord",
    }),
    "oppsett": ("Oppsett", {
        PROGRAMME: "Programmet", "themes": "Temaer", "drawings": "Figurer", "redirects": "Flyttede sider",
    }),
}  # fmt: skip
"""The files of `data/` in groups, with what each is called."""

PAGES = {
    "people": "kontakt/", "networks": "nettverk/", "kommuner": "kommuner/", "cooperations": "kommuner/",
    "projects": "prosjekter/", "events": "kalender/", "sources": "om/data/", "documents": "dokumenter/",
    "claims": "om/data/", "themes": "tema/",
}  # fmt: skip
"""Where what stands in the lists is shown, by kind; the others are seen here and there."""

SHOWN_BY = {"people": "name", "sources": "title", "projects": "id", "organs": "name"}
"""The field that someone knows a record by, of the kinds that grow while one edits."""

BUTTONS = ["bold", "italic", "link", "heading-two", "heading-three", "quote", "bulleted-list", "numbered-list"]
BODY = "En kilde er en lenke til kilde:id, f.eks. kilde:heftet-2013. Overskriftene begynner på nivå 2."


def editor_config(catalog: Catalog) -> str:
    """The file `config.yml` that the editor reads."""
    return yaml.dump(configuration(catalog), allow_unicode=True, sort_keys=False, width=10_000)


def configuration(catalog: Catalog) -> dict[str, Any]:
    programme, forms = catalog.programme, Forms(_choices(catalog), _found())
    return {
        "backend": _backend(programme.editor),
        "locale": "nb_no",
        "site_url": programme.site,
        "media_folder": "content/bilder",
        "public_folder": "/bilder",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": [*_written(forms), *_lists(forms), *_articles(catalog, forms)],
    }


def _backend(editor: Editor | None) -> dict[str, str]:
    """Where the files are. Without a host for them, only those of one's own machine."""
    if editor is None:
        return LOCAL
    found = {
        "name": editor.host,
        "repo": editor.repo,
        "branch": editor.branch,
        "base_url": editor.base_url,
        "app_id": editor.app_id,
        "auth_type": "pkce" if editor.host == "gitlab" else None,
    }
    return {key: str(value) for key, value in found.items() if value}


def _written(forms: Forms) -> Iterable[dict[str, Any]]:
    for kind, (many, one) in WRITTEN.items():
        model = CONTENT[kind]
        yield _folder(kind, f"content/{kind}", many, one, _content_fields(forms, model)) | {
            "slug": "{{fields.year}}-{{fields.number}}" if model is Newsletter else "{{slug}}",
            "create": model.folder != "tema" and model is not KnowledgeStatus,
        }


def _articles(catalog: Catalog, forms: Forms) -> Iterable[dict[str, Any]]:
    """The pages of running text, a list for each folder that they lie in."""
    folders = sorted({each.origin.file.name.rpartition("/")[0] for each in catalog.articles})
    for folder in folders:
        name = folder.removeprefix("content").strip("/").replace("/", "-")
        label = f"Sider: {name.replace('-', ' ')}" if name else "Andre sider"
        yield _folder(f"{ARTICLES}-{name}".strip("-"), folder, label, "side", _content_fields(forms, Article))


def _folder(name: str, folder: str, many: str, one: str, fields: list[Field]) -> dict[str, Any]:
    about = {"name": name, "label": many, "label_singular": one, "folder": folder, "fields": fields}
    dated = [{"field": "date", "default_sort": "desc"} for field in fields if field["name"] == "date"]
    about["preview_path"] = f"{folder.removeprefix('content').strip('/')}/{{{{slug}}}}/".lstrip("/")
    return about | {
        "create": True,
        "extension": "md",
        "format": name,
        "summary": "{{title}} · {{date}}" if dated else "{{title}}",
        "sortable_fields": ["title", *dated],
    }


def _content_fields(forms: Forms, model: type[Content]) -> list[Field]:
    body: Field = {"name": "body", "label": "Tekst", "widget": "markdown", "required": False, "hint": BODY}
    body |= {"buttons": BUTTONS, "editor_components": ["image", "figur", "sitat"], "modes": ["rich_text", "raw"]}
    if model is Example:
        body["default"] = "".join(f"## {heading['nb']}\n\n" for heading in model.headings.values())
    return [*forms.fields(model), body]


def _lists(forms: Forms) -> Iterable[dict[str, Any]]:
    for name, (label, kinds) in LISTS.items():
        files = [_file(kind, many, forms) for kind, many in kinds.items()]
        yield {"name": name, "label": label, "format": name, "editor": {"preview": False}, "files": files}


def _file(kind: str, many: str, forms: Forms) -> dict[str, Any]:
    model = Programme if kind == PROGRAMME else DATA[kind]
    fields, about = forms.fields(model), {"name": kind, "label": many, "required": True}
    if kind == PROGRAMME:
        form: Field = about | {"widget": "object", "fields": fields}
    else:
        form = about | {"widget": "list", "label_singular": model.label, "summary": told_by(fields), "fields": fields}
    return {
        "name": kind,
        "label": many,
        "file": f"data/{kind}.yaml",
        "preview_path": PAGES.get(kind, ""),
        "fields": [form],
    }


def _choices(catalog: Catalog) -> dict[str, dict[str, str]]:
    return {
        "kommuner": {id: catalog.full_name(id) for id in catalog.kommuner},
        "cooperations": {id: each.name for id, each in catalog.cooperations.items()},
        "networks": {id: each.name for id, each in catalog.networks.items()},
        "themes": {id: each.name.nb for id, each in catalog.themes.items()},
    }


def _found() -> dict[str, Field]:
    groups = {kind: name for name, (_, kinds) in LISTS.items() for kind in kinds}
    listed = {
        kind: {
            "collection": groups[kind],
            "file": kind,
            "value_field": f"{kind}.*.id",
            "search_fields": [f"{kind}.*.{name}", f"{kind}.*.id"],
            "display_fields": [f"{kind}.*.{name}"],
            "options_length": 1000,
        }
        for kind, name in SHOWN_BY.items()
    }
    news = {"collection": "nyheter", "value_field": "{{slug}}", "search_fields": ["title"], "display_fields": ["title"]}
    return listed | {"nyheter": news | {"options_length": 1000}}
