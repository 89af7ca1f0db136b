"""What every dataset is made of: rows with an id and an address, filled from records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict

from ...catalog import Catalog
from ...dates import Period
from ...model import KINDS, Content, Record
from ..writer import Writer

R = TypeVar("R", bound="Row")
FOLDERS = {"kommuner": "kommuner", "networks": "nettverk", "themes": "tema"}
"""Where records have pages of their own, by kind."""
SECTIONS = {
    "cooperations": "kommuner",
    "people": "kontakt",
    "events": "kalender",
    "projects": "prosjekter",
    "sources": "om/data",
    "documents": "dokumenter",
}
"""Where the others have an anchor."""


class Part(BaseModel):
    """An object within a row. The words under a field are shown on the page about open data."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Row(Part):
    """One object of a dataset."""

    id: str
    """Navnet i adresser og henvisninger; endres aldri."""
    url: str
    """Adressen på nettstedet, fra roten. Et anker (#) når objektet ikke har egen side."""


@dataclass(frozen=True)
class Dataset:
    """A table that others can take."""

    name: str
    row: type[Row]
    rows: Callable[[Writer], Iterable[Row]]
    personal: bool = False
    """Whether it tells how to reach people, which no open licence covers."""

    @property
    def description(self) -> str:
        return self.row.__doc__ or ""

    @property
    def fields(self) -> Mapping[str, str]:
        """What each field means; those of a part under `field.part`."""
        return dict(_fields(self.row, ""))


def filled(model: type[R], record: Record, **more: Any) -> R:
    """A row with the record's own fields of the same names, dates as text, and what only the catalog knows."""
    own = {name: getattr(record, name) for name in model.model_fields if hasattr(record, name)}
    plain = {name: str(value) if isinstance(value, Period) else value for name, value in own.items()}
    return model(**(plain | {"url": address(record)} | more))


def plain(name: str, model: type[Row], records: Callable[[Catalog], Iterable[Record]]) -> Dataset:
    """A table that records fill by themselves."""
    return Dataset(name, model, lambda writer: (filled(model, record) for record in records(writer.catalog)))


def address(record: Record) -> str:
    """Where a record stands on the site, from the root."""
    if isinstance(record, Content):
        return f"/{record.address}"
    kind = KINDS[type(record)]
    return f"/{FOLDERS[kind]}/{record.id}/" if kind in FOLDERS else f"/{SECTIONS[kind]}/#{record.id}"


def _fields(row: type[BaseModel], prefix: str) -> Iterator[tuple[str, str]]:
    for name, field in row.model_fields.items():
        yield prefix + name, field.description or ""
        for part in (field.annotation, *getattr(field.annotation, "__args__", ())):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from _fields(part, f"{prefix}{name}.")
