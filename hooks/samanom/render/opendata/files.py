"""The datasets as JSON and CSV, and the participants as GeoJSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from ..page import Asset
from ..writer import Writer
from .datasets import DATASETS
from .participants import kommuner


def data_files(writer: Writer) -> Iterator[Asset]:
    """Everything under `/data/` but the page."""
    for dataset in DATASETS:
        rows = [row.model_dump(mode="json") for row in dataset.rows(writer)]
        yield Asset(f"data/{dataset.name}.json", json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
        yield Asset(f"data/{dataset.name}.csv", to_csv(rows, columns(dataset.row)))
    yield Asset("data/kommuner.geojson", json.dumps(geojson(writer), ensure_ascii=False) + "\n")


def columns(row: type[BaseModel]) -> list[str]:
    """The columns of the CSV: fields of a single part get a column each, `today_name`."""
    names = []
    for name, field in row.model_fields.items():
        part = field.annotation
        if isinstance(part, type) and issubclass(part, BaseModel):
            names += [f"{name}_{inner}" for inner in part.model_fields]
        else:
            names.append(name)
    return names


def to_csv(rows: Iterable[Mapping[str, Any]], names: list[str]) -> str:
    """A header and a line a row; lists are joined with a semicolon, lists of parts are JSON."""
    text = io.StringIO()
    table = csv.DictWriter(text, names, lineterminator="\n")
    table.writeheader()
    for row in rows:
        flat: dict[str, Any] = {}
        for name, value in row.items():
            flat |= {f"{name}_{key}": part for key, part in value.items()} if isinstance(value, dict) else {name: value}
        table.writerow({name: _cell(value) for name, value in flat.items()})
    return text.getvalue()


def geojson(writer: Writer) -> dict[str, Any]:
    """The participants as points, longitude first (RFC 7946)."""
    features = []
    for row in kommuner(writer):
        properties = row.model_dump(mode="json", exclude={"lat", "lon"})
        point = {"type": "Point", "coordinates": [row.lon, row.lat]}
        features.append({"type": "Feature", "id": row.id, "geometry": point, "properties": properties})
    return {"type": "FeatureCollection", "features": features}


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        if any(isinstance(item, dict) for item in value):
            return json.dumps(value, ensure_ascii=False)
        return ";".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else value
