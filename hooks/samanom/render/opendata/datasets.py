"""The list of datasets, in the order of the page about them."""

from __future__ import annotations

from .participants import CooperationRow, KommuneRow, ProjectRow, cooperations, kommuner, projects
from .people import NetworkRow, PersonRow, networks, people
from .results import ExampleRow, IndicatorRow, ThemeRow, examples, indicators, themes
from .rows import Dataset, plain
from .texts import DocumentRow, EventRow, NewsletterRow, NewsRow, SourceRow, TemadagRow, temadager

DATASETS = (
    Dataset("kommuner", KommuneRow, kommuner),
    Dataset("networks", NetworkRow, networks, personal=True),
    Dataset("cooperations", CooperationRow, cooperations),
    Dataset("projects", ProjectRow, projects),
    Dataset("people", PersonRow, people, personal=True),
    Dataset("themes", ThemeRow, themes),
    plain("events", EventRow, lambda catalog: catalog.events),
    Dataset("examples", ExampleRow, examples),
    Dataset("indicators", IndicatorRow, indicators),
    Dataset("temadager", TemadagRow, temadager),
    plain("newsletters", NewsletterRow, lambda catalog: catalog.newsletters),
    plain("news", NewsRow, lambda catalog: catalog.news),
    plain("documents", DocumentRow, lambda catalog: catalog.documents),
    plain("sources", SourceRow, lambda catalog: catalog.sources.values()),
)
