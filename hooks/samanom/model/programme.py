"""The programme and what it is built of: parties, organs, themes, networks, people and dates."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictBool, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from ..dates import Period
from .base import (
    Bilingual,
    Cited,
    Colour,
    Email,
    Id,
    KommuneId,
    NetworkId,
    OrganId,
    Part,
    ParticipantId,
    PersonId,
    Phone,
    Record,
    Site,
    SourceId,
    Text,
    ThemeId,
    Url,
)
from .knowledge import Indicator


class Party(Part):
    """One of those who stand behind the programme."""

    name: Text
    """Hele navnet."""
    short: Text | None = None
    """Forkortelsen, f.eks. KRD."""


class Pulje(Part):
    """One round of admission."""

    number: StrictInt
    """Nummeret på puljen."""
    description: Text
    """Når og hvordan deltakerne ble tatt opp, i én setning."""
    source: SourceId
    """Kilden."""


class Contact(Part):
    """How to reach someone, where it was said, and when it was last known to be right."""

    phone: Phone | None = None
    """Åtte sifre."""
    email: Email | None = None
    """Bare adresser hos en organisasjon."""
    checked: Period | None = None
    """Når noen sist kontrollerte at opplysningene stemmer. Tomt når det ikke er gjort."""
    source: SourceId
    """Hvor opplysningene er hentet."""
    expires: Period | None = None
    """Siste dag opplysningene skal vises."""

    @model_validator(mode="after")
    def leads_somewhere(self) -> Contact:
        if not self.phone and not self.email:
            raise PydanticCustomError(
                "contact", "kontakten har verken phone eller email", {"help": "Skriv minst én av dem."}
            )
        return self


class Secretariat(Part):
    """Where to write or ring when no network leader is the right one."""

    name: Text
    """Navnet på sekretariatet."""
    organisation: Text
    """Hvor det hører til."""
    postal: tuple[Text, ...] = ()
    """Postadressen, en linje i hvert ledd."""
    contact: Contact
    """Telefon og e-post."""


class Publisher(Part):
    """Who answers for the site."""

    name: Text
    """Den som gir ut nettstedet."""
    contact: Url | None = None
    """Nettsiden der feil kan meldes."""


class Licence(Part):
    """The terms that others may use something under."""

    covers: Literal["data", "text", "code"]
    """Hva lisensen gjelder."""
    name: Text
    """Navnet på lisensen."""
    url: Url
    """Lisensteksten."""


class Programme(Record):
    """The settings that another programme replaces."""

    label: ClassVar = "programmet"

    name: Text
    """Navnet på programmet, slik det alltid skrives."""
    lang: Literal["nb", "nn"]
    """Målformen i navnet."""
    site: Site
    """Nettstedets adresse."""
    tagline: Text
    """Hva programmet er, i én setning."""
    about: Text
    """Hva programmet er, i to–tre setninger."""
    status: Literal["ongoing", "ended"]
    """ongoing: pågår. ended: avsluttet; da viser nettstedet siste datoer, ikke neste."""
    period: Period
    """Når programmet gikk."""
    as_of: Period
    """Når opplysningene om programmet sist ble gjennomgått."""
    parties: Annotated[tuple[Party, ...], Field(min_length=1)]
    """De som står bak."""
    puljer: Annotated[tuple[Pulje, ...], Field(min_length=1)]
    """Opptakene."""
    secretariat: Secretariat
    """Sekretariatet."""
    publisher: Publisher
    """Den som gir ut nettstedet."""
    licences: tuple[Licence, ...] = ()
    """Vilkårene for bruk."""
    credits: tuple[Text, ...] = ()
    """Hvem som skal nevnes for kart og offisielle tall."""
    indicators: tuple[Indicator, ...] = ()
    """Programmets egne måltall."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Kildene til det som står her."""

    @property
    def ended(self) -> bool:
        return self.status == "ended"


class Theme(Record, Cited):
    """What projects are about."""

    label: ClassVar = "tema"

    name: Bilingual
    """Navnet på temaet, slik programmet brukte det."""
    goal: Bilingual
    """Programmets mål for temaet, med egne ord, i begge målformer."""
    colour: Colour
    """Temaets farge i kart, figurer og merker."""
    icon: Id
    """Navnet på temaets tegn."""


class Member(Part):
    """A participant in a network."""

    participant: ParticipantId
    """Kommunen eller samarbeidet."""
    as_written: Text | None = None
    """Slik kilden skriver navnet, når det avviker."""
    note: Text | None = None
    """Hvorfor det står slik."""


class Network(Record, Cited):
    """Kommuner that meet over a theme, with a leader."""

    label: ClassVar = "nettverk"

    name: Text
    """Navnet på nettverket."""
    pulje: StrictInt
    """Puljen nettverket hører til."""
    themes: Annotated[tuple[ThemeId, ...], Field(min_length=1)]
    """Temaene."""
    members: Annotated[tuple[Member, ...], Field(min_length=1)]
    """Deltakerne, i kildens rekkefølge."""
    leaders: tuple[PersonId, ...] = ()
    """Lederne."""


class Role(Part):
    """What someone did, for whom, and when."""

    role: Text
    """Tittel eller oppgave, f.eks. Nettverksleder."""
    body: OrganId | None = None
    """Organet i programmet."""
    organisation: Text | None = None
    """Arbeidsgiver."""
    from_: Annotated[Period | None, Field(alias="from")] = None
    """Første kjente dato i rollen."""
    until: Period | None = None
    """Siste kjente dato i rollen."""
    source: SourceId
    """Hvor det står."""


class Person(Record):
    """Someone to get in touch with."""

    label: ClassVar = "person"

    name: Text
    """Fullt navn."""
    roles: Annotated[tuple[Role, ...], Field(min_length=1)]
    """Rollene, den siste først."""
    contacts: tuple[Contact, ...] = ()
    """Telefon og e-post, de siste først."""


EventKind = Literal[
    "nettverkssamling", "prosjektledersamling", "temadag", "konferanse", "søknadsfrist", "rapportering", "møte"
]


class Event(Record, Cited):
    """A meeting, a deadline or a gathering."""

    label: ClassVar = "hendelse"

    title: Text
    """Hva det er."""
    kind: EventKind
    """Slaget."""
    start: Period
    """Dagen, eller så nøyaktig som kilden har det."""
    end: Period | None = None
    """Siste dag, når det varte i flere."""
    time: Text | None = None
    """Klokkeslett, f.eks. "08.30–16.00"."""
    inferred: StrictBool = False
    """true når året er regnet ut av en ukedag eller sammenhengen."""
    planned: StrictBool = False
    """true når kilden sier at det skulle skje, ikke at det skjedde."""
    networks: tuple[NetworkId, ...] = ()
    """Nettverkene det gjaldt."""
    puljer: tuple[StrictInt, ...] = ()
    """Puljene det gjaldt."""
    kommuner: tuple[KommuneId, ...] = ()
    """Kommunene som holdt det."""
    place: Text | None = None
    """Stedet."""

    @model_validator(mode="after")
    def ends_after_it_starts(self) -> Event:
        first, last = self.start.start, self.end and self.end.end
        if self.end and not (first and last and dt.timedelta() <= last - first < dt.timedelta(days=400)):
            help = "Skriv end lik eller senere enn start."
            problem = {"start": str(self.start), "end": str(self.end), "help": help, "field": "end"}
            raise PydanticCustomError("order", "fra {start} til {end} er ingen hendelse", problem)
        return self


class Relation(Part):
    """What one organ has to do with another."""

    to: OrganId
    """Organet det gjelder."""
    how: Text
    """Hva det gjør for det, f.eks. gir råd til."""


class Organ(Record, Cited):
    """A box of the organisation chart."""

    label: ClassVar = "organ"

    name: Text
    """Navnet."""
    members: Text | None = None
    """Hvem som sitter der."""
    task: Text | None = None
    """Hva det gjør."""
    row: StrictInt | None = None
    """Raden i organisasjonskartet, 1 øverst. Uten rad tegnes det ikke."""
    relations: tuple[Relation, ...] = ()
    """Pilene i organisasjonskartet. Bare det kilden sier."""


class Activity(Record, Cited):
    """A bar of the schedule."""

    label: ClassVar = "aktivitet"

    name: Text
    """Hva som skulle gjøres."""
    responsible: Text
    """Hvem som hadde ansvaret."""
    periods: Annotated[tuple[Period, ...], Field(min_length=1)]
    """Når."""
    milestone: StrictBool = False
    """true når det var ett tidspunkt, ikke en periode."""
