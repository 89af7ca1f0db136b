"""The programme itself: what another programme replaces."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StrictInt, model_validator

from ..dates import Period
from .base import Bilingual, Cited, OrganId, Part, Record, SourceId, Trilingual
from .fields import Colour, FilePath, Id, Lang, Site, Text, Url, mistake
from .measured import Indicator
from .people import Contact


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


class Secretariat(Part):
    """Where to write or ring when no network leader is the right one."""

    name: Text
    """Navnet på sekretariatet."""
    organisation: Text
    """Hvor det hører til."""
    body: OrganId | None = None
    """Organet i programmet; de som sist hørte til der, får kort sammen med sekretariatet."""
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


class Picture(Part):
    """What is shown where a page is shared."""

    file: FilePath
    """Veien til en PNG-fil i content/, f.eks. /bilder/deling.png."""
    alt: Trilingual
    """Hva bildet viser, på bokmål, nynorsk og engelsk."""


class Licence(Part):
    """The terms that others may use something under."""

    covers: Literal["data", "text", "code"]
    """Hva lisensen gjelder. data: dataene. text: tekstene. code: koden."""
    name: Text
    """Navnet på lisensen."""
    url: Url
    """Lisensteksten."""


class Editor(Part):
    """Where the files lie when they are edited in a browser from another machine."""

    host: Literal["github", "gitlab"]
    """Tjenesten filene ligger hos. github: GitHub. gitlab: GitLab."""
    repo: Text
    """Eier og navn, f.eks. kommunen/nettstedet."""
    branch: Text = "main"
    """Grenen som nettstedet bygges av."""
    base_url: Url | None = None
    """Adressen til tjenesten som logger inn. Må fylles ut for GitHub."""
    app_id: Text | None = None
    """Id-en til applikasjonen som er laget hos GitLab. Må fylles ut for GitLab."""

    @model_validator(mode="after")
    def someone_can_log_in(self) -> Editor:
        if self.host == "github" and not self.base_url:
            raise mistake("GitHub trenger base_url", "Skriv adressen til tjenesten som logger inn.", field="host")
        if self.host == "gitlab" and not self.app_id:
            raise mistake("GitLab trenger app_id", "Lag en applikasjon hos GitLab, og skriv id-en.", field="host")
        return self


class Programme(Record):
    """The settings that another programme replaces."""

    label: ClassVar = "programmet"

    name: Text
    """Navnet på programmet, slik det alltid skrives."""
    lang: Lang
    """Målformen i navnet. nb: bokmål. nn: nynorsk."""
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
    signup: Url | None = None
    """Skjemaet der man melder seg på nyhetsbrevet. Uten det melder man seg på med en e-post til sekretariatet."""
    publisher: Publisher
    """Den som gir ut nettstedet."""
    picture: Picture | None = None
    """Bildet som vises der noen deler en side."""
    editor: Editor | None = None
    """Hvor nettstedet redigeres i nettleseren. Uten dette: bare på egen maskin."""
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
